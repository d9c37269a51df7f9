using System.Globalization;
using Ganchao.Dashboard.Entry;
using Ganchao.Silo.Entry;

namespace Ganchao.Silo.Tests.Entry;

public class UnusualFiguresTests
{
    private static readonly decimal[] TenShifts = [12, 13, 11, 12, 12, 13, 11, 12, 12, 12];

    [Theory]
    [InlineData("12", Oddity.NotSet)]
    [InlineData("13", Oddity.NotSet)]
    [InlineData("15", Oddity.FarFromMean)]     // within 30 %, beyond three standard deviations
    [InlineData("16", Oddity.FarFromMean)]
    [InlineData("8", Oddity.FarFromMean)]
    [InlineData("125", Oddity.FarFromMean)]
    [InlineData("12000", Oddity.OtherUnit)]
    [InlineData("0.012", Oddity.OtherUnit)]
    [InlineData("0", Oddity.FarFromMean)]
    public void A_figure_is_compared_with_the_last_ten_shifts(string figure, Oddity expected) =>
        Assert.Equal(expected, Judge(figure, TenShifts));

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    public void A_figure_that_one_of_the_last_shifts_had_surprises_nobody(string figure) =>
        Assert.Equal(Oddity.NotSet, Judge(figure, [1, 1, 2, 1, 0, 1, 1, 1, 1, 1]));

    [Fact]
    public void A_few_shifts_are_no_habit_yet_but_tell_the_unit()
    {
        Assert.Equal(Oddity.NotSet, Judge("20", [12, 13]));
        Assert.Equal(Oddity.OtherUnit, Judge("12500", [12, 13]));
        Assert.Equal(Oddity.NotSet, Judge("20", []));
    }

    [Fact]
    public void What_the_register_calls_unusual_is_unusual_whatever_the_last_shifts_had() =>
        Assert.Equal(Oddity.OutsideUsual, UnusualFigures.Judge(0, 500, [500, 500, 500, 500, 500], isOutsideUsual: true)?.Oddity);

    private static Oddity Judge(string figure, decimal[] last) => UnusualFigures.Judge(
        0, decimal.Parse(figure, CultureInfo.InvariantCulture), last, isOutsideUsual: false)?.Oddity ?? Oddity.NotSet;
}
