using System.Text;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Entry;

/// <summary>Every version of every line of a sheet, from its stream in the ledger; free text from the private contents.</summary>
internal sealed class SheetHistoryReader(ILedger ledger, IPrivateContents contents, PlantClock clock)
{
    public async Task<SheetHistory> ReadAsync(KnownShift shift, CancellationToken cancellationToken)
    {
        var cells = new ShiftCells(shift, []);
        var versions = new Dictionary<long, (EntryRecorded First, List<HistoryVersion> Versions)>();
        HistoryAct? signOff = null;
        foreach (var stored in await ledger.ReadStreamAsync(shift.Sheet, 0, cancellationToken))
        {
            switch (EventCodec.Decode(stored))
            {
                case EntryRecorded entry:
                    if (!versions.TryGetValue(entry.Line, out var line))
                    {
                        versions.Add(entry.Line, line = (entry, []));
                    }

                    line.Versions.Add(await VersionOf(stored, entry, cancellationToken));
                    break;
                case SheetSignedOff:
                    signOff = ActOf(stored);
                    break;
            }
        }

        return new SheetHistory(
            shift.HeadingAt(clock.GetUtcNow()),
            [.. versions.OrderBy(line => line.Key).Select(line => LineOf(shift, cells, line.Value.First, line.Value.Versions))],
            signOff);
    }

    private static HistoryLine LineOf(
        KnownShift shift, ShiftCells cells, EntryRecorded first, IReadOnlyList<HistoryVersion> versions)
    {
        var cell = new EntryCell(first.Measure, first.Product, first.WorkOrder, first.Detail);
        var measure = shift.Book.Measure(first.Measure, shift.Id.Date);
        return new HistoryLine(
            first.Line,
            cell,
            measure is null ? Unnamed(first) : cells.WordsOf(cell, measure),
            first.Occasion == Occasion.Heat ? first.Record : null,
            first.Subject == shift.Subject ? null : first.Subject.ToString(),
            measure is not null && ShiftMeasures.IsOurs(measure) && first.Subject == shift.Subject,
            versions);
    }

    private static CellWords Unnamed(EntryRecorded first) => new(new Names(first.Measure.Value), "", first.Decimals);

    private async Task<HistoryVersion> VersionOf(
        StoredEvent stored, EntryRecorded entry, CancellationToken cancellationToken) => new(
        stored.Seq,
        stored.Id,
        entry.Value,
        ActOf(stored),
        entry.DeviceAt,
        entry.Way,
        await TextOf(stored, entry.Reason, cancellationToken),
        await TextOf(stored, entry.Note, cancellationToken));

    private async Task<KeptText?> TextOf(
        StoredEvent stored, Commitment? commitment, CancellationToken cancellationToken) =>
        commitment is null ? null
        : await contents.ReadAsync(stored.Stream.Plant, commitment.Content, cancellationToken) is { } content
            ? new KeptText(Encoding.UTF8.GetString(content.Content.Span))
            : new KeptText(null);

    private static HistoryAct ActOf(StoredEvent stored) => new(stored.Actor.Role, stored.Actor.Id, stored.At);
}
