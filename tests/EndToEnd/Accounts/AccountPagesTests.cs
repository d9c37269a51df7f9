using System.Text.RegularExpressions;
using Ganchao.EndToEnd.Accessibility;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Accounts;

/// <summary>From the first start to a lead at the team's tablet, as people do it, on a phone's screen.</summary>
public partial class AccountPagesTests(Browsing browsing)
{
    // Besides typing numbers.
    private const int MostTaps = 12;

    private const string Password = "our own secret 7";

    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    public static TheoryData<string, ColorScheme> Readers => new()
    {
        { "zh-CN", ColorScheme.Light },
        { "en-US", ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task The_plant_is_set_up_a_tablet_is_paired_and_locks_itself(string locale, ColorScheme scheme)
    {
        await using var plant = await RunningPlant.StartAsync();
        var options = new BrowserNewContextOptions { Locale = locale, ColorScheme = scheme, ViewportSize = Phone };
        await using var desk = await browsing.OpenAsync(options, plant);
        var page = await desk.NewPageAsync();

        await page.GotoAsync("/set-up");
        await AssertAccessibleAsync("the set-up");
        await TypeAsync(page, ("code", "WRONG"), ("plant", "hall"), ("plant-name", "厂"), ("name", "boss"), ("display", "系统管理员"),
            ("password", Password));
        await PressAsync(page);
        await AssertAccessibleAsync("a wrong code");
        await TypeAsync(page, ("code", CodeOf(plant)), ("password", Password));
        await PressAsync(page);
        await page.WaitForURLAsync("**/accounts*");
        await AssertAccessibleAsync("the accounts");

        await TypeAsync(page, ("name", "lead3"), ("number", "1003"), ("display", "三班班长"));
        await page.Locator("#role-new").SelectOptionAsync("ShiftLead");
        await page.Locator("#unit-new").SelectOptionAsync("t03");
        await PressAsync(page);
        await page.Locator(".secret").WaitForAsync();
        var lead = page.Locator("li", new() { HasText = "lead3" });
        await lead.Locator("summary").ClickAsync();
        await AssertAccessibleAsync("an account");
        await lead.Locator("button[value=pin]").ClickAsync();
        var pin = await page.Locator(".secret").InnerTextAsync();

        await page.GotoAsync("/tablets");
        await AssertAccessibleAsync("no tablets");
        await TypeAsync(page, ("name", "三班平板"));
        await page.Locator("input[value=t03]").CheckAsync();
        await PressAsync(page);
        var code = await page.Locator(".secret").InnerTextAsync();
        await AssertAccessibleAsync("a pairing code");
        await page.GotoAsync("/account");
        await AssertAccessibleAsync("the own account");

        await using var wall = await browsing.OpenAsync(
            new() { Locale = locale, ColorScheme = scheme, ViewportSize = new() { Width = 1024, Height = 768 } }, plant);
        page = await wall.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync($"/tablet?code={code}");
        await AssertAccessibleAsync("the pairing");
        await PressAsync(page);
        await page.Locator("#pin").WaitForAsync();
        await AssertAccessibleAsync("the tablet");
        await TypeAsync(page, ("number", "1003"), ("pin", pin));
        await PressAsync(page);
        await page.WaitForURLAsync("**/entry*");
        await AssertAccessibleAsync("the choice of shifts");

        // The page's clock runs on by itself as well.
        await page.Clock.FastForwardAsync(40_000);
        await page.Locator("h1").ClickAsync();
        await page.Clock.FastForwardAsync(40_000);
        Assert.EndsWith("/entry", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await page.Clock.FastForwardAsync(61_000);
        await page.Locator("#pin").WaitForAsync();

        await using var pocket = await browsing.OpenAsync(
            new()
            {
                Locale = locale,
                ColorScheme = scheme,
                ViewportSize = Phone,
                HasTouch = true,
                StorageState = await wall.StorageStateAsync(),
            },
            plant);
        await AssertShortWayAsync(await pocket.NewPageAsync(), pin);

        Task AssertAccessibleAsync(string step) => Axe.AssertNothingIsWrongAsync(page, $"{step} ({locale}, {scheme})");
    }

    /// <summary>From the sign-in to the receipt of five figures; all touches and keys count but the typing of digits.</summary>
    private static async Task AssertShortWayAsync(IPage page, string pin)
    {
        var taps = new Taps(page);
        await page.GotoAsync("/tablet");
        await Assertions.Expect(page.Locator("#number")).ToBeFocusedAsync();
        await taps.TypeAsync("1003");
        await taps.TapAsync("#pin");
        await Assertions.Expect(page.Locator("#pin")).ToBeFocusedAsync();
        await taps.TypeAsync(pin);
        await taps.TapAsync("main button.primary");
        await taps.TapAsync(".teams a.button");
        await page.Locator("form.entry input[name^='v:']").First.WaitForAsync();
        var figures = await page.Locator("form.entry input[name^='v:']").AllAsync();
        Assert.Equal(5, figures.Count);
        foreach (var (index, _) in figures.Index())
        {
            await taps.TapAsync($"form.entry input[name^='v:'] >> nth={index}");
            await taps.TypeAsync("95.5");
        }

        await taps.TapAsync("form.entry .buttons button.primary");
        await taps.TapAsync("#submit");
        await page.WaitForURLAsync("**/entry/receipt/**");
        await page.Locator(".review li").Nth(4).WaitForAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"From the sign-in to the receipt of five figures: {taps.Count} taps.");
        Assert.InRange(taps.Count, 1, MostTaps);
    }

    private static string CodeOf(RunningPlant plant) => Code().Matches(plant.Silo.Log)[^1].Groups["code"].Value;

    private static async Task TypeAsync(IPage page, params (string Field, string Text)[] fields)
    {
        foreach (var (field, text) in fields)
        {
            await page.Locator($"#{field}").FillAsync(text);
        }
    }

    private static Task PressAsync(IPage page) => page.Locator("main button.primary").First.ClickAsync();

    [GeneratedRegex("type the code (?<code>[A-Z0-9]+)")]
    private static partial Regex Code();
}
