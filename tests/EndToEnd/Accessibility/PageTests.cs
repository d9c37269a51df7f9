using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Accessibility;

/// <summary>Every page in both languages and by day and night; a new page is one line here.</summary>
public class PageTests(Browsing browsing)
{
    private static readonly (string Address, string? Ready)[] Pages =
    [
        ("/", null),
        ($"/board/{HallPlant.Board}", "[data-state=Live]"),
        ($"/board/{HallPlant.EmptyBoard}", "[data-state=Live]"),
        ($"/board/{HallPlant.Board}/picture", null),
        ($"/explain/{HallPlant.Board}/t03", null),
        ("/statistics", null),
        ("/sign-in", "#password"),
        ("/account/passkeys", ".notice"),
        ("/entry", null),
        ("/entry/hall/t99/2026-01-01/day", null),
        ("/entry/exclusions", null),
        ("/entry/blank", ".blank"),
        ("/entry/day", "table.figures"),
        ("/entry/code", null),
        ("/entry/code?code=T03-260101-DAY-00", ".problem"),
        ($"/entry/nothing/{HallPlant.ShiftOf(3)}", null),
        ($"/entry/crew/{HallPlant.ShiftOf(3)}", ".crew input:not([type=hidden])"),
        ($"/entry/crew/{HallPlant.ShiftOf(4)}", ".filled"),
        ($"/entry/crew/{HallPlant.ShiftOf(5)}", ".empty"),
        ($"/entry/exclusions/{HallPlant.ShiftOf(3)}", "#minutes"),
        ("/entry/exclusions/hall/t99/2026-01-01/day", null),
        ($"/entry/correct/{HallPlant.ShiftOf(3)}/{Guid.Empty}", null),
        ($"/entry/receipt/{HallPlant.ShiftOf(3)}/made-up", null),
        (HallPlant.QualityHistory, "article.line"),
        (HallPlant.MonthSheet, "table.cells"),
        ($"{HallPlant.MonthSheet}/file", "#file"),
        (HallPlant.Events, "table.cells"),
        ($"{HallPlant.Events}/file", "#file"),
        (HallPlant.RecordedEvent, "#reason"),
        ("/entry/department/hall/nobody/2026-01-01/month", null),
        ("/status/413", ".problem"),
        ("/status/429", ".problem"),
        ("/entry/history/department/hall/finance/2026-01-01/month", null),
        ("/registers", ".choices"),
        ("/registers/hall/calendar", "table.month"),
        ("/registers/hall/calendar/edit?key=2026-10-01", "#kind"),
        ("/registers/hall/calendar/import", "#text"),
        ("/registers/hall/organisation", "table.register"),
        ("/registers/hall/organisation/edit?key=t03", "article.line"),
        ("/registers/hall/people", "table.register"),
        ("/registers/hall/people/import", "#text"),
        ("/registers/hall/products", ".empty"),
        ("/registers/hall/products/edit", "#product"),
        ("/registers/hall/measures", "table.register"),
        ("/registers/hall/measures/edit?key=output", "article.line"),
        ($"/explain/{HallPlant.Board}/nobody", null),
        ("/board/hall/output/none", null),
        ("/nowhere", null),
    ];

    // Colours do not depend on the language: two readers meet both languages and both schemes.
    public static TheoryData<string, ColorScheme> Readers => new()
    {
        { "zh-CN", ColorScheme.Light },
        { "en-US", ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Pages_keep_the_rules_of_accessibility(string locale, ColorScheme scheme)
    {
        await using var context = await browsing.OpenAsync(new() { Locale = locale, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        foreach (var (address, ready) in Pages)
        {
            await page.GotoAsync(address);
            await page.Locator(ready ?? "h1").First.WaitForAsync();
            await Axe.AssertNothingIsWrongAsync(page, $"{address} ({locale}, {scheme})");
        }
    }

    /// <summary>320 CSS pixels are a phone, or a desk at 400 %.</summary>
    [Fact]
    public async Task Nothing_is_wider_than_a_narrow_phone()
    {
        await using var context = await browsing.OpenAsync(new() { ViewportSize = new() { Width = 320, Height = 700 } });
        var page = await context.NewPageAsync();
        foreach (var (address, ready) in Pages)
        {
            await page.GotoAsync(address);
            await page.Locator(ready ?? "h1").First.WaitForAsync();
            Assert.True(
                await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 320, $"{address} scrolls sideways.");
        }
    }
}
