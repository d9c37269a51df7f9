using System.Globalization;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Offline;

/// <summary>Days without a network, and clocks: the page's time is moved, the server's is today's.</summary>
public class LongOutageTests(Browsing browsing, OfflinePlant offline, ITestOutputHelper output)
{
    private const int Days = 5;
    private const int Teams = 4;
    private const int FirstTeam = HallPlant.Teams - Teams + 1;    // no other test enters for them
    private const int EntriesPerForm = 25;
    private const int Entries = Days * Teams * EntriesPerForm;
    private const int HourMs = 3_600_000;

    // Fills the form again and again as fingers would: types, goes on, submits, asks for another. The figures are such as
    // the teams are used to, or they would come back to be explained.
    private const string FillAgainAndAgain =
        """
        async count => {
          const turn = () => new Promise(done => { const to = new MessageChannel(); to.port1.onmessage = done; to.port2.postMessage(0); });
          const until = async look => { for (;;) { const found = look(); if (found) return found; await turn(); } };
          for (let index = 0; index < count; index++) {
            const input = await until(() => document.querySelector('form.entry[data-step=form][data-heard] input[name^="v:"]'));
            input.value = (95 + index / 100).toFixed(2);
            input.dispatchEvent(new Event('input', { bubbles: true }));
            document.querySelector('form.entry button.primary').click();
            (await until(() => document.querySelector('form[data-step=local] #submit'))).click();
            const kept = await until(() => document.querySelector('.kept'));
            if (index + 1 < count) kept.querySelector('a.primary').click();
          }
        }
        """;

    [Fact]
    public async Task Five_hundred_entries_of_five_days_without_a_network_arrive_exactly_once()
    {
        var plant = await offline.GetAsync();
        await using var context = await browsing.OpenAsync(new() { ViewportSize = Tablet.PhoneSize }, plant);
        await context.Clock.InstallAsync(new() { TimeDate = TimeProvider.System.GetUtcNow().AddDays(-Days).UtcDateTime });
        var tablet = await Tablet.OpenAsync(context, "/entry");
        foreach (var team in Enumerable.Range(FirstTeam, Teams))
        {
            await tablet.PrepareAsync(HallPlant.ShiftOf(team, daysBefore: Days));
        }

        await context.SetOfflineAsync(true);
        var began = TimeProvider.System.GetTimestamp();
        var shifts = new List<string>();
        foreach (var day in Enumerable.Range(1, Days))
        {
            foreach (var team in Enumerable.Range(FirstTeam, Teams))
            {
                shifts.Add(HallPlant.ShiftOf(team, daysBefore: Days - day));
                await tablet.GoAsync($"/entry/{shifts[^1]}");
                var size = team % 2 == 0 ? Tablet.PhoneSize : Tablet.TabletSize;
                await tablet.Page.SetViewportSizeAsync(size.Width, size.Height);
                await tablet.Page.EvaluateAsync(FillAgainAndAgain, EntriesPerForm);
            }

            await PassDaysAsync(context, 1);
        }

        Assert.Equal(Entries, (await tablet.SheetsAsync()).Count(IsUnsent));
        output.WriteLine($"Entered within {TimeProvider.System.GetElapsedTime(began)}.");
        await tablet.WaitForNoticeAsync("many");
        await tablet.WaitForNoticeAsync("old");
        var before = await LinesAsync(plant, shifts);
        await FlapAsync(context, tablet);
        output.WriteLine($"Entered and sent within {TimeProvider.System.GetElapsedTime(began)}.");
        Assert.All(await tablet.SheetsAsync(), sheet => Assert.Equal("received", sheet.State));

        var after = await LinesAsync(plant, shifts);
        var arrived = after.ExceptBy(before.Select(line => line.Entry), line => line.Entry).ToList();
        Assert.Equal(Entries, arrived.Count);
        Assert.Equal(
            Enumerable.Range(0, Entries).Select(entry => 95 + (entry / (Days * Teams) / 100m)),
            arrived.Select(line => line.Value!.Value).Order());
    }

    [Fact]
    public async Task What_has_arrived_is_kept_for_thirty_days_and_what_has_not_for_ever()
    {
        var plant = await offline.GetAsync();
        await using var context = await browsing.OpenAsync(new() { ViewportSize = Tablet.PhoneSize }, plant);
        await context.Clock.InstallAsync(new() { TimeDate = TimeProvider.System.GetUtcNow().UtcDateTime });
        var tablet = await Tablet.OpenAsync(context, "/entry");
        await tablet.PrepareAsync(offline.NextShift());
        await tablet.SubmitAsync("1");
        await tablet.Page.WaitForURLAsync("**/entry/receipt/**");
        await tablet.PrepareAsync(offline.NextShift());
        await context.SetOfflineAsync(true);
        await tablet.SubmitAsync("2");

        await PassDaysAsync(context, 29);
        await tablet.GoAsync("/entry/outbox");
        await WaitForRowAsync(context, tablet, "received");
        await PassDaysAsync(context, 2);
        await tablet.GoAsync("/entry/outbox");
        await WaitForRowAsync(context, tablet, "waiting");

        Assert.Equal(["waiting"], (await tablet.SheetsAsync()).Select(sheet => sheet.State));
    }

    [Fact]
    public async Task A_wrong_clock_of_the_device_is_noticed_and_both_times_are_kept()
    {
        var plant = await offline.GetAsync();
        await using var context = await browsing.OpenAsync(new() { ViewportSize = Tablet.PhoneSize }, plant);
        await context.Clock.InstallAsync(new() { TimeDate = TimeProvider.System.GetUtcNow().AddMinutes(47).UtcDateTime });
        var tablet = await Tablet.OpenAsync(context, "/entry");
        var shift = offline.NextShift();
        await tablet.PrepareAsync(shift);
        await tablet.WaitForNoticeAsync("clock");

        await tablet.SubmitAsync("1");
        await tablet.Page.WaitForURLAsync("**/entry/receipt/**");
        var deviceAt = DateTimeOffset.Parse((await tablet.SheetsAsync())[0].DeviceAt!, CultureInfo.InvariantCulture);
        await tablet.GoAsync($"/entry/history/{shift}");

        await tablet.Page.GetByText(deviceAt.ToOffset(TimeSpan.FromHours(8)).ToString("HH:mm:ss", CultureInfo.InvariantCulture))
            .First.WaitForAsync();
    }

    // Some thirty days are more milliseconds than the browser's clock is moved by at once.
    private static async Task PassDaysAsync(IBrowserContext context, int days)
    {
        foreach (var _ in Enumerable.Range(0, days))
        {
            await context.Clock.FastForwardAsync(24L * HourMs);
        }
    }

    // After a jump the page draws by timers that wait for its clock to be moved on.
    private static async Task WaitForRowAsync(IBrowserContext context, Tablet tablet, string state)
    {
        var row = tablet.Page.Locator($"li[data-state={state}]");
        await tablet.Page.Locator("ul.sheets").WaitForAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await row.CountAsync() == 0)
        {
            Assert.False(limit.IsCancellationRequested, $"No row is {state}: {await tablet.Page.InnerTextAsync("main")}");
            await context.Clock.RunForAsync(100);
        }
    }

    // The page tries again and again, so one of them may be under way in vain.
    private static bool IsUnsent(KeptSheet sheet) => sheet.State is "waiting" or "sending";

    // Every ninth answer is lost on its way back, every seventh request on its way there; now and then the network is cut. The
    // page waits between its tries by its own clock, which is moved on.
    private static async Task FlapAsync(IBrowserContext context, Tablet tablet)
    {
        var count = 0;
        await context.RouteAsync("**/typed?*", async route =>
        {
            var turn = Interlocked.Increment(ref count);
            if (turn % 9 == 0)
            {
                await route.FetchAsync();
            }

            await (turn % 9 == 0 || turn % 7 == 0 ? route.AbortAsync() : route.ContinueAsync());
        });
        foreach (var isCut in new[] { false, true, false, true, false })
        {
            await context.SetOfflineAsync(isCut);
            await context.Clock.FastForwardAsync(60_000);
        }

        await tablet.WaitAsync(
            sheets => !sheets.Any(IsUnsent), "all sent", meanwhile: () => context.Clock.FastForwardAsync(2_000));

        await context.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
    }

    private static async Task<List<Contracts.Entries.SheetLine>> LinesAsync(RunningPlant plant, IEnumerable<string> shifts)
    {
        var lines = new List<Contracts.Entries.SheetLine>();
        foreach (var shift in shifts.Distinct())
        {
            lines.AddRange(await Tablet.LinesAsync(plant, shift));
        }

        return lines;
    }
}
