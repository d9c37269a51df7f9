using Ganchao.EndToEnd.Walls;

namespace Ganchao.EndToEnd.Accessibility;

/// <summary>A wall in each of its states, in both languages, dark and light.</summary>
public class WallTests(Browsing browsing)
{
    private const int MinuteMs = 61_000;
    private const int FiveMinutesMs = 5 * 60_000;
    private const int OneHourMs = 60 * 60_000;

    public static TheoryData<string, string> Screens => new()
    {
        { "zh-CN", "dark" },
        { "en-US", "light" },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Walls_keep_the_rules_of_accessibility_in_each_state(string locale, string theme)
    {
        await using var context = await browsing.OpenAsync(new() { Locale = locale });
        var cable = await Cable.LayAsync(context);
        var page = await context.NewPageAsync();
        await page.Clock.InstallAsync(ScreenTime.Morning);
        var wall = await OpenWall.OpenAsync(page, $"{RunningPlant.Wall}?theme={theme}");
        await AssertStateAsync(wall, "Live");
        await page.Keyboard.PressAsync("Space");
        await page.Locator(".paused").WaitForAsync();
        await AssertStateAsync(wall, "Live");

        await cable.CutAsync();
        await AssertStateAsync(wall, "Reconnecting");
        await page.Clock.FastForwardAsync(MinuteMs);
        await AssertStateAsync(wall, "Stale");
        await page.Clock.FastForwardAsync(FiveMinutesMs);
        await AssertStateAsync(wall, "Offline");
        await page.Clock.FastForwardAsync(OneHourMs);
        await AssertStateAsync(wall, "Gone");
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Walls_that_say_little_keep_the_rules_of_accessibility_too(string locale, string theme)
    {
        await using var context = await browsing.OpenAsync(new() { Locale = locale });
        await context.RouteAsync("**/*.wasm", route => route.AbortAsync());
        var page = await context.NewPageAsync();
        await AssertStateAsync(await OpenWall.OpenAsync(page, $"{RunningPlant.Wall}?theme={theme}"), "Loading");
        await AssertStateAsync(await OpenWall.OpenAsync(page, $"{RunningPlant.Wall}?theme={theme}&lite=1"), "Loading");
        await AssertStateAsync(await OpenWall.OpenAsync(page, $"/wall/{HallPlant.EmptyBoard}?theme={theme}"), "Loading");
        await page.GotoAsync($"/wall/hall/output/none?theme={theme}");
        await Axe.AssertNothingIsWrongAsync(page, "no such board");
    }

    private static async Task AssertStateAsync(OpenWall wall, string state)
    {
        await wall.WaitForAsync(state);
        await Axe.AssertNothingIsWrongAsync(wall.Page, $"{wall.Page.Url}, {state}");
    }
}
