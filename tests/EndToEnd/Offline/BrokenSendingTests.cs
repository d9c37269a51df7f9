using System.Text.Json;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Offline;

/// <summary>Whatever breaks while a sheet is sent, it arrives and is there once.</summary>
public class BrokenSendingTests(Browsing browsing, OfflinePlant offline)
{
    private const string Typed = "**/typed?*";

    // A disk that fails exactly when the receipt is to be kept.
    private const string LoseReceipt =
        """
        () => {
          const put = IDBObjectStore.prototype.put;
          IDBObjectStore.prototype.put = function (value, ...rest) {
            if (value?.state === 'received') {
              window.lost = true;
              throw new DOMException('lost', 'QuotaExceededError');
            }

            return put.call(this, value, ...rest);
          };
        }
        """;

    public static TheoryData<string> Steps => ["before the request", "before the answer", "before the receipt is kept"];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_tab_that_is_closed_while_it_sends_loses_nothing(string step)
    {
        var plant = await offline.GetAsync();
        await using var context = await browsing.OpenAsync(new() { ViewportSize = Tablet.PhoneSize }, plant);
        var shift = offline.NextShift();
        var before = (await Tablet.LinesAsync(plant, shift)).Count;
        var tablet = await Tablet.OpenAsync(context, "/entry");
        await tablet.PrepareAsync(shift);
        var reached = new TaskCompletionSource();
        await BreakAtAsync(tablet.Page, step, reached);

        await tablet.SubmitAsync("5");
        await WaitForAsync(tablet.Page, step, reached);
        await tablet.Page.CloseAsync();

        var next = await Tablet.OpenAsync(context, "/entry/outbox");
        await next.WaitForStateAsync("received");
        Assert.Equal(before + 1, (await Tablet.LinesAsync(plant, shift)).Count);
    }

    [Fact]
    public async Task A_server_that_is_killed_while_it_is_sent_to_loses_nothing()
    {
        await using var plant = await OfflinePlant.StartAsync();
        foreach (var (index, step) in Steps.Index())
        {
            await using var context = await browsing.OpenAsync(new() { ViewportSize = Tablet.TabletSize }, plant);
            var shift = HallPlant.ShiftOf(1 + index, daysBefore: 2);
            var tablet = await Tablet.OpenAsync(context, "/entry");
            await tablet.PrepareAsync(shift);
            var reached = new TaskCompletionSource();
            await BreakAtAsync(tablet.Page, step.Data, reached);

            await tablet.SubmitAsync("5");
            await WaitForAsync(tablet.Page, step.Data, reached);
            await plant.KillAsync();
            Assert.All(await tablet.SheetsAsync(), sheet => Assert.NotEqual("received", sheet.State));
            await tablet.Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
            await plant.LaunchAsync();

            await tablet.GoAsync("/entry/outbox");
            await tablet.WaitForStateAsync("received");
            Assert.Single(await Tablet.LinesAsync(plant, shift));
        }
    }

    [Fact]
    public async Task An_expired_sign_in_keeps_the_sheet_and_asks_to_sign_in_again()
    {
        var plant = await offline.GetAsync();
        await using var context = await browsing.OpenAsync(new() { ViewportSize = Tablet.PhoneSize }, plant);
        var shift = offline.NextShift();
        var tablet = await Tablet.OpenAsync(context, "/entry");
        await tablet.PrepareAsync(shift);
        await context.RouteAsync(Typed, route => route.FulfillAsync(new()
        {
            Status = 401,
            ContentType = "application/problem+json",
            Body = JsonSerializer.Serialize(new { type = "/problems/sign-in-needed", title = "sign-in-needed", status = 401 }),
        }));

        await tablet.SubmitAsync("5");
        await tablet.WaitForNoticeAsync("sign-in");
        await tablet.WaitForStateAsync("waiting");
        await context.UnrouteAllAsync();
        await tablet.GoAsync("/entry");

        await tablet.WaitForStateAsync("received");
    }

    // The sender goes no further than the step.
    private static async Task BreakAtAsync(IPage page, string step, TaskCompletionSource reached)
    {
        if (step == "before the receipt is kept")
        {
            await page.EvaluateAsync(LoseReceipt);
            return;
        }

        await page.RouteAsync(Typed, async route =>
        {
            if (step == "before the answer")
            {
                await route.FetchAsync();
            }

            reached.TrySetResult();    // and the page never hears of it
        });
    }

    private static async Task WaitForAsync(IPage page, string step, TaskCompletionSource reached)
    {
        if (step == "before the receipt is kept")
        {
            await page.WaitForFunctionAsync("window.lost === true");
        }
        else
        {
            await reached.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }
    }
}
