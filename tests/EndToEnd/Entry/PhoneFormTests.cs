using Ganchao.EndToEnd.Accessibility;
using Ganchao.EndToEnd.Walls;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Entry;

/// <summary>A shift is entered on a phone, checked, sent, corrected and signed off.</summary>
public class PhoneFormTests(Browsing browsing)
{
    public static TheoryData<string, ColorScheme, int> Leaders => new()
    {
        { "zh-CN", ColorScheme.Light, 11 },
        { "en-US", ColorScheme.Dark, 12 },
    };

    [Fact]
    public async Task What_a_phone_sends_without_scripts_moves_the_wall()
    {
        await using var hall = await browsing.OpenAsync();
        await using var pocket = await browsing.OpenAsync(new() { ViewportSize = PhoneForm.Screen, JavaScriptEnabled = false });
        var wall = await OpenWall.OpenAsync(await hall.NewPageAsync(), RunningPlant.Wall);
        await wall.WaitForAsync("Live");
        await wall.MarkAsync();
        var form = new PhoneForm(await pocket.NewPageAsync());

        await form.OpenAsync(team: 10);
        await form.TypeAsync("12.5");
        await form.GoOnAsync();
        await form.GoOnAsync();

        await form.WaitForReceiptAsync();
        await wall.WaitForTotalAsync(team: 10, 102.5m);
        Assert.True(await wall.IsMarkedAsync());
    }

    [Fact]
    public async Task A_scanner_ends_a_code_with_enter_and_goes_on_to_the_next_field()
    {
        await using var context = await browsing.OpenAsync(new() { ViewportSize = PhoneForm.Screen });
        var form = new PhoneForm(await context.NewPageAsync());
        await form.OpenAsync(HallPlant.CarefulTeam);
        await form.Page.Locator("button[value=more]").ClickAsync();
        await form.Page.Locator("#h1").FocusAsync();

        await form.Page.Keyboard.TypeAsync("H-2607-12\n");
        await form.Page.Keyboard.TypeAsync("3.5");

        await Assertions.Expect(form.Page.Locator("#h1-0")).ToHaveValueAsync("3.5");
        await Assertions.Expect(form.Page.Locator("#h1")).ToHaveValueAsync("H-2607-12");
        await Axe.AssertNothingIsWrongAsync(form.Page, "a form with a heat");
    }

    [Theory]
    [MemberData(nameof(Leaders))]
    public async Task Every_step_keeps_the_rules_of_accessibility(string locale, ColorScheme scheme, int team)
    {
        await using var context = await browsing.OpenAsync(
            new() { Locale = locale, ColorScheme = scheme, ViewportSize = PhoneForm.Screen });
        var form = new PhoneForm(await context.NewPageAsync());
        Task AssertAccessibleAsync(string step) => Axe.AssertNothingIsWrongAsync(form.Page, $"{step} ({locale}, {scheme})");

        await form.OpenAsync(team);
        await AssertAccessibleAsync("the empty form");
        await form.TypeAsync("many");
        await form.GoOnAsync();
        await form.Page.Locator(".wrong").WaitForAsync();
        await AssertAccessibleAsync("a form with a mistake");
        await form.TypeAsync("12.5");
        await form.GoOnAsync();
        await form.Page.Locator("#submit").WaitForAsync();
        await AssertAccessibleAsync("the check page");
        await form.GoOnAsync();
        await form.WaitForReceiptAsync();
        await AssertAccessibleAsync("the receipt");
        await form.FollowAsync("/explain/");
        await AssertAccessibleAsync("the explanation");
        await form.OpenAsync(team);
        await form.FollowAsync("/entry/correct/");
        await form.Page.Locator("select").WaitForAsync();
        await AssertAccessibleAsync("the correction");
        await form.GoOnAsync();
        await form.Page.Locator(".wrong").First.WaitForAsync();
        await AssertAccessibleAsync("a correction without a reason");
        await form.CorrectAsync("13.5");
        await form.GoOnAsync();
        await form.Page.Locator("#submit").WaitForAsync();
        await AssertAccessibleAsync("the check of a correction");
        await form.GoOnAsync();
        await form.WaitForReceiptAsync();
        await form.FollowAsync("/entry/history/");
        await form.Page.Locator("article.line").First.WaitForAsync();
        await AssertAccessibleAsync("the history");
        await form.FollowAsync("/entry");
        await AssertAccessibleAsync("the list of shifts");
        await form.Page.GotoAsync($"/entry/sign-off/{HallPlant.ShiftOf(team)}");
        await AssertAccessibleAsync("the sign-off");
        await form.GoOnAsync();
        await form.Page.Locator("p.done").WaitForAsync();
        await AssertAccessibleAsync("a sheet that is signed off");
    }

    /// <summary>What goes wrong on the way: a figure that is refused, one that looks odd, a form that has expired.</summary>
    [Theory]
    [InlineData("zh-CN", ColorScheme.Light, 13)]
    [InlineData("en-US", ColorScheme.Dark, 14)]
    public async Task Every_mistake_keeps_the_rules_of_accessibility(string locale, ColorScheme scheme, int team)
    {
        await HallPlant.EnterAsync(browsing.Plant.Silo, team, 12, daysBefore: 1);
        await using var context = await browsing.OpenAsync(
            new() { Locale = locale, ColorScheme = scheme, ViewportSize = PhoneForm.Screen });
        var form = new PhoneForm(await context.NewPageAsync());
        Task AssertAccessibleAsync(string step) => Axe.AssertNothingIsWrongAsync(form.Page, $"{step} ({locale}, {scheme})");

        await form.OpenAsync(team);
        await form.TypeAsync("1.234");
        await form.GoOnAsync();
        await form.Page.Locator(".wrong").WaitForAsync();
        await AssertAccessibleAsync("a figure that the sheet refuses");
        await form.TypeAsync("12000");
        await form.GoOnAsync();
        await form.Page.Locator(".unusual").WaitForAsync();
        await AssertAccessibleAsync("a check page with an odd figure");
        await form.GoOnAsync();
        await form.Page.Locator(".problems").WaitForAsync();
        await AssertAccessibleAsync("a check page with an odd figure that nobody explained");

        await form.FollowAsync("/entry");
        await form.OpenAsync(team);
        await form.FollowAsync("/entry/correct/");
        await form.CorrectAsync("12000");
        await form.GoOnAsync();
        await form.Page.Locator(".unusual").WaitForAsync();
        await form.GoOnAsync();
        await form.Page.Locator(".problems").WaitForAsync();
        await AssertAccessibleAsync("a correction to an odd figure that nobody explained");
        var correction = form.Page.Url;
        await form.ConfirmAsync();
        await form.WaitForReceiptAsync();
        await form.Page.GotoAsync(correction);
        await form.Page.Locator(".notice").WaitForAsync();
        await AssertAccessibleAsync("an entry that was corrected meanwhile");

        await form.OpenAsync(team);
        await form.TypeAsync("1");
        await context.ClearCookiesAsync();
        await form.GoOnAsync();
        await form.Page.Locator("h1 + .problem").WaitForAsync();
        await AssertAccessibleAsync("a form that has expired");
        await form.Page.Locator("a.button").ClickAsync();
        await form.Page.Locator("form.entry").WaitForAsync();
    }
}
