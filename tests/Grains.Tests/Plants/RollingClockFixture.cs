using System.Globalization;

namespace Ganchao.Grains.Tests.Plants;

/// <summary>Plants whose clock the tests of one class set, forward and back, one test at a time.</summary>
public sealed class RollingClockFixture : PlantFixture
{
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    /// <summary>Sets the plants' clock to a time of Shanghai, such as 2026-03-11 12:00.</summary>
    public void MoveTo(string localTime) => Time.AdjustTime(new DateTimeOffset(
        DateTime.ParseExact(localTime, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), Shanghai));
}
