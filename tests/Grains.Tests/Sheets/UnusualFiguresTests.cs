using System.Globalization;
using Ganchao.Contracts.Entries;
using Ganchao.Grains.Sheets;

namespace Ganchao.Grains.Tests.Sheets;

public class UnusualFiguresTests
{
    private static readonly decimal[] TenShifts = [12, 13, 11, 12, 12, 13, 11, 12, 12, 12];

    [Theory]
    [InlineData("12", Oddity.NotSet, null)]
    [InlineData("13", Oddity.NotSet, null)]
    [InlineData("15", Oddity.FarFromMean, null)]     // within 30 %, beyond three standard deviations
    [InlineData("16", Oddity.FarFromMean, null)]
    [InlineData("8", Oddity.FarFromMean, null)]
    [InlineData("0", Oddity.FarFromMean, null)]
    [InlineData("60", Oddity.FarFromMean, null)]     // five times as much is no other unit
    [InlineData("125", Oddity.OtherUnit, "10")]      // 12.5 with the point forgotten
    [InlineData("1.25", Oddity.OtherUnit, "0.1")]
    [InlineData("1200", Oddity.OtherUnit, "100")]
    [InlineData("0.12", Oddity.OtherUnit, "0.01")]
    [InlineData("12000", Oddity.OtherUnit, "1000")]  // kilograms for tonnes
    [InlineData("0.012", Oddity.OtherUnit, "0.001")]
    [InlineData("400", Oddity.FarFromMean, null)]    // thirty-three times: far, and of no unit
    [InlineData("900000", Oddity.OtherUnit, "1000")]
    public void A_figure_is_compared_with_the_last_ten_shifts(string figure, Oddity expected, string? factor)
    {
        var mark = Judge(figure, TenShifts);

        Assert.Equal(expected, mark?.Oddity ?? Oddity.NotSet);
        Assert.Equal(factor is null ? null : Number(factor), mark?.Factor);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    public void A_figure_that_one_of_the_last_shifts_had_surprises_nobody(string figure) =>
        Assert.Null(Judge(figure, [1, 1, 2, 1, 0, 1, 1, 1, 1, 1]));

    [Fact]
    public void A_few_shifts_are_no_habit_yet_but_tell_the_unit()
    {
        Assert.Null(Judge("20", [12, 13]));
        Assert.Null(Judge("125", [12, 13]));    // a busy shift, perhaps
        Assert.Equal((Oddity.OtherUnit, 1000m), (Judge("12500", [12, 13])!.Oddity, Judge("12500", [12, 13])!.Factor));
        Assert.Null(Judge("20", []));
    }

    [Fact]
    public void The_mean_is_of_ten_and_the_spread_of_thirty()
    {
        decimal[] steady = [.. Enumerable.Repeat(100m, 10)];
        decimal[] wide = [.. steady, .. Enumerable.Range(0, 20).Select(shift => shift % 2 == 0 ? 60m : 140m)];

        Assert.Equal(Oddity.FarFromMean, Judge("135", steady)?.Oddity);
        Assert.Null(Judge("120", wide));
        Assert.Equal((100m, 10), (Judge("135", wide)!.Typical, Judge("135", wide)!.Figures));
    }

    private static UnusualMark? Judge(string figure, decimal[] last) => UnusualFigures.Judge(Number(figure), last);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
