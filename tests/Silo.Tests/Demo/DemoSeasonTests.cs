using System.Globalization;
using Ganchao.Silo.Demo.Season;

namespace Ganchao.Silo.Tests.Demo;

public sealed class DemoSeasonTests
{
    [Theory]
    [InlineData("2026-12-09", "2026-09-10")]    // the day before: still the quarter before
    [InlineData("2026-12-10", "2026-12-10")]
    [InlineData("2027-01-15", "2026-12-10")]
    [InlineData("2026-10-11", "2026-09-10")]
    [InlineData("2027-06-30", "2027-06-10")]
    [InlineData("2028-06-12", "2028-06-12")]    // the 10th is a Saturday
    [InlineData("2028-06-11", "2028-03-10")]
    public void The_first_day_is_the_tenth_or_next_working_day_of_the_latest_quarter_that_has_come_so_far(
        string today, string expected)
    {
        var season = DemoSeason.LatestAt(DemoSeason.At(Date(today), new TimeOnly(12, 0)));

        Assert.Equal(Date(expected), season.FirstDay);
    }

    [Fact]
    public void Months_are_numbered_from_the_quarter_s_first_and_go_on_into_the_next()
    {
        var season = new DemoSeason(new DateOnly(2026, 12, 10));

        Assert.Equal("2026-10", season.Month(1).Stage.Value);
        Assert.Equal(3, season.MonthOf(season.FirstDay).Number);
        Assert.Equal("works/team-quarter/2026-12", season.Month(3).Board.ToString());
        Assert.Equal("works/team-quarter-2027Q1/2027-01", season.Month(4).Board.ToString());
        Assert.Equal(new DateOnly(2026, 12, 14), season.Day(3));
    }

    private static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
