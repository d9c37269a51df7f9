using System.Globalization;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Tests.Import;

public class CellReadingTests
{
    [Theory]
    [InlineData("52", "52")]
    [InlineData(" 1,234,567.50 ", "1234567.50")]
    [InlineData("１，２３４．５０", "1234.50")]
    [InlineData("－3.2", "-3.2")]
    [InlineData("−3.2", "-3.2")]
    [InlineData("3。5", "3.5")]
    [InlineData(".5", "0.5")]
    [InlineData("+7", "7")]
    [InlineData("0.940725424", "0.940725424")]
    public void Figure_is_read_exactly_however_it_was_typed(string cell, string expected)
    {
        var refused = FigureText.Read(cell, decimalComma: false, PercentRule.NotSet, out var figure);

        Assert.Null(refused);
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), figure);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("12,50")] // a decimal comma read as a thousands separator would be a hundredfold
    [InlineData("1.2.3")]
    [InlineData("5 件")]
    [InlineData("#DIV/0!")]
    [InlineData("1.2E+05")]
    [InlineData("98.5%")]
    [InlineData("")]
    public void Figure_with_two_readings_is_refused(string cell)
    {
        Assert.NotNull(FigureText.Read(cell, decimalComma: false, PercentRule.NotSet, out _));
    }

    [Theory]
    [InlineData(PercentRule.Keep, "98.5")]
    [InlineData(PercentRule.Divide, "0.985")]
    internal void Percent_sign_means_what_the_mapping_says(PercentRule rule, string expected)
    {
        Assert.Null(FigureText.Read("98.5％", decimalComma: false, rule, out var figure));
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), figure);
    }

    [Fact]
    public void Decimal_comma_is_read_where_the_mapping_says_so()
    {
        Assert.Null(FigureText.Read("1.234,5", decimalComma: true, PercentRule.NotSet, out var figure));
        Assert.Equal(1234.5m, figure);
    }

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2026/3/2")]
    [InlineData("2026年3月2日")]
    [InlineData("２０２６．３．２")]
    [InlineData("20260302")]
    public void Date_with_one_reading_needs_no_format(string cell)
    {
        Assert.Null(DateText.Read(cell, [], out var moment));
        Assert.Equal(new DateTime(2026, 3, 2), moment);
    }

    [Theory]
    [InlineData("2/5/2015", "M/d/yyyy", "2015-02-05")]
    [InlineData("02/05/2015", "d/M/yyyy", "2015-05-02")]
    public void Date_with_two_readings_is_read_by_its_format(string cell, string format, string expected)
    {
        Assert.NotNull(DateText.Read(cell, [], out _));
        Assert.Null(DateText.Read(cell, [format], out var moment));
        Assert.Equal(expected, DateText.Text(DateOnly.FromDateTime(moment)));
    }

    [Theory]
    [InlineData("2018/1/1 24:00", "2018-01-02T00:00:00")]
    [InlineData("2018/1/1 24:00:00", "2018-01-02T00:00:00")]
    [InlineData("2018/1/1 10:24:00", "2018-01-01T10:24:00")]
    public void Twenty_four_hours_is_the_end_of_its_date(string cell, string expected)
    {
        Assert.Null(DateText.Read(cell, ["yyyy/M/d H:mm", "yyyy/M/d H:mm:ss"], out var moment));
        Assert.Equal(expected, DateText.Text(moment));
    }
}
