using System.Globalization;
using Ganchao.Dashboard.Grids;
using Ganchao.Dashboard.Spreadsheets;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Spreadsheets;

/// <summary>Reads a list of events: one a row, below one row of headings.</summary>
internal sealed class EventMapper
{
    private const string Attribute = "a-";
    private const int LastHeadingRow = 15;

    private readonly TableCells _cells;
    private readonly EventForm _form;
    private readonly IReadOnlyList<MappedColumn> _columns;
    private readonly int _heading;
    private readonly bool _from1904;

    private EventMapper(SpreadsheetTable table, EventForm form, IReadOnlyDictionary<int, string>? chosen)
    {
        (_cells, _form, _from1904) = (new TableCells(table), form, table.From1904);
        var targets = TargetsOf(form);
        _heading = HeadingRow(targets);
        _columns = new Headings(_cells, _heading > 0 ? [_heading] : [], targets).Columns(chosen);
    }

    public static EventReading Map(SpreadsheetTable table, EventForm form, IReadOnlyDictionary<int, string>? chosen)
    {
        var mapper = new EventMapper(table, form, chosen);
        var rows = mapper._cells.Rows.Where(row => row > mapper._heading).Select(mapper.RowOf);
        return new EventReading(mapper._columns, [.. rows]);
    }

    public static IReadOnlyList<ColumnTarget> TargetsOf(EventForm form) =>
    [
        new("date", ["日期", "时间", "发生日期", "发生时间", "Date"]),
        new("who", ["对象", "谁", "班组", "单位", "责任班组", "责任单位", "Who", "Team"]),
        new("kind", ["事件", "类别", "类型", "事件类别", "事项", "Kind", "Event"]),
        new("number", ["编号", "事件编号", "事故编号", "Number", "No"]),
        new("v", ["数值", "数", "数量", "次数", "人数", "金额", "Figure", "Count"]),
        new("note", ["说明", "备注", "经过", "内容", "Note", "Remark"]),
        .. form.Attributes.Select(static name => new ColumnTarget(Attribute + name, EventNames.Of(name))),
    ];

    // The row of which most texts are headings.
    private int HeadingRow(IReadOnlyList<ColumnTarget> targets)
    {
        var names = targets.SelectMany(static target => target.Names).Select(TableCells.Plain).ToHashSet();
        var best = _cells.Rows
            .Where(static row => row <= LastHeadingRow)
            .Select(row => (Row: row, Known: _cells.Columns.Count(column => names.Contains(_cells.PlainAt(row, column)))))
            .OrderByDescending(static row => row.Known)
            .FirstOrDefault();
        return best.Known > 0 ? best.Row : 0;
    }

    private MappedEvent RowOf(int row)
    {
        var label = _cells.Columns.Select(column => _cells.Own(row, column)?.Text).OfType<string>().FirstOrDefault() ?? "";
        if (TotalRows.IsTotal(_cells, row, NameColumns()))
        {
            return new MappedEvent(row, label, RowFate.Total, []);
        }

        var cells = _columns
            .Where(static column => column.Target.Length > 0)
            .Select(column => (column.Target, Cell: _cells.At(row, column.Column)))
            .Where(static cell => cell.Cell is not null)
            .Select(cell => CellOf(cell.Cell!, cell.Target))
            .ToList();
        var isEvent = cells.Any(static cell => cell is { Target: "date" or "kind", Fault: CellFault.NotSet, Value.Length: > 0 });
        return isEvent ? new MappedEvent(row, label, RowFate.Taken, cells) : new MappedEvent(row, label, RowFate.NoFigures, []);
    }

    // Day, subject and kind, and what stands left of all of them, such as a running number.
    private IEnumerable<int> NameColumns()
    {
        var names = _columns.Where(static column => column.Target is "date" or "who" or "kind").Select(static column => column.Column);
        return names.Concat(_cells.Columns.Where(column => column < names.DefaultIfEmpty().Min()));
    }

    private MappedCell CellOf(SpreadsheetCell cell, string target)
    {
        var (value, fault) = cell.Kind switch
        {
            CellKind.Error => ("", CellFault.Error),
            CellKind.Unread => ("", CellFault.Unread),
            CellKind.TooLong => ("", CellFault.TooLong),
            _ => ValueOf(cell, target),
        };
        return new MappedCell(cell, target, value, fault);
    }

    private (string Value, CellFault Fault) ValueOf(SpreadsheetCell cell, string target)
    {
        var plain = TableCells.Plain(cell.Text);
        switch (target)
        {
            case "date":
                return DayOf(cell) is { } day ? (DateText.Text(day), CellFault.NotSet) : ("", CellFault.NoDate);
            case "who":
                return Known(WhoIs(plain)?.Subject.ToString());
            case "kind":
                return Known(WhatIs(plain)?.Measure.Value);
            case "v":
                return TableCells.FigureOf(cell, "");
            case "number" or "note":
                return (cell.Text, CellFault.NotSet);
            default:
                var taken = _form.ValuesOf(target[Attribute.Length..]);
                return taken.Count == 0
                    ? (cell.Kind == CellKind.Percent ? TableCells.FigureOf(cell, "%").Value + "%" : cell.Text, CellFault.NotSet)
                    : Known(taken.FirstOrDefault(value => Is(plain, [.. EventNames.Of(value)])));
        }
    }

    private EventSubject? WhoIs(string plain) => _form.Subjects
        .FirstOrDefault(subject => Is(plain, subject.Names.Zh, subject.Names.En, subject.Subject.Key));

    private EventKind? WhatIs(string plain) => _form.Kinds
        .FirstOrDefault(kind => Is(plain, kind.Words.Measure.Zh, kind.Words.Measure.En, kind.Measure.Value));

    // A number without a date's format may be one all the same: days of the spreadsheet, in a year in which events may lie.
    private DateOnly? DayOf(SpreadsheetCell cell) =>
        cell.Kind == CellKind.Number && decimal.TryParse(cell.Text, CultureInfo.InvariantCulture, out var days)
            && SerialDay.Of(days, _from1904) is { Year: >= 1998 and < 2119 } serial ? serial
        : EventDate.TryRead(CellText.Narrow(cell.Text).Split(' ')[0], _form.Today, out var day) ? day
        : null;

    private static (string Value, CellFault Fault) Known(string? key) =>
        key is null ? ("", CellFault.NotAllowed) : (key, CellFault.NotSet);

    private static bool Is(string plain, params IEnumerable<string?> names) =>
        names.OfType<string>().Any(name => TableCells.Plain(name) == plain);
}
