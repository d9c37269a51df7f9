using Ganchao.EndToEnd.Accessibility;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Offline;

/// <summary>The other forms of a shift without a network: that there is nothing to report, and the hours of its people.</summary>
public class PartTests(Browsing browsing, OfflinePlant offline)
{
    // Of a day on which nobody else enters anything for them.
    private static readonly string WithPeople = HallPlant.ShiftOf(3, daysBefore: 3);

    [Fact]
    public async Task That_there_is_nothing_to_report_is_said_without_a_network()
    {
        var (plant, context, tablet, shift) = await OpenAsync();
        await using var closing = context;

        await context.SetOfflineAsync(true);
        await tablet.GoAsync($"/entry/{shift}");
        await tablet.Page.Locator("a[href*='/entry/nothing/']").ClickAsync();
        await tablet.Page.Locator("input[name=id]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Axe.AssertNothingIsWrongAsync(tablet.Page, "nothing to report, without a network");
        await tablet.PressAsync();
        await tablet.Page.Locator(".kept").WaitForAsync();
        await tablet.WaitForStateAsync("waiting");
        await context.SetOfflineAsync(false);

        await tablet.WaitForStateAsync("received");
        Assert.True((await Tablet.SheetAsync(plant, shift)).NothingToReport);
    }

    [Fact]
    public async Task With_a_network_it_goes_the_same_way()
    {
        var (plant, context, tablet, shift) = await OpenAsync();
        await using var closing = context;

        await tablet.GoAsync($"/entry/nothing/{shift}");
        await tablet.Page.Locator("html[data-form=kept]").WaitForAsync();
        await tablet.PressAsync();

        await tablet.Page.WaitForURLAsync("**/entry/receipt/**");
        Assert.True((await Tablet.SheetAsync(plant, shift)).NothingToReport);
    }

    [Fact]
    public async Task The_hours_of_a_crew_are_entered_without_a_network_and_kept_apart_from_the_figures()
    {
        var (plant, context, tablet, shift) = await OpenAsync(WithPeople);
        await using var closing = context;
        await tablet.WaitForFormAsync("#crew");
        await tablet.TypeAsync("3.5");
        await tablet.WaitForStateAsync("draft");

        await context.SetOfflineAsync(true);
        await tablet.GoAsync($"/entry/{shift}");
        await tablet.Page.Locator("a[href*='/entry/crew/']").ClickAsync();
        await tablet.Page.Locator("button[value^=fill]").ClickAsync();
        await Assertions.Expect(tablet.Page.Locator("input[name^='v:hours@']").First).ToHaveValueAsync("8");
        await Axe.AssertNothingIsWrongAsync(tablet.Page, "the hours of a crew, without a network");
        await tablet.PressAsync();
        await tablet.Page.Locator("#submit").ClickAsync();
        await tablet.Page.Locator(".kept").WaitForAsync();
        await tablet.WaitForStateAsync("waiting");
        await context.SetOfflineAsync(false);

        await tablet.WaitForStateAsync("received");
        await tablet.WaitForStateAsync("draft");
        var lines = await Tablet.LinesAsync(plant, shift);
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(("hours", 8m), (line.Measure.Value, line.Value)));
    }

    private async Task<(RunningPlant Plant, IBrowserContext Context, Tablet Tablet, string Shift)> OpenAsync(
        string? wanted = null)
    {
        var plant = await offline.GetAsync();
        var context = await browsing.OpenAsync(new() { ViewportSize = Tablet.PhoneSize }, plant);
        var tablet = await Tablet.OpenAsync(context, "/entry");
        var shift = wanted ?? offline.NextShift();
        await tablet.PrepareAsync(shift);
        return (plant, context, tablet, shift);
    }
}
