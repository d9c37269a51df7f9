using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Grains.Sheets;

/// <summary>
/// What is unusual about a figure beyond the register's usual range: beside the cell's own last figures, the calendar, and what
/// the route's step before has reported. Pure; the one judgement for pages, interface, grids and what was kept offline.
/// </summary>
internal sealed class Plausibility(SheetKey sheet, PlantBook book, IReadOnlyDictionary<SubjectId, IReadOnlyList<FactRow>> rows)
{
    /// <summary>Nothing is known, nothing is asked.</summary>
    public static Plausibility None(SheetKey sheet) =>
        new(sheet, new PlantBook(sheet.Stream.Plant), new Dictionary<SubjectId, IReadOnlyList<FactRow>>());

    /// <summary>Whether somebody typed it, whom one may ask; files and opening balances say what they say.</summary>
    public static bool IsAsked(EntryForm form, Actor actor) =>
        form.Value is not null && actor.Kind != ActorKind.Device && form.Way is not (EntryWay.Imported or EntryWay.Opening);

    /// <summary>What is unusual, the gravest first.</summary>
    public IEnumerable<UnusualMark> Judge(Cell cell, MeasureLine measure, decimal value, Guid? superseded)
    {
        if (UnusualFigures.Judge(value, LastOf(cell, superseded)) is { } unlike)
        {
            yield return unlike;
        }

        if (MoreThanBefore(cell, measure, value, superseded) is { } more)
        {
            yield return more;
        }

        if (IsOnRestDay(measure))
        {
            yield return new UnusualMark(Oddity.RestDay);
        }
    }

    /// <summary>Whether the figure is held against what was reported of its work order at the step before.</summary>
    public static bool HasStepBefore(Cell cell, MeasureLine measure, PlantBook book) =>
        StepsOf(cell, measure, book) is not null;

    private bool IsOnRestDay(MeasureLine measure) =>
        sheet is { Occasion: Occasion.Shift, Date: { } date } && measure.Occasion is Occasion.Shift or Occasion.Heat
            && !book.Calendar.IsWorkingDay(date);

    // The cell's figures before this one, newest first; of a heat's measure those of earlier heats of the shift too.
    private IEnumerable<decimal> LastOf(Cell cell, Guid? superseded) => RowsOf(cell.Subject)
        .Where(row => row.Value is not null && row.Entry != superseded && IsOf(row, cell) && IsBefore(row, cell))
        .OrderByDescending(row => row.Date)
        .ThenByDescending(OrderOf)
        .ThenByDescending(row => row.Seq)
        .Select(row => row.Value!.Value);

    private bool IsBefore(FactRow row, Cell cell) => row.Stream == sheet.Stream
        ? cell.Heat is not null
        : row.Date < cell.Date || (row.Date == cell.Date && row.Shift.Length > 0 && OrderOf(row) < OwnOrder);

    private int OwnOrder => sheet is { Shift: { } kind, Date: { } date }
        ? book.Calendar.KindAt(kind, date)?.Order ?? 0
        : int.MaxValue;

    private int OrderOf(FactRow row) =>
        row.Shift.Length == 0 ? 0 : book.Calendar.KindAt(new ShiftKind(row.Shift), row.Date)?.Order ?? 0;

    // A work order begins at its first step, so that its pieces can be counted through; others lay there before.
    private UnusualMark? MoreThanBefore(Cell cell, MeasureLine measure, decimal value, Guid? superseded)
    {
        if (StepsOf(cell, measure, book) is not { } steps)
        {
            return null;
        }

        var before = Reported(steps.Before, cell, superseded);
        var own = Reported(steps.Own, cell, superseded) + value;
        return before > 0 && own > before ? new UnusualMark(Oddity.MoreThanBefore, before) : null;
    }

    private decimal Reported(IEnumerable<UnitId> teams, Cell cell, Guid? superseded) => teams
        .SelectMany(team => RowsOf(SubjectId.Team(team)))
        .Where(row => row.Date <= cell.Date && row.Entry != superseded && IsOf(row, cell))
        .Sum(row => row.Value ?? 0);

    private IReadOnlyList<FactRow> RowsOf(SubjectId subject) => rows.GetValueOrDefault(subject, []);

    private static bool IsOf(FactRow row, Cell cell) =>
        row.Measure == cell.Measure && row.Product == (cell.Product?.Value ?? "")
            && row.WorkOrder == (cell.WorkOrder?.Value ?? "") && row.Detail == (cell.Detail ?? "");

    private static (IReadOnlyList<UnitId> Own, IReadOnlyList<UnitId> Before)? StepsOf(
        Cell cell, MeasureLine measure, PlantBook book)
    {
        if (measure is not { Kind: MeasureKind.Additive, OverTeams: OverTeams.LastStep } || cell.WorkOrder is null
            || cell.Product is not { } product || cell.Subject.Kind != SubjectKind.Team
            || book.Product(product, cell.Date) is not { } line)
        {
            return null;
        }

        var route = line.Route.Where(step => step.Teams.Count > 0).ToList();
        var at = route.FindIndex(step => step.Teams.Contains(new UnitId(cell.Subject.Key)));
        return at > 0 ? (route[at].Teams, route[at - 1].Teams) : null;
    }
}
