using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
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
    private const int NewestRows = 400;

    private IReadOnlyList<FactRow>? _own;

    public async Task<Plausibility> ReadAsync(
        ImmutableArray<EntryRecorded> entries, PlantBook book, IEnumerable<FactRow> onSheet)
    {
        bool HasStepBefore(EntryRecorded entry) => entry.WorkOrder is not null && Plausibility.HasStepBefore(
            SheetDraft.CellOf(entry), book.Measure(entry.Measure, entry.Date)!, book);

        var rows = new Dictionary<SubjectId, IReadOnlyList<FactRow>>();
        foreach (var subject in entries.Where(HasHabits).GroupBy(entry => entry.Subject))
        {
            rows[subject.Key] = await NewestAsync(subject.Key, subject.Max(entry => entry.Date));
        }

        foreach (var order in entries.Where(HasStepBefore).GroupBy(entry => entry.WorkOrder!.Value))
        {
            var reported = await WorkOrderAsync(order.Key, order.Max(entry => entry.Date), book);
            foreach (var subject in reported.GroupBy(row => row.Subject))
            {
                rows[subject.Key] =
                    [.. rows.GetValueOrDefault(subject.Key, []).UnionBy(subject, row => (row.Stream, row.Line))];
            }
        }

        var own = onSheet.ToLookup(row => row.Subject);
        return new Plausibility(sheet, book, rows.ToDictionary(
            read => read.Key,
            read => (IReadOnlyList<FactRow>)[.. read.Value.Where(row => row.Stream != sheet.Stream), .. own[read.Key]]));
    }

    // One person's hours are held against the register's ranges alone: forty people would be forty readings.
    private static bool HasHabits(EntryRecorded entry) => entry.Subject.Kind is not (SubjectKind.Person or SubjectKind.Machine);

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

    // Since its project began: what the steps reported is added up.
    private Task<IReadOnlyList<FactRow>> WorkOrderAsync(WorkOrderNumber order, DateOnly date, PlantBook book)
    {
        var start = book.WorkOrder(order, date)?.Project is { } project
            && book.Projects.GetValueOrDefault(project)?.Registration is { } registration
                ? registration.Period.Start
                : date.AddDays(-DaysOf(sheet.Occasion));
        return facts.ReadWorkOrderAsync(
            sheet.Stream.Plant, order, new DateRange(start, date.AddDays(1)), CancellationToken.None);
    }

    // Long enough for some thirty figures.
    private static int DaysOf(Occasion occasion) => occasion switch
    {
        Occasion.Week => 240,
        Occasion.Month => 1_100,
        _ => 62,
    };
}
