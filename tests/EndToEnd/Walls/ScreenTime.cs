using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Walls;

/// <summary>A screen's clock, where a test turns it; far from the night, in which a wall loads itself again.</summary>
internal static class ScreenTime
{
    public static ClockInstallOptions Morning => new() { Time = "2026-03-02T10:00:00+08:00" };

    public static ClockInstallOptions BeforeNightlyReload => new() { Time = "2026-03-02T04:00:00+08:00" };
}
