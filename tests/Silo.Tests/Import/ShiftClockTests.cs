using Ganchao.Silo.Import.Mappings;

namespace Ganchao.Silo.Tests.Import;

public class ShiftClockTests
{
    private static readonly string[] Formats = ["yyyy-M-d H:mm"];

    private static readonly ShiftWindow[] ThreeShifts =
    [
        new("N1", Hours(0), Hours(8), false), new("D", Hours(8), Hours(16), false), new("E", Hours(16), Hours(24), false),
    ];

    [Theory]
    [InlineData("2018-01-01 00:15", "N1", "2018-01-01")]
    [InlineData("2018-01-01 08:00", "N1", "2018-01-01")] // the quarter hour that ends at eight
    [InlineData("2018-01-01 08:15", "D", "2018-01-01")]
    [InlineData("2018-01-01 16:00", "D", "2018-01-01")]
    [InlineData("2018-01-01 23:45", "E", "2018-01-01")]
    [InlineData("2018-01-01 00:00", "E", "2018-01-01")] // the day's last quarter hour
    public void Midnight_that_carries_the_date_that_it_ends_belongs_to_the_evening_shift(string at, string shift, string date)
    {
        var clock = new ShiftClock(new CellTemplate("<at>"), Formats, true, true, ThreeShifts);

        Assert.Equal((shift, DateOnly.Parse(date, null)), clock.Find(clock.Moment(DateTime.Parse(at, null))));
    }

    [Fact]
    public void Midnight_that_carries_the_next_date_belongs_to_the_evening_before()
    {
        var clock = new ShiftClock(new CellTemplate("<at>"), Formats, true, false, ThreeShifts);

        Assert.Equal(("E", new DateOnly(2018, 1, 1)), clock.Find(new DateTime(2018, 1, 2)));
    }

    [Fact]
    public void Time_that_starts_its_interval_belongs_to_the_shift_that_starts_then()
    {
        var clock = new ShiftClock(new CellTemplate("<at>"), Formats, false, false, ThreeShifts);

        Assert.Equal(("D", new DateOnly(2018, 1, 1)), clock.Find(new DateTime(2018, 1, 1, 8, 0, 0)));
        Assert.Equal(("N1", new DateOnly(2018, 1, 1)), clock.Find(new DateTime(2018, 1, 1)));
    }

    [Theory]
    [InlineData(false, "2026-03-02 21:00", "2026-03-02")]
    [InlineData(false, "2026-03-03 03:00", "2026-03-02")]
    [InlineData(true, "2026-03-02 21:00", "2026-03-03")]
    [InlineData(true, "2026-03-03 03:00", "2026-03-03")]
    public void Night_shift_has_one_production_date_on_both_sides_of_midnight(bool dateOfEnd, string at, string date)
    {
        var clock = new ShiftClock(
            new CellTemplate("<at>"), Formats, false, false, [new("night", Hours(20), Hours(4), dateOfEnd)]);

        Assert.Equal(("night", DateOnly.Parse(date, null)), clock.Find(DateTime.Parse(at, null)));
        Assert.Null(clock.Find(new DateTime(2026, 3, 2, 12, 0, 0)));
    }

    private static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);
}
