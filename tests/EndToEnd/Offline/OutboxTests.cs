using Ganchao.EndToEnd.Entry;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Offline;

/// <summary>What is entered without a network is kept on the device and sent by itself.</summary>
public class OutboxTests(Browsing browsing, OfflinePlant offline)
{
    public static TheoryData<string> Sizes => ["phone", "tablet"];

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task What_is_submitted_without_a_network_is_sent_by_itself_once_there_is_one(string size)
    {
        var (plant, context) = await OpenAsync(size);
        await using var closing = context;
        var shift = offline.NextShift();
        var before = (await Tablet.LinesAsync(plant, shift)).Count;
        var tablet = await Tablet.OpenAsync(context, "/entry");
        await tablet.PrepareAsync(shift);

        await context.SetOfflineAsync(true);
        await tablet.SubmitAsync("12.5");
        await tablet.WaitForNoticeAsync("network");
        await tablet.WaitForStateAsync("waiting");
        await context.SetOfflineAsync(false);

        await tablet.WaitForStateAsync("received");
        Assert.Equal(before + 1, (await Tablet.LinesAsync(plant, shift)).Count);
        await tablet.Page.WaitForURLAsync("**/entry/receipt/**");
        await new PhoneForm(tablet.Page).WaitForReceiptAsync();
    }

    [Fact]
    public async Task With_a_network_the_server_checks_and_the_receipt_follows()
    {
        var (_, context) = await OpenAsync("phone");
        await using var closing = context;
        var tablet = await Tablet.OpenAsync(context, "/entry");
        await tablet.PrepareAsync(offline.NextShift());

        await tablet.TypeAsync("many");
        await tablet.PressAsync();
        await tablet.Page.Locator(".wrong").WaitForAsync();
        Assert.Equal("many", await tablet.TypedAsync());
        await tablet.SubmitAsync("１２．５");

        await tablet.Page.WaitForURLAsync("**/entry/receipt/**");
        await new PhoneForm(tablet.Page).WaitForReceiptAsync();
    }

    [Fact]
    public async Task What_is_typed_survives_a_closed_tab_and_the_entry_area_starts_without_a_network()
    {
        var (plant, context) = await OpenAsync("phone");
        await using var closing = context;
        var shift = offline.NextShift();
        var before = (await Tablet.LinesAsync(plant, shift)).Count;
        var first = await Tablet.OpenAsync(context, "/entry");
        await first.PrepareAsync(shift);
        await first.TypeAsync("7.25");
        await first.WaitForStateAsync("draft");
        await first.Page.CloseAsync();
        await context.SetOfflineAsync(true);

        var second = await Tablet.OpenAsync(context, "/entry");
        await second.Page.Locator(".teams a.button").WaitForAsync();
        await second.GoAsync($"/entry/{shift}");
        await second.Page.Locator("#restored").WaitForAsync();
        Assert.Equal("7.25", await second.TypedAsync());
        await second.PressAsync();
        await second.Page.Locator("#submit").WaitForAsync();
        await second.PressAsync();
        await second.Page.Locator(".kept").WaitForAsync();
        await context.SetOfflineAsync(false);

        await second.WaitForStateAsync("received");
        Assert.Equal(before + 1, (await Tablet.LinesAsync(plant, shift)).Count);
    }

    [Fact]
    public async Task Two_tabs_send_once()
    {
        var (plant, context) = await OpenAsync("tablet");
        await using var closing = context;
        var shift = offline.NextShift();
        var before = (await Tablet.LinesAsync(plant, shift)).Count;
        var first = await Tablet.OpenAsync(context, "/entry");
        await first.PrepareAsync(shift);
        var second = await Tablet.OpenAsync(context, "/entry/outbox");
        var sent = 0;
        context.Request += (_, request) => sent += request.Url.Contains("/typed", StringComparison.Ordinal) ? 1 : 0;
        await context.SetOfflineAsync(true);
        await first.SubmitAsync("3");
        await second.WaitForStateAsync("waiting");
        await first.WaitForNoticeAsync("network");
        sent = 0;

        await context.SetOfflineAsync(false);
        await second.WaitForStateAsync("received");

        Assert.Equal(1, sent);
        Assert.Equal(before + 1, (await Tablet.LinesAsync(plant, shift)).Count);
    }

    [Fact]
    public async Task What_the_server_refuses_stays_with_its_reason_until_it_is_corrected()
    {
        var (plant, context) = await OpenAsync("phone");
        await using var closing = context;
        var shift = offline.NextShift();
        var before = (await Tablet.LinesAsync(plant, shift)).Count;
        var tablet = await Tablet.OpenAsync(context, "/entry");
        await tablet.PrepareAsync(shift);
        await context.SetOfflineAsync(true);
        await tablet.SubmitAsync("1.2345");
        await context.SetOfflineAsync(false);
        await tablet.WaitForStateAsync("returned");
        Assert.Equal(before, (await Tablet.LinesAsync(plant, shift)).Count);

        await tablet.GoAsync("/entry/outbox");
        await tablet.Page.Locator("li[data-state=returned] .problem").WaitForAsync();
        await tablet.Page.Locator("li[data-state=returned] a.primary").ClickAsync();
        await tablet.Page.Locator("#restored").WaitForAsync();
        Assert.Equal("1.2345", await tablet.TypedAsync());
        await tablet.SubmitAsync("1.23");

        await tablet.WaitForStateAsync("received");
        Assert.Equal(before + 1, (await Tablet.LinesAsync(plant, shift)).Count);
    }

    [Fact]
    public async Task Where_the_browser_keeps_nothing_the_plain_form_goes_on()
    {
        var (plant, context) = await OpenAsync("phone");
        await using var closing = context;
        await context.AddInitScriptAsync("Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });");
        var shift = offline.NextShift();
        var before = (await Tablet.LinesAsync(plant, shift)).Count;
        var tablet = await Tablet.OpenAsync(context, $"/entry/{shift}");
        await tablet.WaitForNoticeAsync("storage");

        var form = new PhoneForm(tablet.Page);
        await form.TypeAsync("2");
        await form.GoOnAsync();
        await form.ConfirmAsync();
        await form.WaitForReceiptAsync();

        Assert.Equal(before + 1, (await Tablet.LinesAsync(plant, shift)).Count);
    }

    private async Task<(RunningPlant Plant, IBrowserContext Context)> OpenAsync(string size)
    {
        var plant = await offline.GetAsync();
        var screen = size == "phone" ? Tablet.PhoneSize : Tablet.TabletSize;
        return (plant, await browsing.OpenAsync(new() { ViewportSize = screen }, plant));
    }
}
