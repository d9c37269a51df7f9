using Ganchao.EndToEnd.Walls;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Accessibility;

/// <summary>Walls and tables in each of their states, in both languages, dark and light.</summary>
public class StateTests(Browsing browsing)
{
    private const int MinuteMs = 61_000;
    private const int FiveMinutesMs = 5 * 60_000;
    private const int OneHourMs = 60 * 60_000;

    /// <summary>A kind of page, what stands behind its address, the browser's language and scheme.</summary>
    public static TheoryData<string, string, string, ColorScheme> Readers => new()
    {
        { "wall", "?theme=dark", "zh-CN", ColorScheme.Light },
        { "wall", "?theme=light", "en-US", ColorScheme.Dark },
        { "board", "", "zh-CN", ColorScheme.Light },
        { "board", "", "en-US", ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Live_pages_keep_the_rules_of_accessibility_in_each_state(
        string kind, string theme, string locale, ColorScheme scheme)
    {
        await using var context = await browsing.OpenAsync(new() { Locale = locale, ColorScheme = scheme });
        var cable = await Cable.LayAsync(context);
        var page = await context.NewPageAsync();
        await page.Clock.InstallAsync(ScreenTime.Morning);
        await page.GotoAsync($"/{kind}/{HallPlant.Board}{theme}");
        await AssertStateAsync(page, "Live");
        await page.Keyboard.PressAsync("Space");    // a wall stops turning its pages
        await AssertStateAsync(page, "Live");

        await cable.CutAsync();
        await AssertStateAsync(page, "Reconnecting");
        await page.Clock.FastForwardAsync(MinuteMs);
        await AssertStateAsync(page, "Stale");
        await page.Clock.FastForwardAsync(FiveMinutesMs);
        await AssertStateAsync(page, "Offline");
        await page.Clock.FastForwardAsync(OneHourMs);
        await AssertStateAsync(page, "Gone");
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Live_pages_that_say_little_keep_the_rules_of_accessibility_too(
        string kind, string theme, string locale, ColorScheme scheme)
    {
        await using var context = await browsing.OpenAsync(new() { Locale = locale, ColorScheme = scheme });
        await context.RouteAsync("**/*.wasm", route => route.AbortAsync());
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{kind}/{HallPlant.Board}{theme}");
        await AssertStateAsync(page, "Loading");
        await page.GotoAsync($"/{kind}/{HallPlant.EmptyBoard}{theme}");
        await AssertStateAsync(page, "Loading");
        await page.Locator(".empty").WaitForAsync();
        await page.GotoAsync($"/{kind}/{HallPlant.Board}{theme}{(theme.Length > 0 ? "&" : "?")}lite=1");
        await AssertStateAsync(page, "Loading");

        Assert.Equal(404, (await page.GotoAsync($"/{kind}/hall/output/none{theme}"))!.Status);
        await Axe.AssertNothingIsWrongAsync(page, "no such board");
    }

    [Fact]
    public async Task Pages_whose_data_cannot_be_read_keep_the_rules_of_accessibility()
    {
        await using var plant = await RunningPlant.StartAsync();
        await plant.LoseFactsAsync();
        await plant.KillAsync();
        await plant.LaunchAsync();
        foreach (var (locale, scheme) in new[] { ("zh-CN", ColorScheme.Light), ("en-US", ColorScheme.Dark) })
        {
            await using var context = await browsing.OpenAsync(new() { Locale = locale, ColorScheme = scheme }, plant);
            var page = await context.NewPageAsync();
            foreach (var address in new[]
            {
                RunningPlant.Wall, $"{RunningPlant.Wall}?theme=light", $"/board/{HallPlant.Board}",
                $"/explain/{HallPlant.Board}/t03", $"/entry/{HallPlant.ShiftOf(3)}",
            })
            {
                Assert.Equal(503, (await page.GotoAsync(address))!.Status);
                await Axe.AssertNothingIsWrongAsync(page, $"{address} ({locale}), which cannot be read");
            }
        }
    }

    private static async Task AssertStateAsync(IPage page, string state)
    {
        await page.Locator($"[data-state={state}]").WaitForAsync();
        await Axe.AssertNothingIsWrongAsync(page, $"{page.Url}, {state}");
    }
}
