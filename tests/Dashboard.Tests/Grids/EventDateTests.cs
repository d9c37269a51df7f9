using System.Globalization;
using Ganchao.Dashboard.Grids;

namespace Ganchao.Dashboard.Tests.Grids;

/// <summary>The day of an event as people write it.</summary>
public sealed class EventDateTests
{
    private static readonly DateOnly Today = new(2026, 7, 20);

    [Theory]
    [InlineData("2026-7-3", "2026-07-03")]
    [InlineData("２０２６年７月３日", "2026-07-03")]
    [InlineData("2026.07.03", "2026-07-03")]
    [InlineData("20260703", "2026-07-03")]
    [InlineData("7月3号", "2026-07-03")]
    [InlineData("7/20", "2026-07-20")]
    [InlineData("12-31", "2025-12-31")]    // the last such day
    public void A_day_is_read(string typed, string day)
    {
        Assert.True(EventDate.TryRead(typed, Today, out var read));
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("昨天")]
    [InlineData("2026-2-30")]
    [InlineData("13-1")]
    [InlineData("0000-1-1")]
    [InlineData("2-29")]    // no such day this year
    public void What_is_no_day_is_none(string typed) => Assert.False(EventDate.TryRead(typed, Today, out _));
}
