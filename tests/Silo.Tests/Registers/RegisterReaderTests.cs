using Ganchao.Client.Wording;
using Ganchao.Dashboard.Registers;
using Ganchao.Silo.Registers;

namespace Ganchao.Silo.Tests.Registers;

public class RegisterReaderTests
{
    private const string Heads = "编号,类型,名称,上级\n";

    [Theory]
    [InlineData("date,kind,zh\n2026-10-01,public-holiday,国庆节")]
    [InlineData("日期;类型;名称\n2026/10/1;法定节假日;国庆节")]
    [InlineData("Date\tKind\tChinese name\n2026.10.1\tHoliday\t国庆节")]
    [InlineData("\n\n 类型 ,名 称,日期\n放假,国庆节,２０２６年10月1日")]
    [InlineData("2026-10-01,节日,国庆节")]
    [InlineData("2026-10-01\tpublic holiday\t国庆节")]
    [InlineData("２０２６-10-01，节假日，国庆节")]
    public void A_holiday_is_read_however_it_is_written(string text)
    {
        var row = Assert.Single(Read(RegisterForms.Calendar, text).Rows);

        Assert.Empty(row.Problems);
        Assert.Equal(
            ("2026-10-01", "public-holiday", "国庆节"), (row.Cells["date"], row.Cells["kind"], row.Cells["zh"]));
    }

    [Theory]
    [InlineData("班", "swapped-working-day")]
    [InlineData("补班", "swapped-working-day")]
    [InlineData("休", "rest-day")]
    [InlineData("调休放假", "rest-day")]
    [InlineData("WORK", "working-day")]
    public void The_words_of_wall_calendars_are_known(string word, string kind) =>
        Assert.Equal(kind, Assert.Single(Read(RegisterForms.Calendar, $"2026-10-10,{word}").Rows).Cells["kind"]);

    [Theory]
    [InlineData("t1,班组,=1+1,p1", "zh")]
    [InlineData("t1,班组,＝1+1,p1", "zh")]
    [InlineData("t1,班组,+A1,p1", "zh")]
    [InlineData("t1,班组,-A1,p1", "zh")]
    [InlineData("t1,班组,@SUM(A1),p1", "zh")]
    [InlineData("=t1,班组,一班,p1", "unit")]
    public void What_a_spreadsheet_would_run_is_refused(string line, string column) =>
        AssertRefused(RegisterProblems.Formula, column, RegisterForms.Organisation, Heads + line);

    [Fact]
    public void A_figure_may_be_negative_and_a_formula_may_begin_with_a_sign()
    {
        var row = Assert.Single(Read(RegisterForms.Measures, "指标编号,最小,公式\na,-5,-b + c").Rows);

        Assert.Empty(row.Problems);
        Assert.Equal(("-5", "-b + c"), (row.Cells["min"], row.Cells["formula"]));
    }

    [Fact]
    public void A_cell_that_is_wrong_is_named_with_its_column()
    {
        AssertRefused(RegisterProblems.NotAnId, "unit", RegisterForms.Organisation, $"{Heads}t 1,班组,一班,p1");
        AssertRefused(RegisterProblems.NotAnId, "parent", RegisterForms.Organisation, $"{Heads}t1,班组,一班,a/b");
        AssertRefused(RegisterProblems.CellBroken, "zh", RegisterForms.Organisation, $"{Heads}t1,班组,\"一\n班\",p1");
        AssertRefused(RegisterProblems.CellLong, "zh", RegisterForms.Organisation, $"{Heads}t1,班组,{new string('x', 2_001)},p1");
        AssertRefused(RegisterProblems.NotAFigure, "price", RegisterForms.Products, "code,price\nx,12元");
        AssertRefused(RegisterProblems.NotAFigure, "price", RegisterForms.Products, "code;price\nx;12,50");
        AssertRefused(RegisterProblems.NotWhole, "decimals", RegisterForms.Measures, "code,Decimals\nx,1.5");
        AssertRefused(RegisterProblems.NotADate, "date", RegisterForms.Calendar, "2026-02-30,休");
        AssertRefused(RegisterProblems.TwoReadings, "kind", RegisterForms.Calendar, "2026-10-10,调休");
        AssertRefused(RegisterProblems.NoSuchPerson, "person", RegisterForms.People, "工号,班组\n1003,t1");
        AssertRefused(RegisterProblems.Ragged, null, RegisterForms.Organisation, $"{Heads}t1,班组,一班,p1,多余");
    }

    [Fact]
    public void A_file_that_cannot_be_read_says_why()
    {
        Assert.Equal(RegisterProblems.Empty, Read(RegisterForms.Organisation, " \n").Problem);
        Assert.Equal(RegisterProblems.NoLines, Read(RegisterForms.Organisation, Heads).Problem);
        Assert.Contains("“绰号”", Read(RegisterForms.Organisation, "编号,绰号\nt1,x").Problem!.Zh);
        Assert.Contains("“Id” is missing", Read(RegisterForms.Organisation, "名称\n一班").Problem!.En);
        Assert.Contains("“Unit”", Read(RegisterForms.Products, "code,单位,Unit\nx,件,件").Problem!.En);
        Assert.Contains("引号没有配对", Read(RegisterForms.Organisation, $"{Heads}t1,班组,\"一班,p1").Problem!.Zh);
    }

    [Fact]
    public void What_is_empty_is_taken_away_and_what_has_no_column_is_not_there()
    {
        var row = Assert.Single(Read(RegisterForms.Products, "code,drawing\nx,").Rows);

        Assert.Equal("", row.Cells["drawing"]);
        Assert.DoesNotContain("price", row.Cells.Keys);
    }

    private static void AssertRefused(Text problem, string? column, RegisterForm form, string text)
    {
        var found = Assert.Single(Assert.Single(Read(form, text).Rows).Problems);
        Assert.Equal((problem, column), (found.Said, found.Column?.Key));
    }

    private static RegisterReading Read(RegisterForm form, string text) =>
        RegisterReader.Read(form, new RegisterContent.Pasted(text), Roster.Nobody);
}
