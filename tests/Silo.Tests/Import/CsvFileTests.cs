using System.Text;
using Ganchao.Silo.Import;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Tests.Import;

public class CsvFileTests
{
    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "gb18030", false }, { "utf-16", true }, { "utf-16BE", true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Chinese_file_reads_alike_in_every_encoding_that_offices_use(string encoding, bool withMark)
    {
        var known = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] bytes = [.. withMark ? known.GetPreamble() : [], .. known.GetBytes("班组,产量\n铆焊一班,52.00\n")];

        var file = CsvFile.Read("班报.csv", bytes, new CsvForm());

        Assert.Equal(["班组", "产量"], file.Headings);
        Assert.Equal(["铆焊一班", "52.00"], Assert.Single(file.Rows).Cells);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_instead_of_guessed()
    {
        var refused = Assert.Throws<MappingException>(
            () => CsvFile.Read("picture.csv", [0x89, 0x50, 0xFF, 0xFF, 0x00], new CsvForm()));

        Assert.Contains("picture.csv", refused.Said.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Encoding_that_the_mapping_names_is_taken()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("big5")!.GetBytes("班組,產量\n一班,5\n");

        var file = CsvFile.Read("a.csv", bytes, new CsvForm(Encoding: "big5"));

        Assert.Equal(["班組", "產量"], file.Headings);
    }

    [Theory]
    [InlineData("班组,产量\n一班,5\n")]
    [InlineData("班组;产量\r\n一班;5\r\n")]
    [InlineData("班组\t产量\n一班\t5")]
    public void Comma_semicolon_and_tab_are_told_apart_by_the_headings(string text)
    {
        var file = Factory.File(text);

        Assert.Equal(["班组", "产量"], file.Headings);
        Assert.Equal(["一班", "5"], file.Rows[0].Cells);
    }

    [Fact]
    public void Line_numbers_stay_those_of_the_file_over_line_breaks_in_quotes_and_blank_lines()
    {
        var file = Factory.File("team,note\r\nt1,\"first\r\nsecond, \"\"third\"\"\"\r\n\r\n,\r\nt2,x\r\n");

        Assert.Equal([2, 6], file.Rows.Select(r => r.Line));
        Assert.Equal("first\r\nsecond, \"third\"", file.Rows[0].Cells[1]);
    }

    [Fact]
    public void Headings_may_stand_under_a_title()
    {
        var file = Factory.File("2026年3月计划表,,\n编制:计划科,,\n班组,产量,\n一班,5,\n", new CsvForm(HeadingLine: 3));

        Assert.Equal(["班组", "产量"], file.Headings);
        Assert.Equal(4, Assert.Single(file.Rows).Line);
    }

    [Fact]
    public void Meter_file_without_headings_has_columns_called_by_their_number()
    {
        var file = Factory.File("m1,5\nm2,6\n", new CsvForm(HeadingLine: 0));

        Assert.Equal(["1", "2"], file.Headings);
        Assert.Equal([1, 2], file.Rows.Select(r => r.Line));
    }

    [Fact]
    public void Quotation_mark_that_is_never_closed_is_refused_with_its_line()
    {
        var refused = Assert.Throws<MappingException>(() => Factory.File("a,b\n1,2\n\"3,4\n5,6\n"));

        Assert.StartsWith("figures.csv:3:", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Blanks_of_every_width_are_trimmed()
    {
        var file = Factory.File("team ,\u3000产量\nfinishing \u00A0,\u30005 \n");

        Assert.Equal(["team", "产量"], file.Headings);
        Assert.Equal(["finishing", "5"], file.Rows[0].Cells);
    }
}
