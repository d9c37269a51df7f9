using Ganchao.EndToEnd.Accessibility;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Entry;

/// <summary>A crew's hours on a phone: one press for all who were there, somebody borrowed, a photo of the paper.</summary>
public class CrewFormTests(Browsing browsing)
{
    public static TheoryData<string, ColorScheme, int> Leaders => new()
    {
        { "zh-CN", ColorScheme.Light, 1 },
        { "en-US", ColorScheme.Dark, 2 },
    };

    [Theory]
    [MemberData(nameof(Leaders))]
    public async Task Every_step_keeps_the_rules_of_accessibility(string locale, ColorScheme scheme, int daysBefore)
    {
        await using var context = await browsing.OpenAsync(
            new() { Locale = locale, ColorScheme = scheme, ViewportSize = PhoneForm.Screen });
        var form = new PhoneForm(await context.NewPageAsync());
        var page = form.Page;
        Task AssertAccessibleAsync(string step) => Axe.AssertNothingIsWrongAsync(page, $"{step} ({locale}, {scheme})");

        await page.GotoAsync($"/entry/crew/{HallPlant.ShiftOf(3, daysBefore)}");
        await page.Locator("#order").FillAsync("nobody");
        await page.Locator("button[value=order]:visible").ClickAsync();
        await page.Locator(".wrong").WaitForAsync();
        await AssertAccessibleAsync("a crew with somebody unknown");
        await page.Locator("#order").FillAsync("w-401");
        await page.Locator("button[value=order]:visible").ClickAsync();
        await page.Locator("input[name='v:hours@w-401']").FillAsync("2.5");
        await page.Locator("button[value^=fill]").ClickAsync();
        await Assertions.Expect(page.Locator("input[name='v:hours@w-301']")).ToHaveValueAsync("8");
        await AssertAccessibleAsync("a whole crew");
        await form.GoOnAsync();
        await page.Locator("#submit").WaitForAsync();
        await AssertAccessibleAsync("the check page of a crew");
        await form.GoOnAsync();
        await form.WaitForReceiptAsync();
        await AssertAccessibleAsync("the receipt of a crew");
        await form.FollowAsync("/entry/evidence/");
        await page.Locator("input[type=file]").WaitForAsync();
        await AssertAccessibleAsync("the page for evidence");
        await page.GotoAsync($"/entry/crew/{HallPlant.ShiftOf(4, daysBefore)}");
        await page.Locator(".filled").WaitForAsync();
        await AssertAccessibleAsync("a crew of which one was lent");
    }
}
