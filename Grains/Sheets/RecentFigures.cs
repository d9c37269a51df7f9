using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Sheets;

/// <summary>
/// Reads the figures beside which new ones are judged. The team's own of a shift sheet are read once for as long as the sheet
/// is in memory; what corrects them meanwhile is seen the next time.
/// </summary>
internal sealed class RecentFigures(IFacts facts, SheetKey sheet)
{
    private const int NewestRows = 600;

    private IReadOnlyList<FactRow>? _own;

    public async Task<Plausibility> ReadAsync(
        ImmutableArray<EntryRecorded> entries, PlantBook book, IEnumerable<FactRow> onSheet)
    {
        var rows = new Dictionary<SubjectId, IReadOnlyList<FactRow>>();
        foreach (var subject in entries.GroupBy(entry => entry.Subject))
        {
            rows[subject.Key] = await NewestAsync(subject.Key, subject.Max(entry => entry.Date));
        }

        foreach (var entry in entries.Where(entry => entry.WorkOrder is not null))
        {
            await AddNeighboursAsync(rows, entry, book);
        }

        var own = onSheet.ToLookup(row => row.Subject);
        return new Plausibility(sheet, book, rows.ToDictionary(
            read => read.Key,
            read => (IReadOnlyList<FactRow>)[.. read.Value.Where(row => row.Stream != sheet.Stream), .. own[read.Key]]));
    }

    private async Task<IReadOnlyList<FactRow>> NewestAsync(SubjectId subject, DateOnly date)
    {
        if (subject == sheet.Team && _own is not null)
        {
            return _own;
        }

        var newest = await facts.ReadNewestAsync(
            sheet.Stream.Plant,
            subject,
            new DateRange(date.AddDays(-DaysOf(sheet.Occasion)), date.AddDays(1)),
            NewestRows,
            CancellationToken.None);
        _own = subject == sheet.Team ? newest : _own;
        return newest;
    }

    // Whole, and since the work order's project began: what they reported is added up.
    private async Task AddNeighboursAsync(
        Dictionary<SubjectId, IReadOnlyList<FactRow>> rows, EntryRecorded entry, PlantBook book)
    {
        var start = book.WorkOrder(entry.WorkOrder!.Value, entry.Date)?.Project is { } project
            && book.Projects.GetValueOrDefault(project)?.Registration is { } registration
                ? registration.Period.Start
                : entry.Date.AddDays(-DaysOf(sheet.Occasion));
        foreach (var subject in Plausibility.Neighbours(SheetDraft.CellOf(entry), book.Measure(entry.Measure, entry.Date)!, book))
        {
            var read = await facts.ReadSubjectAsync(
                sheet.Stream.Plant, subject, new DateRange(start, entry.Date.AddDays(1)), CancellationToken.None);
            rows[subject] = rows.TryGetValue(subject, out var before)
                ? [.. before.UnionBy(read, row => (row.Stream, row.Line))]
                : read;
        }
    }

    // Long enough for some thirty figures.
    private static int DaysOf(Occasion occasion) => occasion switch
    {
        Occasion.Week => 240,
        Occasion.Month => 1_100,
        _ => 62,
    };
}
