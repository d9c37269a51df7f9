using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Walls;

/// <summary>Screens and networks that cannot do everything still show the board, and never claim too much.</summary>
public class PoorScreenTests(Browsing browsing)
{
    private const int WatchdogMs = 61_000;
    private const int TriesAgainMs = 601_000;
    private const int NightMs = 20 * 60_000;
    private static readonly TimeSpan ThreeSeconds = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RefreshedWithin = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task Without_scripts_all_rows_are_there_and_the_page_loads_itself_again()
    {
        await using var context = await browsing.OpenAsync(new() { JavaScriptEnabled = false });
        var full = await OpenWall.OpenAsync(await context.NewPageAsync(), RunningPlant.Wall);
        var lite = await OpenWall.OpenAsync(await context.NewPageAsync(), $"{RunningPlant.Wall}?lite=1");
        Assert.Equal(HallPlant.Names, await full.TeamsAsync());
        Assert.Equal(HallPlant.Names, await lite.TeamsAsync());
        Assert.Equal("Loading", await full.StateAsync());

        await browsing.Plant.EnterAsync(team: 30, tonnes: 2000);

        await Task.WhenAll(
            full.WaitForTotalAsync(team: 30, 2_070, RefreshedWithin),
            lite.WaitForTotalAsync(team: 30, 2_070, RefreshedWithin));
        Assert.Equal("Loading", await lite.StateAsync());
    }

    [Fact]
    public async Task Without_WebAssembly_the_rows_are_there_and_the_wall_never_calls_itself_live()
    {
        await using var context = await browsing.OpenAsync();
        await context.RouteAsync("**/*.wasm", route => route.AbortAsync());
        var page = await context.NewPageAsync();
        await page.Clock.InstallAsync(ScreenTime.Morning);
        var wall = await OpenWall.OpenAsync(page, RunningPlant.Wall);

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            Assert.Equal(HallPlant.Names, await wall.TeamsAsync());
            Assert.Equal("Loading", await wall.StateAsync());
            await AssertLoadsAgainAsync(wall, WatchdogMs);
        }

        Assert.EndsWith("?lite=1", page.Url, StringComparison.Ordinal);
        Assert.Equal(HallPlant.Names, await wall.TeamsAsync());
        Assert.Equal("Loading", await wall.StateAsync());
    }

    [Fact]
    public async Task A_wall_that_made_do_with_the_plain_page_tries_the_full_one_again()
    {
        await using var context = await browsing.OpenAsync();
        var page = await context.NewPageAsync();
        await page.Clock.InstallAsync(ScreenTime.Morning);
        var wall = await OpenWall.OpenAsync(page, RunningPlant.Wall);
        await page.EvaluateAsync("sessionStorage.setItem('wall-tries', 3); sessionStorage.setItem('wall-since', Date.now())");
        await OpenWall.OpenAsync(page, $"{RunningPlant.Wall}?lite=1");
        await page.Clock.FastForwardAsync(TriesAgainMs / 2);
        await page.ReloadAsync();

        await AssertLoadsAgainAsync(wall, TriesAgainMs / 2);
        Assert.DoesNotContain("lite", page.Url, StringComparison.Ordinal);
        await wall.WaitForAsync("Live");
        await wall.MarkAsync();
        await page.Clock.FastForwardAsync(WatchdogMs);

        await page.WaitForFunctionAsync("sessionStorage.getItem('wall-tries') === null");
        await wall.WaitForAsync("Live");
        Assert.True(await wall.IsMarkedAsync());
    }

    [Fact]
    public async Task A_wall_loads_itself_again_in_the_small_hours()
    {
        await using var context = await browsing.OpenAsync();
        var page = await context.NewPageAsync();
        await page.Clock.InstallAsync(ScreenTime.BeforeNightlyReload);
        var wall = await OpenWall.OpenAsync(page, RunningPlant.Wall);
        await wall.WaitForAsync("Live");

        await AssertLoadsAgainAsync(wall, NightMs);

        await wall.WaitForAsync("Live");
    }

    [Fact]
    public async Task Where_sockets_are_refused_the_wall_polls_and_is_live()
    {
        await using var context = await browsing.OpenAsync();
        var cable = await Cable.LayAsync(context);
        cable.RefuseSockets();
        var wall = await OpenWall.OpenAsync(await context.NewPageAsync(), RunningPlant.Wall);
        await wall.WaitForAsync("Live");
        await wall.MarkAsync();

        await browsing.Plant.EnterAsync(team: 28, tonnes: 3000);

        await wall.WaitForTotalAsync(team: 28, 3_072, ThreeSeconds);
        Assert.Equal("Live", await wall.StateAsync());
        Assert.True(cable.Polls > 1);
        Assert.True(await wall.IsMarkedAsync());
    }

    [Fact]
    public async Task Whoever_wants_less_motion_gets_none()
    {
        await using var context = await browsing.OpenAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        var wall = await OpenWall.OpenAsync(await context.NewPageAsync(), RunningPlant.Wall);
        await wall.WaitForAsync("Live");

        await browsing.Plant.EnterAsync(team: 27, tonnes: 4000);
        await wall.WaitForTotalAsync(team: 27, 4_073);

        Assert.Equal(["none"], await wall.StylesAsync(".row", "transitionProperty"));
        Assert.Equal(["none"], await wall.StylesAsync(".changed", "animationName"));
    }

    private static async Task AssertLoadsAgainAsync(OpenWall wall, int afterMs)
    {
        await wall.MarkAsync();
        await wall.Page.Clock.FastForwardAsync(afterMs);
        await wall.WaitForAnotherDocumentAsync();
    }
}
