using Ganchao.EndToEnd.Accessibility;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Offline;

/// <summary>Every page and state of the outbox; with GANCHAO_SCREENSHOTS they are saved as well.</summary>
public class OutboxStatesTests(Browsing browsing, OfflinePlant offline)
{
    private static string? Folder => Environment.GetEnvironmentVariable("GANCHAO_SCREENSHOTS");

    [Theory]
    [InlineData("zh-CN", ColorScheme.Light)]
    [InlineData("en-US", ColorScheme.Dark)]
    public async Task They_keep_the_rules_of_accessibility(string locale, ColorScheme scheme)
    {
        var plant = await offline.GetAsync();
        await using var context = await browsing.OpenAsync(
            new() { Locale = locale, ColorScheme = scheme, ViewportSize = Tablet.PhoneSize }, plant);
        var (one, other) = (offline.NextShift(), offline.NextShift());
        var tablet = await Tablet.OpenAsync(context, "/entry");
        Task LookAsync(string name) => LookAtAsync(tablet.Page, name, locale);

        await tablet.PrepareAsync(one);
        await tablet.SubmitAsync("8.5");
        await tablet.Page.WaitForURLAsync("**/entry/receipt/**");
        await tablet.PrepareAsync(other);
        await LookAsync("form");
        await context.SetOfflineAsync(true);
        await tablet.GoAsync("/entry");
        await tablet.Page.Locator(".teams a.button").First.WaitForAsync();
        await LookAsync("start-without-network");
        await tablet.GoAsync($"/entry/{other}");
        await tablet.TypeAsync("1.2345");
        await tablet.WaitForNoticeAsync("network");
        await LookAsync("form-without-network");
        await tablet.PressAsync();
        await tablet.Page.Locator("#submit").WaitForAsync();
        await LookAsync("check-without-network");
        await tablet.PressAsync();
        await tablet.Page.Locator(".kept").WaitForAsync();
        await LookAsync("kept");
        await context.SetOfflineAsync(false);
        await tablet.WaitForStateAsync("returned");
        await context.SetOfflineAsync(true);
        await tablet.GoAsync($"/entry/{one}");
        await tablet.SubmitAsync("3");
        await tablet.GoAsync($"/entry/{one}");
        await tablet.TypeAsync("4");
        await tablet.WaitForStateAsync("draft");
        await tablet.GoAsync("/entry/outbox");
        await tablet.Page.Locator("li[data-state=waiting]").WaitForAsync();
        await LookAsync("outbox");
        await tablet.GoAsync("/entry/history/hall/t01/2026-01-01/day");
        await tablet.Page.Locator("h1").WaitForAsync();
        await LookAsync("a-page-that-needs-a-network");
    }

    private static async Task LookAtAsync(IPage page, string name, string locale)
    {
        if (Folder is { } folder)
        {
            Directory.CreateDirectory(folder);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"offline-{name}-{locale[..2]}.png"), FullPage = true });
        }

        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390, $"{name} scrolls sideways.");
        await Axe.AssertNothingIsWrongAsync(page, $"{name} ({locale})");
    }
}
