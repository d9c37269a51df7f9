using System.Globalization;
using System.Text.RegularExpressions;
using Ganchao.Client.Wording;
using Ganchao.Dashboard.Grids;
using Ganchao.Dashboard.Spreadsheets;
using Ganchao.Silo.Entry;

namespace Ganchao.Silo.Spreadsheets;

/// <summary>
/// Reads a table as people make them: a title over everything, headings over several rows, one row for each team, sums of
/// some of them, signatures below.
/// </summary>
internal sealed partial class TableMapper
{
    private const int HeadingRows = 5;

    private static readonly ReaderLanguage[] Languages =
        [new(Language.Chinese, IsChosen: false), new(Language.English, IsChosen: false)];

    private readonly SpreadsheetTable _table;
    private readonly TableCells _cells;
    private readonly GridForm _form;
    private readonly IReadOnlyList<MappedColumn> _columns;
    private readonly int _who;
    private readonly int _order;
    private readonly int _first;
    private readonly HashSet<string> _taken = [];

    private TableMapper(SpreadsheetTable table, GridForm form, IReadOnlyDictionary<int, string>? chosen)
    {
        _table = table;
        _form = form;
        _cells = new TableCells(table);
        _who = chosen is null
            ? WhoColumn()
            : chosen.FirstOrDefault(static choice => choice.Value == TableReading.Who).Key;
        _first = FirstRow();
        var headings = new Headings(_cells, [.. HeadingRowsAbove()], TargetsOf(form));
        var wanted = chosen?.Where(static choice => choice.Value != TableReading.Who).ToDictionary();
        _columns =
        [
            .. headings.Columns(wanted ?? (_who > 0 ? null : [])).Select(column => column.Column == _who
                ? column with { Target = TableReading.Who, Unit = null }
                : WithUnitOfAll(column)),
        ];
        _order = _columns.FirstOrDefault(static column => column.Target == TableReading.Order)?.Column ?? 0;
    }

    public static TableReading Map(SpreadsheetTable table, GridForm form, IReadOnlyDictionary<int, string>? chosen)
    {
        var mapper = new TableMapper(table, form, chosen);
        var rows = mapper._cells.Rows.Where(row => row >= mapper._first).Select(mapper.RowOf).ToList();
        return new TableReading(mapper._columns, rows, [.. mapper.DifferencesIn(rows)], mapper.OtherMonth());
    }

    /// <summary>What a column may be: whom it is about, a work order, or one of the grid's columns.</summary>
    public static IReadOnlyList<ColumnTarget> TargetsOf(GridForm form) =>
    [
        .. form.Columns.Select(static column => new ColumnTarget(column.Key, [.. NamesOf(column)], column.Words.Unit)),
        .. form.Rows.Any(static row => row.WorkOrder is not null)
            ? [new ColumnTarget(TableReading.Order, ["工作令", "工作令号", "Work order"])]
            : Array.Empty<ColumnTarget>(),
    ];

    private static IEnumerable<string> NamesOf(GridColumn column) =>
        from name in new[] { column.Words.Measure.Zh, column.Words.Measure.En, column.Measure.Value }.OfType<string>()
        from whole in column.Detail is null ? [name] : new[] { name + column.Detail, column.Detail + name }
        select whole;

    private int WhoColumn()
    {
        var best = _cells.Columns
            .Select(column => (Column: column, Known: _cells.Rows.Count(row => IsKnown(row, column))))
            .OrderByDescending(column => column.Known)
            .FirstOrDefault();
        return best.Known > 0 ? best.Column : 0;
    }

    private bool IsKnown(int row, int column) => SubjectRows(_cells.PlainAt(row, column)).Count > 0;

    // Rows above the first known one that have a name and figures are data too, about somebody who is not known.
    private int FirstRow()
    {
        if (_cells.Rows.Count == 0)
        {
            return 1;
        }

        var rows = _cells.Rows.ToList();
        var at = rows.FindIndex(row => _who > 0 && IsKnown(row, _who));
        at = at < 0 ? rows.FindIndex(row => _cells.Columns.Any(column => _cells.HasFigure(row, column))) : at;
        while (at > 0 && _who > 0 && _cells.PlainAt(rows[at - 1], _who).Length > 0
            && _cells.Columns.Any(column => column != _who && _cells.HasFigure(rows[at - 1], column)))
        {
            at--;
        }

        return at < 0 ? rows[^1] + 1 : rows[at];
    }

    // A row with one text is a title.
    private IEnumerable<int> HeadingRowsAbove() => _cells.Rows
        .Where(row => row < _first && TextsIn(row).Distinct().Skip(1).Any())
        .TakeLast(HeadingRows);

    private IEnumerable<string> TextsIn(int row) =>
        _cells.Columns.Select(column => _cells.At(row, column)?.Text).OfType<string>();

    // 单位:万元 over the whole table.
    private MappedColumn WithUnitOfAll(MappedColumn column)
    {
        var unit = _form.Columns.FirstOrDefault(known => known.Key == column.Target)?.Words.Unit;
        return column.Unit is null && unit is not null && Money().IsMatch(unit)
            && !column.Heading.Contains(unit, StringComparison.Ordinal) && UnitOfAll() is { } ofAll && Money().IsMatch(ofAll)
            && !Headings.AreSame(ofAll, unit)
                ? column with { Unit = ofAll }
                : column;
    }

    private string? UnitOfAll() => _table.Cells
        .Where(cell => cell.Row < _first && cell.Kind == CellKind.Text)
        .Select(static cell => UnitSaid().Match(cell.Text))
        .FirstOrDefault(static match => match.Success)?.Groups["unit"].Value;

    private DateOnly? OtherMonth()
    {
        var said = _table.Cells
            .Where(cell => cell.Row < _first && cell.Kind == CellKind.Text)
            .Select(static cell => MonthSaid().Match(cell.Text))
            .FirstOrDefault(static match => match.Success);
        if (said is null)
        {
            return null;
        }

        var year = int.Parse(said.Groups["year"].Value, CultureInfo.InvariantCulture);
        var month = int.Parse(said.Groups["month"].Value, CultureInfo.InvariantCulture);
        var first = _form.Sheet.First;
        return month is < 1 or > 12 || (year, month) == (first.Year, first.Month) ? null : new DateOnly(year, month, 1);
    }

    // A row that is named whole, with its product or number, is that one; else all rows about whom it names.
    private List<GridRow> SubjectRows(string plain)
    {
        if (plain.Length == 0)
        {
            return [];
        }

        var whole = _form.Rows
            .Where(row => (row.Product is not null || row.Number is not null)
                && Languages.Any(words => TableCells.Plain(row.NameIn(words)) == plain))
            .ToList();
        return whole.Count > 0 ? whole : [.. _form.Rows.Where(row => NamesOf(row).Any(name => TableCells.Plain(name) == plain))];
    }

    private static IEnumerable<string> NamesOf(GridRow row) =>
        new[] { row.Names.Zh, row.Names.En, row.Number, row.Subject.Key }.OfType<string>();

    private MappedRow RowOf(int row)
    {
        var who = _who > 0 ? _cells.PlainAt(row, _who) : "";
        var label = _who > 0 && _cells.At(row, _who) is { } named ? named.Text : FirstText(row);
        var cells = CellsOf(row);
        if (IsTotal(row))
        {
            return new MappedRow(row, FirstText(row), RowFate.Total, "", cells, []);
        }

        // Signatures stand below the figures, in whatever column.
        var rows = SubjectRows(who);
        if (cells.Count == 0 || (rows.Count == 0 && cells.All(static cell => cell.Fault == CellFault.NoNumber)))
        {
            return new MappedRow(row, label, RowFate.NoFigures, "", [], []);
        }

        if (KeyIn(rows, row) is not { } key)
        {
            return new MappedRow(row, label, RowFate.Unknown, "", cells, rows.Count > 0 ? [] : Nearest(label));
        }

        var isTwice = cells.Any(cell => cell.Value.Length > 0 && !_taken.Add($"{key}!{cell.Target}"));
        return isTwice
            ? new MappedRow(row, label, RowFate.Twice, key, cells, [])
            : new MappedRow(row, label, RowFate.Taken, key, [.. cells.Select(cell => Fitting(cell, key))], []);
    }

    // Names of the sheet's own rows that are nearly what was written.
    private IReadOnlyList<string> Nearest(string label) =>
        NearestCodes.Of(
            label, _form.Rows.SelectMany(static row => new[] { row.Names.Zh, row.Names.En }).OfType<string>().Distinct());

    private string? KeyIn(List<GridRow> rows, int row)
    {
        var order = _order > 0 ? _cells.At(row, _order)?.Text ?? "" : "";
        var fitting = rows.Where(known => order.Length == 0
            ? known.WorkOrder is null && known.Product is null
            : TableCells.Plain(known.WorkOrder?.Value ?? "") == TableCells.Plain(order)).ToList();
        return fitting.Count == 1 ? fitting[0].Key
            : order.Length == 0 && rows.Count == 1 ? rows[0].Key
            : null;
    }

    private MappedCell Fitting(MappedCell cell, string key)
    {
        var row = _form.Rows.First(known => known.Key == key);
        var column = _form.Columns.First(known => known.Key == cell.Target);
        return cell.Fault == CellFault.NotSet && cell.Value.Length > 0 && !GridForm.Takes(row, column)
            ? cell with { Value = "", Fault = CellFault.NotTaken }
            : cell;
    }

    private List<MappedCell> CellsOf(int row)
    {
        var found = new List<MappedCell>();
        foreach (var column in _columns)
        {
            if (_cells.Own(row, column.Column) is { } cell
                && _form.Columns.FirstOrDefault(known => known.Key == column.Target) is { } target)
            {
                var (value, fault) = TableCells.FigureOf(cell, target.Words.Unit);
                if (value.Length > 0 || fault != CellFault.NotSet)
                {
                    found.Add(column.Unit is not null && value.Length > 0
                        ? new MappedCell(cell, target.Key, "", CellFault.OtherUnit)
                        : new MappedCell(cell, target.Key, value, fault));
                }
            }
        }

        return found;
    }

    private string FirstText(int row) => _cells.Columns
        .Select(column => _cells.Own(row, column))
        .FirstOrDefault(static cell => cell?.Kind == CellKind.Text)?.Text ?? "";

    // Where names stand, or left of it; without such a column, left of the figures.
    private bool IsTotal(int row)
    {
        var last = _who > 0
            ? _who
            : _columns.Where(static column => column.Target.Length > 0).Select(static column => column.Column - 1)
                .DefaultIfEmpty(int.MaxValue).Min();
        return TotalRows.IsTotal(_cells, row, _cells.Columns.Where(column => column <= last));
    }

    // A sum of a part stands for the rows since the sum before, a whole sum for all of them; one that fits either is right.
    private IEnumerable<TotalDifference> DifferencesIn(IReadOnlyList<MappedRow> rows)
    {
        foreach (var column in _form.Columns.Where(static column => column.AddsUp))
        {
            var (part, all) = (0m, 0m);
            foreach (var row in rows)
            {
                var cell = row.Cells.FirstOrDefault(own => own.Target == column.Key);
                var isFigure = decimal.TryParse(cell?.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var figure);
                if (row.Fate != RowFate.Total)
                {
                    (part, all) = isFigure ? (part + figure, all + figure) : (part, all);
                    continue;
                }

                var label = TableCells.Plain(row.Label);
                if (isFigure && !TotalRows.IsAverage(label) && figure != part && figure != all)
                {
                    yield return new TotalDifference(cell!.Cell, column.Key, figure, TotalRows.IsPart(label) ? part : all);
                }

                part = 0;
            }
        }
    }

    [GeneratedRegex("^[万千百]?元$")]
    private static partial Regex Money();

    [GeneratedRegex(@"单位\s*[::]\s*(?<unit>[^\s))]+)")]
    private static partial Regex UnitSaid();

    [GeneratedRegex(@"(?<year>20\d\d)\s*[年/.-]\s*(?<month>\d{1,2})\s*月?")]
    private static partial Regex MonthSaid();
}
