using System.Text;
using Ganchao.Client.Boards;
using Ganchao.Contracts;
using Ganchao.Contracts.Boards;
using Ganchao.Dashboard.Boards;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Explanations;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Scoring;

namespace Ganchao.Silo.Live;

/// <summary>The pages' explanations: a row opened by the recount, its entries named from sheets and the plant's book.</summary>
internal sealed class ExplanationReader(
    IBoardReader boards, Recount recount, ILedger ledger, IPrivateContents contents, HeavyQueue queue) : IExplanationReader
{
    // Of entries beyond this many the sheet is named, but not opened to see who made them.
    private const int MaxOpened = 1_000;

    public async Task<ExplanationView?> ReadAsync(BoardId board, string entrant, CancellationToken cancellationToken)
    {
        if (await boards.ReadAsync(board, cancellationToken) is not { } view ||
            view.Frame.Rows.FirstOrDefault(row => row.Entrant == entrant) is not { } row)
        {
            return null;
        }

        return await queue.RunAsync(async () =>
            await recount.OpenAsync(view.Frame, entrant, cancellationToken) is { } opened
                ? await ViewAsync(view, row, opened, cancellationToken)
                : null,
            cancellationToken);
    }

    private async Task<ExplanationView> ViewAsync(
        BoardView view, BoardRow row, OpenedRow opened, CancellationToken cancellationToken)
    {
        var facts = opened.Facts.ToLookup(fact => fact.Entry);
        var leading = EntriesUnder(opened.Explanation).Distinct().SelectMany(entry => facts[entry]).ToList();
        var naming = new EntryNaming(opened.Book, row.Entrant, view.UtcOffset);
        var sources = await SourcesAsync(leading.Take(MaxOpened), naming, cancellationToken);
        return new ExplanationView(
            view,
            row,
            opened.Explanation,
            opened.Rulebook,
            opened.Rulebook.Inputs.ToDictionary(input => input.Name, input => naming.MeasureOf(input.Measure)),
            leading.ToLookup(
                fact => fact.Entry,
                fact => naming.Of(fact, sources.GetValueOrDefault((fact.Stream, fact.Entry)))));
    }

    private async Task<Dictionary<(StreamId, Guid), EntrySource>> SourcesAsync(
        IEnumerable<FactRow> facts, EntryNaming naming, CancellationToken cancellationToken)
    {
        var sources = new Dictionary<(StreamId, Guid), EntrySource>();
        foreach (var sheet in facts.GroupBy(fact => fact.Stream))
        {
            var wanted = sheet.Select(fact => fact.Entry).ToHashSet();
            foreach (var stored in await ledger.ReadStreamAsync(sheet.Key, 0, cancellationToken))
            {
                if (wanted.Contains(stored.Id)
                    && await naming.SourceOfAsync(stored, why => KeptAsync(stored, why, cancellationToken)) is { } source)
                {
                    sources[(sheet.Key, stored.Id)] = source;
                }
            }
        }

        return sources;
    }

    private async Task<KeptText> KeptAsync(StoredEvent stored, Commitment text, CancellationToken cancellationToken) =>
        await contents.ReadAsync(stored.Stream.Plant, text.Content, cancellationToken) is { } content
            ? new KeptText(Encoding.UTF8.GetString(content.Content.Span))
            : new KeptText(null);

    private static IEnumerable<Guid> EntriesUnder(Explanation step) => step.Entries.Concat(step.Parts.SelectMany(EntriesUnder));
}
