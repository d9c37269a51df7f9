using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Grids;
using Ganchao.Dashboard.Spreadsheets;
using Ganchao.Silo.Grids;
using Ganchao.Silo.Spreadsheets;
using Ganchao.Silo.Tests.Spreadsheets;

namespace Ganchao.Silo.Tests.Grids;

/// <summary>Tables as plants make them: which column is what, which row is whose, which sums are wrong.</summary>
public sealed class TableMapperTests
{
    private static readonly GridForm Form = new(
        new DepartmentSheet(new PlantId("p1"), new UnitId("foundry"), new DateOnly(2026, 7, 1), Occasion.Month),
        new Names("小厂"),
        new Names("铸造分厂", "Foundry"),
        SignedOff: false,
        [Cost("actual", "实际成本"), Cost("budget", "预算成本"), Cost("element", "制造费", "能源"), Rate()],
        [Team("t1", "造型一班"), Team("t2", "造型二班"), Team("t3", "熔炼班")],
        new Dictionary<string, FilledCell>(),
        new EntryWriter(null, 200, ""));

    [Fact]
    public void A_report_with_title_merged_headings_sums_and_signatures_is_read_as_it_is()
    {
        var reading = Map(Workbooks.Of(
            Workbooks.Row(1, "铸造分厂2026年7月竞赛月报表") + Workbooks.Row(2, "单位:元")
            + Workbooks.Row(3, "序号", "班 组", "成本", null, "培训到课率(%)", "备注") + Workbooks.Row(4, null, null, "预算成本", "实际成本")
            + Workbooks.Row(5, 1, "造型一班", 1000, "１,1００.50", 98.5) + Workbooks.Row(6, 2, "造型二班", 900, "-")
            + Workbooks.Row(7, null, "小计", 1900, 1100.5) + Workbooks.Row(8) + Workbooks.Row(9, 3, "熔炼班", 500, 600)
            + Workbooks.Row(10, null, "合  计", 2400, 1701.5) + Workbooks.Row(11, null, "制表:统计员", null, "审核:"),
            string.Concat("A1:F1 C3:D3 A3:A4 B3:B4 E3:E4".Split(' ').Select(Workbooks.Merge))));

        Assert.Equal(
            [(1, ""), (2, "who"), (3, "budget"), (4, "actual"), (5, "rate"), (6, "")],
            reading.Columns.Select(static column => (column.Column, column.Target)));
        Assert.Equal("成本 / 实际成本", reading.Columns[3].Heading);
        Assert.Equal(
            [
                (5, RowFate.Taken), (6, RowFate.Taken), (7, RowFate.Total), (9, RowFate.Taken), (10, RowFate.Total),
                (11, RowFate.NoFigures),
            ],
            reading.Rows.Select(static row => (row.Number, row.Fate)));
        Assert.Equal(
            ["C5=1000", "D5=1100.5", "E5=98.5", "C6=900"],
            reading.Rows.Take(2).SelectMany(static row => row.Cells).Select(static cell => $"{cell.Cell.Address}={cell.Value}"));
        var difference = Assert.Single(reading.Differences);
        Assert.Equal(("D10", "actual", 1701.5m, 1700.5m), (difference.Cell.Address, difference.Target, difference.Written, difference.Sum));
        Assert.Null(reading.OtherMonth);
    }

    [Fact]
    public void Figures_beside_a_measures_own_are_not_taken_for_it()
    {
        var reading = Map(Table(
            "班组;实际成本;;;;", ";计划;本月;累计;完成率;名次", "造型一班;1;2;3;4;5"));

        Assert.Equal(["who", "", "actual", "", "", ""], reading.Columns.Select(static column => column.Target));
    }

    [Theory]
    [InlineData("班组;实际成本(万元)", "万元")]
    [InlineData("班组;实际成本/千元", "千元")]
    [InlineData("单位:万元;\n班组;实际成本", "万元")]
    public void A_heading_in_another_unit_refuses_its_column(string headings, string unit)
    {
        var reading = Map(Table([.. headings.Split('\n'), "造型一班;12.5"]));

        Assert.Equal(unit, reading.Columns[1].Unit);
        Assert.Equal(CellFault.OtherUnit, Assert.Single(Assert.Single(reading.Rows).Cells).Fault);
    }

    [Fact]
    public void Names_that_are_not_known_are_said_with_the_nearest_and_twice_is_twice()
    {
        var reading = Map(Table("班组;实际成本", "造形一班;1", "造型二班;2", "造型二班;3", "清砂班;", "锻工班;5"));

        Assert.Equal(
            [RowFate.Unknown, RowFate.Taken, RowFate.Twice, RowFate.NoFigures, RowFate.Unknown],
            reading.Rows.Select(static row => row.Fate));
        Assert.Equal("造型一班", Assert.Single(reading.Rows[0].Nearest));
    }

    [Theory]
    [InlineData("12.5吨", CellFault.NoNumber, "")]
    [InlineData("12.5元", CellFault.NotSet, "12.5")]
    [InlineData("1.234,5", CellFault.NoNumber, "")]
    [InlineData("-12", CellFault.NotSet, "-12")]
    [InlineData("98%", CellFault.PercentUnlikeUnit, "")]
    [InlineData("约一千", CellFault.NoNumber, "")]
    public void A_figure_is_what_its_text_says_or_refused(string text, CellFault fault, string value)
    {
        var cell = Assert.Single(Assert.Single(Map(Table("班组;实际成本", $"造型一班;\"{text}\"")).Rows).Cells);

        Assert.Equal((fault, value), (cell.Fault, cell.Value));
    }

    [Fact]
    public void A_rate_in_per_cent_is_read_as_its_measure_has_it()
    {
        var reading = Map(Workbooks.Of(
            Workbooks.Row(1, "班组", "培训到课率") + $"""<row r="2">{Text("A2", "造型一班")}{Workbooks.Styled("B2", 1, "0.985")}</row>"""
            + Workbooks.Row(3, "造型二班", "97%") + Workbooks.Row(4, "合计", "500")));

        Assert.Equal(["98.5", "97", "500"], reading.Rows.Select(static row => row.Cells[0].Value));
        Assert.Empty(reading.Differences);
    }

    [Fact]
    public void A_detail_is_found_under_its_measure_and_columns_may_be_chosen()
    {
        var table = Table("班组;制造费;;其他", ";能源;材料;", "造型一班;1;2;3");
        var chosen = new Dictionary<int, string> { [1] = "who", [4] = "actual", [3] = "nonsense" };

        Assert.Equal(["who", "element~能源", "", ""], Map(table).Columns.Select(static column => column.Target));
        Assert.Equal(["who", "", "", "actual"], TableMapper.Map(table, Form, chosen).Columns.Select(static column => column.Target));
    }

    [Fact]
    public void A_title_of_another_month_is_noticed() => Assert.Equal(
        new DateOnly(2026, 6, 1), Map(Table("铸造分厂2026年6月月报;", "班组;实际成本", "造型一班;1")).OtherMonth);

    [Fact]
    public void Without_known_names_nothing_is_taken()
    {
        var reading = Map(Table("姓名;金额", "甲;1", "乙;2"));

        Assert.DoesNotContain(reading.Columns, static column => column.Target.Length > 0);
        Assert.DoesNotContain(reading.Rows, static row => row.Fate == RowFate.Taken);
    }

    [Theory]
    [InlineData(Language.Chinese, "xlsx")]
    [InlineData(Language.English, "xlsx")]
    [InlineData(Language.Chinese, "csv")]
    public void The_blank_sheet_that_was_filled_in_is_read_back_whole(Language language, string format)
    {
        var template = TemplateEndpoint.Of(Form, new ReaderLanguage(language, IsChosen: false));
        var filled = template with
        {
            Rows =
            [
                .. template.Rows.Select(static (row, at) => (IReadOnlyList<object?>)
                    [row[0], .. row.Skip(1).Select((_, index) => (object?)(decimal)((at * 10) + index))]),
            ],
        };

        var reading = Map(format == "xlsx" ? filled.ToXlsx() : filled.ToCsv());

        Assert.Equal(["who", "actual", "budget", "element~能源", "rate"], reading.Columns.Select(static column => column.Target));
        Assert.Equal(
            Enumerable.Range(0, 3).SelectMany(static at => Enumerable.Range(at * 10, 4)),
            reading.Rows.SelectMany(static row => row.Cells)
                .Select(static cell => int.Parse(cell.Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_name_that_looks_like_a_formula_stays_a_name()
    {
        var csv = System.Text.Encoding.UTF8.GetString(new TemplateFile("月报", ["=1+1"], [["@a"]]).ToCsv());

        Assert.Contains("\"'=1+1\"", csv);
        Assert.Contains("\"'@a\"", csv);
    }

    [Fact]
    public void Two_people_of_one_name_are_told_apart_by_their_numbers()
    {
        var people = Form with
        {
            Columns = [Cost("ideas", "建议数") with { Subject = SubjectKind.Person }],
            Rows = [Person("p-a", "甲某", "3001"), Person("p-b", "甲某", "3002"), Person("p-c", "乙某", "3003")],
        };

        var reading = TableMapper.Map(
            Table("工号;建议数", "3002;5", "甲某 · 3001;4", "乙某;3", "甲某;2"), people, chosen: null);

        Assert.Equal(
            [("person/p-b", RowFate.Taken), ("person/p-a", RowFate.Taken), ("person/p-c", RowFate.Taken), ("", RowFate.Unknown)],
            reading.Rows.Select(static row => (row.Key, row.Fate)));
    }

    private static GridRow Person(string id, string name, string number) =>
        new(new SubjectId(SubjectKind.Person, id), new Names(name), Number: number);

    private static string Text(string address, string text) => $"""<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>""";

    private static SpreadsheetTable Table(params string[] lines) =>
        Workbooks.Look("月报.csv", System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines))).Table!;

    private static TableReading Map(SpreadsheetTable table) => TableMapper.Map(table, Form, chosen: null);

    private static TableReading Map(byte[] file) => Map(Workbooks.Look("月报.xlsx", file).Table!);

    private static GridColumn Cost(string code, string name, string? detail = null) =>
        new(new MeasureCode(code), detail, SubjectKind.Team, new CellWords(new Names(name, code), "元", 2));

    private static GridColumn Rate() =>
        new(new MeasureCode("rate"), null, SubjectKind.Team, new CellWords(new Names("培训到课率", "Training attended"), "%", 1), AddsUp: false);

    private static GridRow Team(string id, string name) => new(SubjectId.Team(new UnitId(id)), new Names(name));
}
