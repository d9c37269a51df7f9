using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Exclusions;
using Ganchao.Silo.Grids;

namespace Ganchao.Silo.Entry;

/// <summary>Reads what a shift's form shows: fields, last figures, plans, and the sheet as it stands.</summary>
internal sealed class ShiftFormReader(
    IFacts facts, ICountedMeasures counted, IGrainFactory grains, PlantClock clock)
{
    private const int LastDays = 62;

    public async Task<ShiftForm> ReadAsync(KnownShift shift, CancellationToken cancellationToken)
    {
        var measures = ShiftMeasures.Of(shift, counted.BoardsOf(shift.Book, shift.Subject, shift.Id.Date));
        var rows = await RowsAsync(shift, cancellationToken);
        var sheet = await grains.GetGrain<IShiftGrain>(shift.Id.ToString()).Read();
        var cells = new ShiftCells(shift, rows);
        var filled = FilledOf(shift, cells, sheet);
        var fields = measures
            .SelectMany(measure => cells.Of(measure).Select(cell => (
                measure.Line.Occasion, Field: FieldOf(shift, cells, measure.Line, cell, rows, filled))))
            .ToArray();
        return new ShiftForm(
            shift.HeadingAt(clock.GetUtcNow()),
            sheet.SignedOff,
            [.. fields.Where(field => field.Occasion == Occasion.Shift).Select(field => field.Field)],
            [.. fields.Where(field => field.Occasion == Occasion.Heat).Select(field => field.Field)],
            filled,
            [.. ShiftPlans.Computed(shift)],
            ExclusionReader.Of(shift, sheet),
            sheet.NothingToReport,
            measures.Any(ShiftCells.TakesOrders) && shift.Book.WorkOrders.Any(),
            TakesCrew: ShiftMeasures.OfCrew(shift).Any(),
            EventDesks: [.. EventDesksOf(shift)]);
    }

    private static IEnumerable<EventOwner> EventDesksOf(KnownShift shift) =>
        from unit in shift.Book.Organisation.Units.OrderBy(static unit => unit.Value, StringComparer.Ordinal)
        let owner = shift.Book.Organisation.At(unit, shift.Id.Date)
        where owner is { Kind: UnitKind.Department }
            && EventDesk.KindsOf(shift.Book, owner, shift.Id.Date).Any(kind =>
                kind.Owner == unit && kind.Subject == SubjectKind.Team && GridMeasures.MayEnter(kind, Role.ShiftLead))
        select new EventOwner(unit, owner.Names);

    /// <summary>The fields of some cells of the shift that its form does not show by itself; none of unknown measures.</summary>
    public async Task<IReadOnlyList<EntryField>> FieldsAsync(
        KnownShift shift, IReadOnlyList<EntryCell> asked, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(shift, cancellationToken);
        var cells = new ShiftCells(shift, rows);
        var filled = FilledOf(shift, cells, await grains.GetGrain<IShiftGrain>(shift.Id.ToString()).Read());
        return
        [
            .. from cell in asked
               let measure = shift.Book.Measure(cell.Measure, shift.Id.Date)
               where measure is not null
               select FieldOf(shift, cells, measure, cell, rows, filled),
        ];
    }

    /// <summary>The team's figures of the last weeks and of its running projects, this shift's included.</summary>
    public Task<IReadOnlyList<FactRow>> RowsAsync(KnownShift shift, CancellationToken cancellationToken)
    {
        var start = ShiftCells.ProjectsOf(shift.Book, shift.Id.Team, shift.Id.Date)
            .Select(project => project.Registration!.Period.Start)
            .Append(shift.Id.Date.AddDays(-LastDays))
            .Min();
        return facts.ReadSubjectAsync(
            shift.Id.Plant, shift.Subject, new DateRange(start, shift.Id.Date.AddDays(1)), cancellationToken);
    }

    private static EntryField FieldOf(
        KnownShift shift, ShiftCells cells, MeasureLine measure, EntryCell cell, IReadOnlyList<FactRow> rows,
        IReadOnlyList<FilledLine> filled)
    {
        var last = LastFigures.Of(shift, cell, measure.Occasion, rows).FirstOrDefault();
        return new EntryField(
            cell,
            cells.WordsOf(cell, measure),
            measure.Min,
            measure.Max,
            last is null ? null : new LastFigure(last.Value!.Value, last.Date, KindOf(shift, last)),
            ShiftPlans.Of(shift, measure, cell.Product),
            ProjectPlanOf(shift, cells, measure, cell, rows),
            measure.Occasion == Occasion.Shift && measure.Entries == CellEntries.One
                ? filled.FirstOrDefault(line => line.Cell == cell)
                : null);
    }

    private static Contracts.Names KindOf(KnownShift shift, FactRow row) =>
        shift.Book.Calendar.KindAt(new ShiftKind(row.Shift), row.Date)?.Names ?? shift.Kind.Names;

    private static ProjectPlan? ProjectPlanOf(
        KnownShift shift, ShiftCells cells, MeasureLine measure, EntryCell cell, IReadOnlyList<FactRow> rows) =>
        cells.PlanOf(cell) is { } plan && shift.Book.Product(plan.Product, shift.Id.Date)?.Unit == measure.Unit
            ? new ProjectPlan(plan.Pieces, rows
                .Where(row => ShiftCells.CellOf(row) == cell && plan.Period.Contains(row.Date))
                .Sum(row => row.Value ?? 0))
            : null;

    private static IReadOnlyList<FilledLine> FilledOf(KnownShift shift, ShiftCells cells, SheetView sheet) =>
    [
        .. from line in sheet.Lines
           where line.Subject == shift.Subject && line.Value is not null
           let measure = shift.Book.Measure(line.Measure, shift.Id.Date)
           where measure is not null
           let cell = ShiftCells.CellOf(line)
           select new FilledLine(
               line.Entry,
               cell,
               cells.WordsOf(cell, measure),
               measure.Occasion == Occasion.Heat ? line.Record : null,
               line.Value,
               ShiftMeasures.IsOurs(measure)),
    ];
}
