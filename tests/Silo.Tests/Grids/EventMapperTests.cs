using System.Text;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Grids;
using Ganchao.Dashboard.Spreadsheets;
using Ganchao.Silo.Spreadsheets;
using Ganchao.Silo.Tests.Spreadsheets;

namespace Ganchao.Silo.Tests.Grids;

/// <summary>Lists of events as departments keep them.</summary>
public sealed class EventMapperTests
{
    private static readonly EventForm Form = new(
        new PlantId("p1"),
        new UnitId("safety"),
        new Names("小厂"),
        new Names("安全科"),
        [
            new EventKind(
                new MeasureCode("injury"), SubjectKind.Team, new CellWords(new Names("工伤", "Injury"), "人", 0), Counts: true,
                new Dictionary<string, IReadOnlyList<string>> { ["severity"] = ["minor", "serious"], ["share"] = [] }),
        ],
        [new EventSubject(SubjectId.Team(new UnitId("t07")), new Names("造型一班", "Moulding 1"))],
        [],
        new DateOnly(2026, 7, 20),
        new EntryWriter(null, 200, ""));

    [Fact]
    public void Columns_are_found_by_what_departments_call_them()
    {
        var reading = Map(Encoding.UTF8.GetBytes(
            "安全科台账\n序号,发生日期,责任班组,事件类别,伤情,责任比例,经过\n1,7月3日,造型一班,工 伤,轻伤,70%,划伤\n,合计,,1\n"));

        Assert.Equal(
            ["", "date", "who", "kind", "a-severity", "a-share", "note"], reading.Columns.Select(static column => column.Target));
        Assert.Equal([RowFate.Taken, RowFate.Total], reading.Rows.Select(static row => row.Fate));
        Assert.Equal(
            ["2026-07-03", "team/t07", "injury", "minor", "70%", "划伤"], reading.Rows[0].Cells.Select(static cell => cell.Value));
    }

    [Fact]
    public void A_note_that_tells_of_a_sum_makes_no_total_of_its_event()
    {
        var reading = Map(Encoding.UTF8.GetBytes(
            "处理,日期,班组,事件,伤情,经过,意见\n,7月3日,造型一班,工伤,轻伤,共计损失3万元,合计\n,7月4日,造型一班,工伤,轻伤,损失费合计,小计\n"
            + "合计,,,,,,\n,,本月合计,,,2,\n"));

        Assert.Equal(
            [RowFate.Taken, RowFate.Taken, RowFate.Total, RowFate.Total], reading.Rows.Select(static row => row.Fate));
        Assert.Equal("共计损失3万元", reading.Rows[0].Cells.Single(static cell => cell.Target == "note").Value);
    }

    [Fact]
    public void A_note_is_read_whole_or_refused_at_its_cell()
    {
        var (longest, longer) = (new string('长', 2_000), new string('长', 2_001));

        var rows = Map(Encoding.UTF8.GetBytes($"日期,班组,事件,说明\n7月3日,造型一班,工伤,{longest}\n7月4日,造型一班,工伤,{longer}\n")).Rows;
        var (pasted, _) = SpreadsheetTable.Pasted($"日期\t事件\t说明\n7月3日\t工伤\t{longer}");

        Assert.Equal((longest, CellFault.NotSet), (rows[0].Cells[3].Value, rows[0].Cells[3].Fault));
        Assert.Equal(("D3", "", CellFault.TooLong), (rows[1].Cells[3].Cell.Address, rows[1].Cells[3].Value, rows[1].Cells[3].Fault));
        Assert.Equal(CellFault.TooLong, EventMapper.Map(pasted!, Form, chosen: null).Rows[0].Cells[2].Fault);
    }

    [Fact]
    public void A_day_is_read_however_the_spreadsheet_keeps_it()
    {
        var reading = Map(Workbooks.Of(
            Workbooks.Row(1, "日期", "班组", "事件") + $"""<row r="2">{Workbooks.Styled("A2", 2, "46206")}{Text("C2")}</row>"""
            + Workbooks.Row(3, 46206, null, "工伤") + Workbooks.Row(4, "2026/7/3 14:30", null, "工伤") + Workbooks.Row(5, "昨天", null, "工伤")));

        Assert.Equal(
            ["2026-07-03", "2026-07-03", "2026-07-03", ""], reading.Rows.Select(static row => row.Cells[0].Value));
        Assert.Equal(CellFault.NoDate, reading.Rows[3].Cells[0].Fault);
    }

    [Fact]
    public void A_bare_number_is_a_day_of_its_workbook()
    {
        var table = Workbooks.Look(
            "台账.xlsx", Workbooks.Of(Workbooks.Row(1, "日期", "事件") + Workbooks.Row(2, 44744, "工伤"))).Table!;

        Assert.Equal("2022-07-02", DayIn(table));
        Assert.Equal("2026-07-03", DayIn(table with { From1904 = true }));

        static string DayIn(SpreadsheetTable table) => EventMapper.Map(table, Form, chosen: null).Rows[0].Cells[0].Value;
    }

    [Fact]
    public void What_is_none_of_the_departments_is_said_at_its_cell()
    {
        var cells = Map(Encoding.UTF8.GetBytes("日期,班组,事件,伤情\n7月3日,造型三班,工伤,很重\n")).Rows[0].Cells;

        Assert.Equal(
            [("B2", CellFault.NotAllowed), ("D2", CellFault.NotAllowed)],
            cells.Where(static cell => cell.Fault != CellFault.NotSet).Select(static cell => (cell.Cell.Address, cell.Fault)));
    }

    private static string Text(string address) => $"""<c r="{address}" t="inlineStr"><is><t>工伤</t></is></c>""";

    private static EventReading Map(byte[] file) =>
        EventMapper.Map(Workbooks.Look("台账.xlsx", file).Table!, Form, chosen: null);
}
