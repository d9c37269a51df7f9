using System.Diagnostics;
using System.Text;
using Ganchao.Dashboard.Spreadsheets;
using Ganchao.Silo.Spreadsheets;
using Microsoft.Extensions.Logging;

namespace Ganchao.Silo.Tests.Spreadsheets;

/// <summary>Files of the plant are read as they are; what is none, or is made to break the reader, is refused soon.</summary>
public sealed class SpreadsheetReaderTests
{
    [Fact]
    public void Numbers_texts_dates_and_merged_cells_are_read_as_the_spreadsheet_shows_them()
    {
        var table = Read(Workbooks.Of(
            Workbooks.Row(1, "铸造分厂月报", null, null) + Workbooks.Row(2, "造型一班", 0.1 + 0.2, 1200)
            + $"""<row r="3">{Workbooks.Styled("A3", 1, "0.985")}{Workbooks.Styled("B3", 2, "45123")}<c r="C3" t="e"><v>#DIV/0!</v></c></row>"""
            + """<row r="4"><c r="A4"><f>SUM(B1:B2)</f><v>7</v></c><c r="B4"><f>SUM(B1:B2)</f></c><c r="C4" t="str"><f>A1</f><v> x </v></c></row>""",
            Workbooks.Merge("A1:C1")));

        Assert.Equal(
            [
                ("A1", CellKind.Text, "铸造分厂月报"), ("A2", CellKind.Text, "造型一班"), ("B2", CellKind.Number, "0.3"),
                ("C2", CellKind.Number, "1200"), ("A3", CellKind.Percent, "0.985"), ("B3", CellKind.Date, "2023-07-16"),
                ("C3", CellKind.Error, "#DIV/0!"), ("A4", CellKind.Number, "7"), ("B4", CellKind.Unread, ""), ("C4", CellKind.Text, "x"),
            ],
            table.Cells.Select(static cell => (cell.Address, cell.Kind, cell.Text)));
        Assert.Equal([new MergedCells(1, 1, 1, 3)], table.Merged);
        Assert.Equal("月报", table.Sheet);
    }

    [Fact]
    public void Dates_that_begin_in_1904_and_shared_strings_are_read()
    {
        var table = Read(Workbooks.With(
            $"""<row r="1">{Workbooks.Styled("A1", 2, "43661")}<c r="B1" t="s"><v>1</v></c></row>""",
            ("xl/workbook.xml", WorkbookOf("""<workbookPr date1904="1"/>""")),
            ("xl/_rels/workbook.xml.rels", RelationshipsWithStrings),
            ("[Content_Types].xml", TypesWithStrings),
            ("xl/sharedStrings.xml",
                $"""<sst xmlns="{Main}"><si><t>无</t></si><si><r><t>造型</t></r><r><t>一班</t></r><rPh sb="0" eb="1"><t>zao</t></rPh></si></sst>""")));

        Assert.Equal([("2023-07-16", "造型一班")], [(table.Cells[0].Text, table.Cells[1].Text)]);
    }

    [Fact]
    public void Days_that_begin_in_1904_go_along_when_the_table_is_carried()
    {
        var table = Read(Workbooks.With(Workbooks.Row(1, 43661), ("xl/workbook.xml", WorkbookOf("""<workbookPr date1904="1"/>"""))));

        Assert.True(SpreadsheetTable.Parse(table.Written())!.From1904);
        Assert.False(Read(Workbooks.Of(Workbooks.Row(1, 43661))).From1904);
    }

    [Fact]
    public void The_first_sheet_that_shows_something_is_read_and_others_are_named()
    {
        var table = Read(Workbooks.With(
            Workbooks.Row(1, "x"),
            ("xl/workbook.xml", WorkbookOf("", """<sheet name="参数" sheetId="3" state="hidden" r:id="rId1"/>""", """<sheet name="去年" sheetId="4" r:id="rId1"/>"""))));

        Assert.Equal(("月报", "去年"), (table.Sheet, Assert.Single(table.OtherSheets)));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public void A_text_file_is_read_in_the_encodings_of_the_plants(string encoding)
    {
        var text = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);

        var table = Read(text.GetBytes("铸造分厂月报\r\n班组;成本\r\n造型一班;\"1,200\"\r\n"));

        Assert.Equal(
            [("A1", "铸造分厂月报"), ("A2", "班组"), ("B2", "成本"), ("A3", "造型一班"), ("B3", "1,200")],
            table.Cells.Select(static cell => (cell.Address, cell.Text)));
    }

    [Fact]
    public void What_is_no_spreadsheet_is_refused_by_its_content()
    {
        AssertRefused(SpreadsheetFault.WrongType, "<html><table><tr><td>1</td></tr></table>"u8.ToArray());
        AssertRefused(SpreadsheetFault.WrongType, [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2, 3]);
        AssertRefused(SpreadsheetFault.WrongType, Workbooks.Zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]));
        AssertRefused(SpreadsheetFault.OldFormat, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, .. new byte[600]]);
        AssertRefused(
            SpreadsheetFault.Protected,
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]);
        AssertRefused(SpreadsheetFault.Empty, []);
        AssertRefused(SpreadsheetFault.Empty, Workbooks.Of(""));
    }

    [Fact]
    public void Programs_and_links_to_other_files_are_refused()
    {
        AssertRefused(SpreadsheetFault.Macros, Workbooks.With(Workbooks.Row(1, "x"), ("xl/vbaProject.bin", "program")));
        AssertRefused(SpreadsheetFault.Links, Workbooks.With(Workbooks.Row(1, "x"), ("xl/externalLinks/externalLink1.xml", "<x/>")));
        AssertRefused(SpreadsheetFault.Links, Workbooks.With(Workbooks.Row(1, "x"), ("xl/connections.xml", "<x/>")));
    }

    [Fact]
    public void A_file_that_unpacks_to_gigabytes_is_refused_soon()
    {
        var watch = Stopwatch.StartNew();
        var blank = new string(' ', 120_000_000);

        var bomb = Workbooks.With(Workbooks.Row(1, "x"), ("xl/worksheets/sheet1.xml", $"<worksheet>{blank}</worksheet>"));
        var inflating = Workbooks.With(Workbooks.Row(1, "x"), ("xl/media/image1.bin", blank));
        Assert.True(bomb.Length < SpreadsheetLimits.FileLength);

        watch.Restart();
        AssertRefused(SpreadsheetFault.Hostile, bomb);
        AssertRefused(SpreadsheetFault.Hostile, inflating);
        AssertRefused(SpreadsheetFault.Hostile, Workbooks.With(
            Workbooks.Row(1, "x"), [.. Enumerable.Range(0, 500).Select(static number => ($"xl/media/{number}.bin", ""))]));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Xml_that_is_made_to_break_its_reader_is_refused()
    {
        const string Laughs =
            """<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]><worksheet>&c;</worksheet>""";
        const string Outside = """<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>""";
        const string Elsewhere = """<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd"><worksheet/>""";
        foreach (var sheet in new[] { Laughs, Outside, Elsewhere })
        {
            AssertRefused(SpreadsheetFault.Hostile, Workbooks.With("", ("xl/worksheets/sheet1.xml", sheet)));
        }

        var deep = string.Concat(Enumerable.Repeat("<c>", 200_000)) + string.Concat(Enumerable.Repeat("</c>", 200_000));
        AssertRefused(SpreadsheetFault.Hostile, Workbooks.With("", ("xl/worksheets/sheet1.xml", Workbooks.Sheet(deep))));
        AssertRefused(SpreadsheetFault.Broken, Workbooks.With("", ("xl/worksheets/sheet1.xml", "<worksheet><sheetData>")));
    }

    [Fact]
    public void A_million_rows_are_refused_filled_or_blank()
    {
        var filled = string.Concat(Enumerable.Range(1, 6_000).Select(static row => Workbooks.Row(row, row)));
        var blank = string.Concat(Enumerable.Range(1, 400_000).Select(static row => FormattableString.Invariant($"<row r=\"{row}\"/>")));
        var wide = Workbooks.Row(1, "x") + """<row r="2"><c r="XFD2"><v>1</v></c></row>""";

        AssertRefused(SpreadsheetFault.TooMany, Workbooks.Of(filled));
        AssertRefused(SpreadsheetFault.TooMany, Workbooks.Of(blank));
        AssertRefused(SpreadsheetFault.TooMany, Workbooks.Of(wide));
        AssertRefused(SpreadsheetFault.TooMany, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,1\n", 6_000))));
        AssertRefused(SpreadsheetFault.TooLarge, new byte[SpreadsheetLimits.FileLength + 1]);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_and_breaks_nothing()
    {
        var whole = Workbooks.Of(Workbooks.Row(1, "班组", "成本") + Workbooks.Row(2, "造型一班", 7));

        for (var length = 3; length < whole.Length; length += 7)
        {
            Assert.Null(Workbooks.Look("x.xlsx", whole[..length]).Table);
        }
    }

    [Fact]
    public void Bytes_changed_anywhere_break_nothing()
    {
        var whole = Workbooks.Of(Workbooks.Row(1, "班组", "成本") + Workbooks.Row(2, "造型一班", 7), Workbooks.Merge("A1:B1"));
        var random = new Random(7);

        for (var round = 0; round < 400; round++)
        {
            var changed = whole.ToArray();
            changed[random.Next(4, changed.Length)] = (byte)random.Next(256);
            var reading = Workbooks.Look("x.xlsx", changed);
            Assert.True(reading.Table is not null || reading.Fault != SpreadsheetFault.NotSet);
        }
    }

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"nonsense\"><v>1</v></c></row>", "")]
    [InlineData("<row r=\"1\"><c r=\"11\"><v>1</v></c></row>", "")]
    [InlineData("<row r=\"1\"><c s=\"-1\"><v>1</v></c></row>", "")]
    [InlineData("<row r=\"1\"><c><v>1</v></c></row>", "<mergeCell ref=\"A99999999999:B2\"/>")]
    [InlineData("<row r=\"1\"><c><v>1</v></c></row>", "<mergeCell ref=\"A:B\"/>")]
    public void What_openxml_cannot_read_is_refused_as_broken_and_the_log_says_why(string rows, string merged)
    {
        var log = new KeptLog();

        Assert.Equal(SpreadsheetFault.Broken, SpreadsheetReader.Look("x.xlsx", Workbooks.Of(rows, merged), log).Fault);

        Assert.IsType<FormatException>(Assert.Single(log.Exceptions), exactMatch: false);
    }

    [Fact]
    public void A_sheet_whose_part_is_missing_is_passed_over() => AssertRefused(SpreadsheetFault.Empty, Workbooks.With(
        Workbooks.Row(1, "x"), ("xl/workbook.xml", WorkbookOf("").Replace("\"rId1\"", "\"rId9\"", StringComparison.Ordinal))));

    [Fact]
    public void Marks_changed_anywhere_in_the_xml_break_nothing()
    {
        const string Signs = "<>/\"'& =-019ABrcst:";
        var sheet = Workbooks.Sheet(
            Workbooks.Row(1, "班组", "成本") + $"<row r=\"2\">{Workbooks.Styled("A2", 1, "0.5")}{Workbooks.Styled("B2", 2, "45123")}</row>", Workbooks.Merge("A1:B1"));
        var random = new Random(11);

        for (var round = 0; round < 400; round++)
        {
            var changed = new StringBuilder(sheet) { [random.Next(sheet.Length)] = Signs[random.Next(Signs.Length)] };
            var reading = Workbooks.Look("x.xlsx", Workbooks.With("", ("xl/worksheets/sheet1.xml", changed.ToString())));
            Assert.True(reading.Table is not null || reading.Fault != SpreadsheetFault.NotSet);
        }
    }

    [Theory]
    [InlineData(5_001, 1, 1)]
    [InlineData(1, 257, 1)]
    [InlineData(100, 201, 1)]
    [InlineData(1, 201, 2_000)]
    public void The_limits_are_the_same_for_what_is_pasted_typed_as_text_and_in_a_workbook(int rows, int columns, int length)
    {
        var cells = Enumerable.Repeat(new string('x', length), columns).ToList();
        string Lines(string separator) => string.Join('\n', Enumerable.Repeat(string.Join(separator, cells), rows));
        var sheet = string.Concat(Enumerable.Range(1, rows).Select(row =>
            $"""<row r="{row}">{string.Concat(cells.Select(static text => $"<c t=\"str\"><v>{text}</v></c>"))}</row>"""));

        Assert.Equal(SpreadsheetFault.TooMany, SpreadsheetTable.Pasted(Lines("\t")).Fault);
        AssertRefused(SpreadsheetFault.TooMany, Encoding.UTF8.GetBytes(Lines(";")));
        AssertRefused(SpreadsheetFault.TooMany, Workbooks.Of(sheet));
    }

    [Fact]
    public void What_is_pasted_within_the_limits_is_read()
    {
        var table = SpreadsheetTable.Pasted("班组\t成本\r\n\t 7 \r\n").Table!;

        Assert.Equal(
            [("A1", "班组"), ("B1", "成本"), ("B2", "7")], table.Cells.Select(static cell => (cell.Address, cell.Text)));
        Assert.Equal(SpreadsheetFault.Empty, SpreadsheetTable.Pasted(" \t\n").Fault);
    }

    [Fact]
    public void A_table_comes_back_from_its_text_and_a_made_up_one_does_not()
    {
        var table = Read(Workbooks.Of(Workbooks.Row(1, "班组", 7), Workbooks.Merge("A1:B1")));

        var again = SpreadsheetTable.Parse(table.Written())!;

        Assert.Equal(table.Cells, again.Cells);
        Assert.Equal((table.Merged[0], table.File), (again.Merged[0], again.File));
        Assert.Null(SpreadsheetTable.Parse("{}"));
        Assert.Null(SpreadsheetTable.Parse("""{"File":"x","Sheet":"","OtherSheets":[],"Cells":[{"Row":99999,"Column":1,"Kind":1,"Text":""}],"Merged":[]}"""));
        Assert.Null(SpreadsheetTable.Parse("""{"File":"x","Sheet":"","OtherSheets":[],"Cells":[null],"Merged":[]}"""));
    }

    private sealed class KeptLog : ILogger
    {
        public List<Exception?> Exceptions { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Exceptions.Add(exception);
    }

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string RelationshipsWithStrings =
        $"""
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relationships}/worksheet"
        Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Relationships}/styles" Target="styles.xml"/><Relationship Id="rId3"
        Type="{Relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>
        """;

    private const string TypesWithStrings =
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
        <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
        <Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
        """;

    private static string WorkbookOf(string properties, string before = "", string after = "") =>
        $"""
        <workbook xmlns="{Main}" xmlns:r="{Relationships}">{properties}<sheets>{before}<sheet name="月报" sheetId="1" r:id="rId1"/>{after}</sheets></workbook>
        """;

    private static SpreadsheetTable Read(byte[] file)
    {
        var reading = Workbooks.Look("月报.xlsx", file);
        Assert.Equal(SpreadsheetFault.NotSet, reading.Fault);
        return reading.Table!;
    }

    private static void AssertRefused(SpreadsheetFault fault, byte[] file)
    {
        var reading = Workbooks.Look("月报.xlsx", file);

        Assert.Equal((fault, null), (reading.Fault, reading.Table));
    }
}
