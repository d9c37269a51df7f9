using System.Collections.Immutable;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Grids;
using Ganchao.Grains;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Entry;
using Ganchao.Silo.Identity;
using Ganchao.Silo.Registers;

namespace Ganchao.Silo.Grids;

/// <summary>
/// Reads what the grid of a department's or branch's sheet shows: a column for each measure, and for each detail that was
/// reported lately; a row for each of those who compete, and for each product and work order that was reported lately.
/// </summary>
internal sealed class GridReader(
    ILedger ledger,
    IFacts facts,
    IPlantBooks books,
    ICountedMeasures counted,
    Callers callers,
    AccountTable accounts,
    IGrainFactory grains,
    PlantClock clock)
{
    // So many periods back, details and work orders are remembered.
    private const int Lately = 3;

    private static readonly DateOnly FirstDate = new(1990, 1, 1);

    public async Task<GridForm?> ReadAsync(HttpContext context, DepartmentSheet sheet, CancellationToken cancellationToken)
    {
        if (!(await ledger.ReadPlantsAsync(cancellationToken)).Contains(sheet.Plant))
        {
            return null;
        }

        var book = await books.ReadAsync(sheet.Plant, cancellationToken);
        if (OwnerOf(book, sheet) is not { } owner)
        {
            book = await books.RefreshAsync(sheet.Plant, cancellationToken);
            owner = OwnerOf(book, sheet);
            if (owner is null)
            {
                return null;
            }
        }

        var measures = new GridMeasures(book, counted, owner, sheet.First).Of(sheet.Period).ToList();
        var role = GridMeasures.RoleFor([.. measures.Select(static measure => measure.Measure)], Right.EnterDepartment);
        var caller = callers.Of(context, role);
        measures = [.. measures.Where(measure => GridMeasures.MayEnter(measure.Measure, caller.Actor?.Role ?? role))];

        var view = await grains.GetGrain<IDepartmentSheetGrain>(sheet.ToString()).Read();
        var lately = await LatelyAsync(sheet, cancellationToken);
        IReadOnlyList<GridColumn> columns = [.. measures.SelectMany(measure => ColumnsOf(measure.Measure, lately))];
        var rows = await NamedAsync([.. RowsOf(book, sheet, measures, lately)], sheet.Plant, cancellationToken);
        return new GridForm(
            sheet,
            BookNames.OfPlant(book),
            BookNames.OfUnit(book, sheet.Department.Value),
            view.SignedOff,
            columns,
            rows,
            await FilledAsync(book, sheet, columns, rows, cancellationToken),
            new EntryWriter(caller.Actor, caller.Status, caller.Rule));
    }

    /// <summary>The first day of the period that a date lies in.</summary>
    public static DateOnly StartOf(Occasion period, DateOnly date) => period switch
    {
        Occasion.Month => new DateOnly(date.Year, date.Month, 1),
        Occasion.Week => date.AddDays(-(((int)date.DayOfWeek + 6) % 7)),
        _ => date,
    };

    /// <summary>The period before the one that begins on a date.</summary>
    public static DateOnly Before(Occasion period, DateOnly first) => StartOf(period, first.AddDays(-1));

    private UnitLine? OwnerOf(PlantBook book, DepartmentSheet sheet) =>
        sheet.First >= FirstDate && sheet.First <= book.Calendar.DateAt(clock.GetUtcNow()).AddDays(1)
        && sheet.First == StartOf(sheet.Period, sheet.First)
            ? book.Organisation.At(sheet.Department, sheet.First)
            : null;

    private async Task<IReadOnlyList<FactRow>> LatelyAsync(DepartmentSheet sheet, CancellationToken cancellationToken)
    {
        var rows = new List<FactRow>();
        var first = sheet.First;
        for (var back = 0; back <= Lately; back++)
        {
            var stream = new StreamId(sheet.Plant, StreamKind.Department, (sheet with { First = first }).Key);
            rows.AddRange(await facts.ReadSheetAsync(stream, cancellationToken));
            first = Before(sheet.Period, first);
        }

        return [.. rows.Where(static row => row.Value is not null)];
    }

    private static IEnumerable<GridColumn> ColumnsOf(MeasureLine measure, IReadOnlyList<FactRow> lately)
    {
        var details = lately.Where(row => row.Measure == measure.Measure).OrderByDescending(static row => row.Date)
            .ThenBy(static row => row.Line).Select(static row => row.Detail).Distinct().ToList();
        return (details.Count == 0 ? [""] : details).Select(detail => new GridColumn(
            measure.Measure,
            detail.Length == 0 ? null : detail,
            measure.Subject,
            new CellWords(measure.Names, measure.Unit, measure.Decimals),
            measure.Min,
            measure.Max,
            measure.Kind is MeasureKind.Additive or MeasureKind.Count,
            measure.Entries == CellEntries.Many));
    }

    private static IEnumerable<GridRow> RowsOf(
        PlantBook book,
        DepartmentSheet sheet,
        IReadOnlyList<(MeasureLine Measure, ImmutableArray<SubjectId> Subjects)> measures,
        IReadOnlyList<FactRow> lately)
    {
        var codes = measures.Select(static measure => measure.Measure.Measure).ToHashSet();
        var known = lately.Where(row => codes.Contains(row.Measure)).ToLookup(static row => row.Subject);
        return measures.SelectMany(static measure => measure.Subjects).Concat(known.Select(static subject => subject.Key))
            .Distinct()
            .OrderBy(static subject => subject.Kind)
            .ThenBy(static subject => subject.Key, StringComparer.Ordinal)
            .SelectMany(subject => known[subject]
                .Select(static row => (row.Product, row.WorkOrder))
                .Append((Product: "", WorkOrder: ""))
                .Distinct()
                .OrderBy(static about => about.WorkOrder, StringComparer.Ordinal)
                .ThenBy(static about => about.Product, StringComparer.Ordinal)
                .Select(about => RowOf(book, sheet.First, subject, about.Product, about.WorkOrder)));
    }

    // People by their accounts, the only place where names stand.
    private async Task<IReadOnlyList<GridRow>> NamedAsync(
        IReadOnlyList<GridRow> rows, PlantId plant, CancellationToken cancellationToken)
    {
        if (rows.All(static row => row.Subject.Kind != SubjectKind.Person))
        {
            return rows;
        }

        var people = await Roster.ReadAsync(accounts, plant, cancellationToken);
        return
        [
            .. rows.Select(row => row.Subject.Kind == SubjectKind.Person && people.NameOf(row.Subject.Key) is { } name
                ? row with { Names = new Names(name), Number = people.NumberOf(row.Subject.Key) }
                : row),
        ];
    }

    private static GridRow RowOf(PlantBook book, DateOnly date, SubjectId subject, string product, string order)
    {
        var code = product.Length == 0 ? (ProductCode?)null : new ProductCode(product);
        return new GridRow(
            subject,
            BookNames.Of(book, subject),
            code,
            order.Length == 0 ? null : new WorkOrderNumber(order),
            code is { } known ? book.Product(known, date)?.Names : null);
    }

    // A figure that another department or branch has reported stands there; twice it would count twice.
    private async Task<IReadOnlyDictionary<string, FilledCell>> FilledAsync(
        PlantBook book,
        DepartmentSheet sheet,
        IReadOnlyList<GridColumn> columns,
        IReadOnlyList<GridRow> rows,
        CancellationToken cancellationToken)
    {
        var own = new StreamId(sheet.Plant, StreamKind.Department, sheet.Key);
        var day = new DateRange(sheet.First, sheet.First.AddDays(1));
        var figures = (await facts.ReadPeriodAsync(sheet.Plant, day, cancellationToken))
            .Where(row => row.Occasion == sheet.Period && row.Value is not null && row.Stream.Kind == StreamKind.Department)
            .ToLookup(static row => (row.Subject, row.Measure, row.Product, row.WorkOrder, row.Detail));
        var filled = new Dictionary<string, FilledCell>();
        foreach (var row in rows)
        {
            foreach (var column in columns.Where(column => GridForm.Takes(row, column)))
            {
                var standing = figures[(
                    row.Subject, column.Measure, row.Product?.Value ?? "", row.WorkOrder?.Value ?? "", column.Detail ?? "")].ToList();
                if (FilledBy(standing, own, column, book) is { } cell)
                {
                    filled.Add(GridForm.KeyOf(row, column), cell);
                }
            }
        }

        return filled;
    }

    private static FilledCell? FilledBy(List<FactRow> standing, StreamId own, GridColumn column, PlantBook book)
    {
        var sum = standing.Sum(static figure => figure.Value!.Value);
        return standing.Count == 0 ? null
            : column.TakesMany ? new FilledCell(sum, null)
            : standing.Find(figure => figure.Stream == own) is { } ours ? new FilledCell(ours.Value!.Value, ours.Entry)
            : new FilledCell(sum, null, BookNames.OfUnit(book, standing[0].Stream.Key.Split('/')[0]));
    }
}
