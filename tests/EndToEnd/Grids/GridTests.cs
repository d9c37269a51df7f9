using System.Text;
using Ganchao.EndToEnd.Accessibility;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Grids;

/// <summary>Grids in a browser: a spreadsheet's keys and clipboard; each step for everybody, on a phone too.</summary>
public class GridTests(Browsing browsing)
{
    private const string Cell = "v:team/t28!meals";

    [Fact]
    public async Task Enter_goes_down_a_column_and_a_block_is_pasted_from_a_cell_on()
    {
        await using var context = await browsing.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(HallPlant.MonthSheet);
        var first = page.Locator($"input[name='{Cell}']");

        await first.FillAsync("1");
        await first.PressAsync("Enter");
        Assert.Equal("v:team/t29!meals", await FocusedAsync(page));
        await page.EvaluateAsync(
            """
            const data = new DataTransfer();
            data.setData('text/plain', '10\t20\r\n\t40\r\n50\t60\r\n70\t80\r\n');
            document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            """);

        Assert.Equal("1", await first.InputValueAsync());
        Assert.Equal("10", await page.Locator("input[name='v:team/t29!meals']").InputValueAsync());
        Assert.Equal("20", await page.Locator("input[name='v:team/t29!tools']").InputValueAsync());
        Assert.Equal("", await page.Locator("input[name='v:team/t30!meals']").InputValueAsync());
        Assert.Equal("40", await page.Locator("input[name='v:team/t30!tools']").InputValueAsync());
    }

    [Theory]
    [InlineData("zh-CN", 320)]
    [InlineData("en-US", 1280)]
    public async Task Each_step_keeps_the_rules_of_accessibility_and_fits_the_screen(string locale, int width)
    {
        await using var context = await browsing.OpenAsync(
            new() { Locale = locale, ViewportSize = new() { Width = width, Height = 800 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync(HallPlant.MonthSheet);
        await page.Locator($"input[name='{Cell}']").FillAsync("many");
        await GoOnAsync(page, ".problems", locale);
        await page.Locator($"input[name='{Cell}']").FillAsync("12.5");
        await GoOnAsync(page, "#submit", locale);

        await page.GotoAsync(HallPlant.Events);
        await page.Locator("#date-0").FillAsync("2026-1-5");
        await GoOnAsync(page, ".problems", locale);
        await page.Locator("#who-0").SelectOptionAsync("team/t28");
        await page.Locator("#kind-0").SelectOptionAsync("complaint");
        await GoOnAsync(page, "#submit", locale);

        await page.GotoAsync(HallPlant.Events);
        await page.Locator(".lately a.change").First.ClickAsync();
        await AssertRightAsync(page, "#reason", locale);
        await page.Locator("#value").FillAsync("many");
        await GoOnAsync(page, ".problems", locale);
        await page.Locator("#value").FillAsync("2");
        await page.Locator("#a-severity").SelectOptionAsync("serious");
        await page.Locator("#reason").SelectOptionAsync("0");
        await GoOnAsync(page, "#submit", locale);

        await UploadAsync(page, $"{HallPlant.MonthSheet}/file", "班组,餐费(元),工具费(万元)\n支架焊接28班,１2.5,3\n支架焊接2九班,x,\n合计,13,3\n", locale);
        await UploadAsync(page, $"{HallPlant.Events}/file", "日期,班组,事件,伤情\n1月5日,支架焊接28班,投诉,轻伤\n昨天,支架焊接29班,投诉,\n", locale);
    }

    private static async Task GoOnAsync(IPage page, string then, string locale)
    {
        await page.Locator("form button.primary").First.ClickAsync();
        await AssertRightAsync(page, then, locale);
    }

    private static async Task UploadAsync(IPage page, string address, string text, string locale)
    {
        await page.GotoAsync(address);
        await page.Locator("#file").SetInputFilesAsync(
            new FilePayload { Name = "月报.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.Locator("button[value=read]").ClickAsync();
        await AssertRightAsync(page, ".reading", locale);
    }

    private static async Task AssertRightAsync(IPage page, string then, string locale)
    {
        await page.Locator(then).First.WaitForAsync();
        await Axe.AssertNothingIsWrongAsync(page, $"{page.Url}, {then} ({locale})");
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            $"{page.Url} scrolls sideways at {then}.");
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.name");
}
