using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Walls;

/// <summary>A wall in a browser, as somebody in front of it sees it.</summary>
internal sealed class OpenWall(IPage page)
{
    // A guard only, for a cold browser on a busy machine.
    private const int PatienceMs = 60_000;

    private const string ShownPage =
        "[...document.querySelectorAll('.wall .page')].findIndex(page => getComputedStyle(page).opacity === '1')";

    private const string IsSliding = "document.getAnimations().some(moving => moving instanceof CSSTransition)";

    public IPage Page => page;

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
    public Task WaitForAsync(string state, TimeSpan? limit = null) =>
        page.WaitForFunctionAsync("state => document.querySelector('.wall')?.dataset.state === state", state, Within(limit));

    public async Task<string> StateAsync() => await page.Locator(".wall").GetAttributeAsync("data-state") ?? "";

    /// <summary>
    /// Waits until a team's row shows this total, looking at every frame that is drawn. All totals show as many decimals as the
    /// longest, whichever team's that is by then.
    /// </summary>
    public Task WaitForTotalAsync(int team, decimal total, TimeSpan? limit = null) => page.WaitForFunctionAsync(
        """
        ([team, total]) => [...document.querySelectorAll('.wall .row')].some(row =>
            row.querySelector('.name').textContent === team &&
            Number(row.querySelector('.total').textContent.replace(',', '')) === total)
        """,
        new object[] { HallPlant.NameOf(team).Zh, (double)total },
        Within(limit));

    /// <summary>The names of all teams on all its pages, each once.</summary>
    public async Task<ISet<string>> TeamsAsync() => (await page.Locator(".wall .name").AllInnerTextsAsync()).ToHashSet();

    /// <summary>Which of its pages is seen, from 0; -1 while one fades into the next.</summary>
    public Task<int> ShownPageAsync() => page.EvaluateAsync<int>(ShownPage);

    /// <summary>Presses the key of a remote until the first page is seen.</summary>
    public async Task TurnToFirstPageAsync()
    {
        for (var shown = await ShownPageAsync(); shown != 0; shown = await ShownPageAsync())
        {
            await page.Keyboard.PressAsync("ArrowRight");
            await page.WaitForFunctionAsync($"before => ![before, -1].includes({ShownPage})", shown, Within(null));
        }
    }

    /// <summary>Whether rows are on their way to other places.</summary>
    public Task<bool> IsSlidingAsync() => page.EvaluateAsync<bool>(IsSliding);

    /// <summary>Waits until every row is in its place.</summary>
    public Task WaitForRestAsync() => page.WaitForFunctionAsync($"!({IsSliding})", null, Within(null));

    /// <summary>Remembers this document: one that is loaded again knows nothing of it.</summary>
    public Task MarkAsync() => page.EvaluateAsync("window.gcMarked = true");

    public Task<bool> IsMarkedAsync() => page.EvaluateAsync<bool>("window.gcMarked === true");

    /// <summary>Waits until the page was loaded again, with all its scripts.</summary>
    public Task WaitForAnotherDocumentAsync() => page.WaitForFunctionAsync(
        "!window.gcMarked && document.readyState === 'complete'", null, Within(null));

    /// <summary>How the borders of all blocks are drawn, each way once.</summary>
    public Task<string[]> BordersAsync() => StylesAsync(".block", "borderTopStyle");

    public Task<int> BlocksAsync() => page.Locator(".wall .block").CountAsync();

    /// <summary>All that a property of these elements comes to, each once.</summary>
    public Task<string[]> StylesAsync(string elements, string property) => page.EvaluateAsync<string[]>(
        """
        ([elements, property]) => [...new Set(
            [...document.querySelectorAll(`.wall ${elements}`)].map(element => getComputedStyle(element)[property]))]
        """,
        new[] { elements, property });

    private static PageWaitForFunctionOptions Within(TimeSpan? limit) =>
        new() { Timeout = limit is { } given ? (float)given.TotalMilliseconds : PatienceMs };
}
