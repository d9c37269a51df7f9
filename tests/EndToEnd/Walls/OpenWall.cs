using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Walls;

/// <summary>A wall in a browser, as somebody in front of it sees it.</summary>
internal sealed class OpenWall(IPage page)
{
    private const string Mark = "gcSameDocument";

    // A guard only, for a cold browser on a busy machine.
    private const int PatienceMs = 60_000;

    public IPage Page => page;

    public ILocator Rows => page.Locator(".wall .row");

    public ILocator Chip => page.Locator(".wall .state");

    /// <summary>Opens a wall and waits until its first frame is there.</summary>
    public static async Task<OpenWall> OpenAsync(IPage page, string address)
    {
        var answer = await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = PatienceMs });
        Assert.Equal(200, answer!.Status);
        await page.Locator(".wall").WaitForAsync(new() { Timeout = PatienceMs });
        return new OpenWall(page);
    }

    /// <summary>Waits until it claims this of itself.</summary>
    public Task WaitForAsync(string state, TimeSpan? limit = null) => Assertions.Expect(page.Locator(".wall")).ToHaveAttributeAsync(
        "data-state", state, new() { Timeout = Milliseconds(limit) });

    public async Task<string> StateAsync() => await page.Locator(".wall").GetAttributeAsync("data-state") ?? "";

    /// <summary>Waits until a team's row shows this total, looking at every frame that is drawn.</summary>
    public Task WaitForTotalAsync(string team, string total, TimeSpan? limit = null) => page.WaitForFunctionAsync(
        """
        ([team, total]) => [...document.querySelectorAll('.wall .row')].some(row =>
            row.querySelector('.name').textContent === team && row.querySelector('.total').textContent.trim() === total)
        """,
        new[] { team, total },
        new() { Timeout = Milliseconds(limit) });

    /// <summary>Remembers this document: one that is loaded again knows nothing of it.</summary>
    public Task MarkAsync() => page.EvaluateAsync($"window.{Mark} = true");

    public Task<bool> IsMarkedAsync() => page.EvaluateAsync<bool>($"window.{Mark} === true");

    /// <summary>How the borders of all blocks are drawn, each way once.</summary>
    public Task<string[]> BordersAsync() => page.EvaluateAsync<string[]>(
        "[...new Set([...document.querySelectorAll('.wall .block')].map(block => getComputedStyle(block).borderTopStyle))]");

    public Task<int> BlocksAsync() => page.Locator(".wall .block").CountAsync();

    private static float Milliseconds(TimeSpan? limit) =>
        limit is { } given ? (float)given.TotalMilliseconds : PatienceMs;
}
