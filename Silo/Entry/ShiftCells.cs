using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Projects;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Entry;

/// <summary>
/// Which cells of a measure a team's form shows: the products of its running projects, what it reported lately, and
/// where it has neither, the products whose route it stands in.
/// </summary>
internal sealed class ShiftCells(KnownShift shift, IReadOnlyList<FactRow> rows)
{
    private const int LatelyDays = 31;

    private readonly PlantBook _book = shift.Book;

    /// <summary>Whether a scanned work order brings a field of the measure.</summary>
    public static bool TakesOrders(ShiftMeasure measure) => measure is { ByProduct: true, Line.Occasion: Occasion.Shift };

    /// <summary>The projects that the team works on at that date.</summary>
    public IEnumerable<ProjectBook> Projects => ProjectsOf(_book, shift.Id.Team, shift.Id.Date);

    public static IEnumerable<ProjectBook> ProjectsOf(PlantBook book, UnitId team, DateOnly date) => book.Projects.Values
        .Where(project => project.Registration is { } registration && registration.Period.Contains(date) &&
            (registration.Team == team || registration.Shares.Any(share => share.Team == team)))
        .OrderBy(project => project.Id.Value, StringComparer.Ordinal);

    public IEnumerable<EntryCell> Of(ShiftMeasure measure)
    {
        var code = measure.Line.Measure;
        var lately = Lately(code).ToArray();
        if (measure.Line.Occasion == Occasion.Heat)
        {
            return [lately.FirstOrDefault() ?? new EntryCell(code)];
        }

        var cells = (measure.ByProduct ? OfProjects(code) : []).Concat(lately).Distinct().Where(IsMade).ToArray();
        return cells.Length > 0 ? cells
            : measure.ByProduct ? OfRoutes(code)
            : [new EntryCell(code)];
    }

    /// <summary>What the project plans of the cell's product, in the period that the date lies in.</summary>
    public ProjectProductLine? PlanOf(EntryCell cell) => BookNames.ProjectOf(_book, shift.Id.Date, cell)?.Products
        .FirstOrDefault(line => line.Product == cell.Product && line.Period.Contains(shift.Id.Date));

    public CellWords WordsOf(EntryCell cell, MeasureLine measure) =>
        BookNames.Of(_book, shift.Id.Date, cell, measure);

    public static EntryCell CellOf(SheetLine line) => new(
        line.Measure,
        line.Product is { } product ? new ProductCode(product) : null,
        line.WorkOrder is { } order ? new WorkOrderNumber(order) : null,
        line.Detail,
        line.Subject.Kind == SubjectKind.Person ? new PersonId(line.Subject.Key) : null);

    public static EntryCell CellOf(FactRow row) => new(
        row.Measure,
        row.Product.Length > 0 ? new ProductCode(row.Product) : null,
        row.WorkOrder.Length > 0 ? new WorkOrderNumber(row.WorkOrder) : null,
        row.Detail.Length > 0 ? row.Detail : null);

    private bool IsMade(EntryCell cell) =>
        cell.Product is not { } product || _book.Product(product, shift.Id.Date)?.IsOpenOn(shift.Id.Date) != false;

    // Newest first: for heats only the newest is asked for again.
    private IEnumerable<EntryCell> Lately(MeasureCode measure) => rows
        .Where(row => row.Measure == measure && row.Value is not null && row.Date > shift.Id.Date.AddDays(-LatelyDays))
        .OrderByDescending(row => row.Date)
        .ThenBy(row => row.Product, StringComparer.Ordinal)
        .ThenBy(row => row.WorkOrder, StringComparer.Ordinal)
        .Select(CellOf)
        .Distinct();

    private IEnumerable<EntryCell> OfProjects(MeasureCode measure) =>
        from project in Projects
        from line in project.Products
        where line.Period.Contains(shift.Id.Date)
        from order in OrdersOf(project.Id, line.Product).DefaultIfEmpty()
        select new EntryCell(measure, line.Product, order?.WorkOrder);

    private IEnumerable<WorkOrderLine> OrdersOf(ProjectId project, ProductCode product) => _book.WorkOrders
        .Select(number => _book.WorkOrder(number, shift.Id.Date))
        .OfType<WorkOrderLine>()
        .Where(order => order.Project == project && (order.Product is null || order.Product == product))
        .OrderBy(order => order.WorkOrder.Value, StringComparer.Ordinal);

    private IEnumerable<EntryCell> OfRoutes(MeasureCode measure) => _book.Products
        .Select(product => _book.Product(product, shift.Id.Date))
        .OfType<ProductLine>()
        .Where(product => product.IsOpenOn(shift.Id.Date) && product.Route.Any(step => step.Teams.Contains(shift.Id.Team)))
        .OrderBy(product => product.Product.Value, StringComparer.Ordinal)
        .Select(product => new EntryCell(measure, product.Product));
}
