using Ganchao.EndToEnd.Accessibility;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Registers;

/// <summary>The administrator pastes a list on a phone, sees what would become of it, and writes it.</summary>
public class ImportPageTests(Browsing browsing)
{
    private static readonly ViewportSize Phone = new() { Width = 320, Height = 700 };

    public static TheoryData<string, ColorScheme, string, int> Readers => new()
    {
        { "zh-CN", ColorScheme.Light, "2031-10-01,法定节假日,国庆节\n2031-10-11,调休上班", 2031 },
        { "en-US", ColorScheme.Dark, "2032-10-01,Public holiday,国庆节\n2032-10-09,Worked for a holiday", 2032 },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_list_is_tried_repaired_and_written(string locale, ColorScheme scheme, string lines, int year)
    {
        await using var context = await browsing.OpenAsync(new() { Locale = locale, ColorScheme = scheme, ViewportSize = Phone });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/registers/hall/calendar/import");
        await page.Locator("#text").FillAsync($"{lines}\n{year}-13-01,=1+1");
        await page.Locator("#reason").FillAsync("放假通知");
        await page.Locator("button[value=check]").ClickAsync();
        await page.Locator("[data-fate=Refused]").WaitForAsync();
        await AssertFineAsync(page, "a review with refused lines");
        Assert.Equal(0, await page.Locator("button[value=record]").CountAsync());

        await page.Locator("button[value=edit]").ClickAsync();
        await page.Locator("#text").FillAsync(lines);
        await page.Locator("button[value=check]").ClickAsync();
        await page.Locator("[data-fate=Added] li").Nth(1).WaitForAsync();
        await AssertFineAsync(page, "a review");
        await page.Locator("button[value=record]").ClickAsync();
        await page.Locator(".done").WaitForAsync();
        await page.GotoAsync($"/registers/hall/calendar?year={year}");
        Assert.Equal(2, await page.Locator("td.differs").CountAsync());
        await AssertFineAsync(page, "a year with holidays");

        await page.Locator("td.differs a").First.ClickAsync();
        await page.Locator("article.line").WaitForAsync();
        await AssertFineAsync(page, "a day and its history");
        await page.GotoAsync("/registers/hall/organisation/edit");
        await page.Locator("#unit").FillAsync("a b");
        await page.Locator("#zh").FillAsync("班");
        await page.Locator("#kind").SelectOptionAsync("team");
        await page.Locator("#reason").FillAsync("x");
        await page.Locator("main button.primary").ClickAsync();
        await page.Locator("#unit-problem").WaitForAsync();
        Assert.Equal("班", await page.Locator("#zh").InputValueAsync());
        await AssertFineAsync(page, "a form with a problem");
    }

    private static async Task AssertFineAsync(IPage page, string what)
    {
        await Axe.AssertNothingIsWrongAsync(page, what);
        Assert.True(
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= Phone.Width, $"{what} scrolls sideways.");
    }
}
