using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Walls;

/// <summary>The longer nothing is heard, the less a wall claims; none of it needs a hand.</summary>
public class OutageTests(Browsing browsing)
{
    private const int FiveMinutesMs = 5 * 60_000;
    private const int OneHourMs = 60 * 60_000;
    private const int MinuteMs = 61_000;

    [Fact]
    public async Task It_is_cut_off_after_five_minutes_shows_no_places_after_an_hour_and_heals()
    {
        await using var context = await browsing.OpenAsync();
        var cable = await Cable.LayAsync(context);
        var page = await context.NewPageAsync();
        await page.Clock.InstallAsync(ScreenTime.Morning);
        var wall = await OpenWall.OpenAsync(page, RunningPlant.Wall);
        await wall.WaitForAsync("Live");
        await wall.MarkAsync();

        await cable.CutAsync();
        await wall.WaitForAsync("Reconnecting");
        await page.Clock.FastForwardAsync(MinuteMs);
        await wall.WaitForAsync("Stale");
        await page.Clock.FastForwardAsync(FiveMinutesMs);
        await wall.WaitForAsync("Offline");
        Assert.StartsWith("✕ 已断开", await wall.Chip.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(HallPlant.Names, await wall.TeamsAsync());
        await page.Clock.FastForwardAsync(OneHourMs);
        await wall.WaitForAsync("Gone");
        Assert.Equal("暂无可靠数据", await page.Locator(".wall .nothing").InnerTextAsync());
        Assert.Empty(await wall.TeamsAsync());
        Assert.Equal(["dashed"], await wall.BordersAsync());

        cable.Mend();
        await page.Clock.FastForwardAsync(MinuteMs);
        await wall.WaitForAsync("Live");

        Assert.Equal(HallPlant.Names, await wall.TeamsAsync());
        Assert.True(await wall.IsMarkedAsync());
    }

    [Fact]
    public async Task A_board_without_entries_lists_the_teams_without_places()
    {
        await using var context = await browsing.OpenAsync();
        var wall = await OpenWall.OpenAsync(await context.NewPageAsync(), $"/wall/{HallPlant.EmptyBoard}");
        await wall.WaitForAsync("Live");

        Assert.Equal("还没有填报。首次填报后显示排名。", await wall.Page.Locator(".wall .empty").InnerTextAsync());
        Assert.Equal(HallPlant.Names, await wall.TeamsAsync());
        Assert.Equal(["—"], (await wall.Page.Locator(".wall .place").AllInnerTextsAsync()).Distinct());
    }

    [Theory]
    [InlineData("/wall/hall/output/none")]
    [InlineData("/wall/hall/none/open")]
    [InlineData("/wall/none/output/open")]
    [InlineData("/wall/hall/output/a b")]
    public async Task An_unknown_board_is_said_so_and_asked_for_again(string address)
    {
        await using var context = await browsing.OpenAsync();
        var page = await context.NewPageAsync();

        var answer = await page.GotoAsync(address);

        Assert.Equal(404, answer!.Status);
        Assert.Equal("没有这块成绩榜", await page.Locator("h1").InnerTextAsync());
        Assert.Equal("60", answer.Headers["refresh"]);
    }

    [Theory]
    [InlineData("/wall")]
    [InlineData("/nowhere")]
    [InlineData("/board/hall/output/none")]
    public async Task A_page_that_is_not_there_is_answered_as_such(string address)
    {
        await using var context = await browsing.OpenAsync();
        var page = await context.NewPageAsync();

        var answer = await page.GotoAsync(address);

        Assert.Equal(404, answer!.Status);
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
    }
}
