using System.Globalization;

namespace Ganchao.Silo.Demo.Season;

/// <summary>
/// The demo's calendar: the quarter around its first day (D1), the 10th or the next working day of the quarter's third
/// month. Monday to Friday, no holidays, China's time.
/// </summary>
internal sealed class DemoSeason
{
    private const int FirstDayOfMonth = 10;

    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);
    private static readonly TimeOnly FirstTime = new(7, 40);

    private readonly DateOnly _quarter;

    public DemoSeason(DateOnly firstDay)
    {
        FirstDay = firstDay;
        _quarter = new DateOnly(firstDay.Year, firstDay.Month, 1).AddMonths(1 - DemoMonth.PerQuarter);
    }

    /// <summary>D1.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>When the demo's clock starts to run: D1, 07:40.</summary>
    public DateTimeOffset FirstMoment => At(FirstDay, FirstTime);

    /// <summary>D1 of the latest calendar quarter whose D1 is not after today in China.</summary>
    public static DemoSeason LatestAt(DateTimeOffset now)
    {
        var today = DateAt(now);
        var quarterEnd = new DateOnly(today.Year, ((today.Month + 2) / DemoMonth.PerQuarter * DemoMonth.PerQuarter), 1);
        var firstDay = FirstDayIn(quarterEnd);
        return new DemoSeason(firstDay <= today ? firstDay : FirstDayIn(quarterEnd.AddMonths(-DemoMonth.PerQuarter)));
    }

    public static bool IsWorkingDay(DateOnly date) => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The date itself or the next working day.</summary>
    public static DateOnly OnOrAfter(DateOnly date) => IsWorkingDay(date) ? date : OnOrAfter(date.AddDays(1));

    /// <summary>The date itself or the working day before.</summary>
    public static DateOnly OnOrBefore(DateOnly date) => IsWorkingDay(date) ? date : OnOrBefore(date.AddDays(-1));

    public static DateOnly WorkingDayBefore(DateOnly date) => OnOrBefore(date.AddDays(-1));

    public static DateTimeOffset At(DateOnly date, TimeOnly time) => new(date.ToDateTime(time), Zone);

    public static DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Zone).DateTime);

    public static string QuarterName(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Year}Q{((date.Month - 1) / DemoMonth.PerQuarter) + 1}");

    /// <summary>D2 is Day(2): the first working day after D1.</summary>
    public DateOnly Day(int number) => Enumerable.Range(1, number - 1)
        .Aggregate(FirstDay, (day, _) => OnOrAfter(day.AddDays(1)));

    /// <summary>The month with a number; 1 is the first of the first quarter, 0 and less lie before it.</summary>
    public DemoMonth Month(int number) => new(number, _quarter.AddMonths(number - 1));

    public DemoMonth MonthOf(DateOnly date) =>
        Month(((date.Year - _quarter.Year) * 12) + date.Month - _quarter.Month + 1);

    private static DateOnly FirstDayIn(DateOnly month) => OnOrAfter(new DateOnly(month.Year, month.Month, FirstDayOfMonth));
}
