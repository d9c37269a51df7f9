using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Explanations;

/// <summary>From a score to whoever wrote the figures, whichever sheet they stand on.</summary>
public class SheetLinkTests(Browsing browsing)
{
    [Fact]
    public async Task An_explanation_leads_to_the_department_sheet_with_its_correction_and_the_reason()
    {
        await using var context = await browsing.OpenAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/explain/{HallPlant.Board}/t03");
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(step => step.open = true)");

        await page.Locator("a[href^='/entry/history/department/']").First.ClickAsync();

        await page.WaitForURLAsync($"**{HallPlant.QualityHistory}");
        var line = page.Locator("article.line");
        await Assertions.Expect(line).ToContainTextAsync("支架焊接3班");
        await Assertions.Expect(line).ToContainTextAsync("31 → 13");
        await Assertions.Expect(line).ToContainTextAsync("录错数字");
    }
}
