using System.Globalization;
using System.Text.Json;
using Ganchao.Contracts.Entries;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Offline;

/// <summary>One entry page on a device with an outbox, used as a team leader does.</summary>
internal sealed class Tablet(IPage page)
{
    public static readonly ViewportSize PhoneSize = new() { Width = 390, Height = 844 };
    public static readonly ViewportSize TabletSize = new() { Width = 1024, Height = 768 };

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private const string ReadSheets =
        """
        () => new Promise((resolve, reject) => {
          const asked = indexedDB.open('ganchao-entry');
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            const all = asked.result.transaction('sheets').objectStore('sheets').getAll();
            all.onsuccess = () => {
              asked.result.close();
              resolve(JSON.stringify(all.result.map(({ id, shift, state, deviceAt }) => ({ id, shift, state, deviceAt }))));
            };
          };
        })
        """;

    private readonly List<string> _errors = [];

    public IPage Page => page;

    private ILocator Figure => page.Locator("form.entry input[name^='v:']").First;

    public static async Task<Tablet> OpenAsync(IBrowserContext context, string address)
    {
        var tablet = new Tablet(await context.NewPageAsync());
        tablet.Page.PageError += (_, error) => tablet._errors.Add(error);
        await tablet.GoAsync(address);
        return tablet;
    }

    public async Task GoAsync(string address) => await page.GotoAsync(address);

    /// <summary>Opens a form with a network and waits until it, and what it needs, are on the device.</summary>
    public async Task PrepareAsync(string shift)
    {
        await GoAsync($"/entry/{shift}");
        await page.Locator("html[data-form=kept][data-offline=ready]").WaitForAsync();
    }

    public Task TypeAsync(string figure) => Figure.FillAsync(figure);

    public Task<string> TypedAsync() => Figure.InputValueAsync();

    /// <summary>The figure, the check page, the submission.</summary>
    public async Task SubmitAsync(string figure)
    {
        await TypeAsync(figure);
        await PressAsync();
        await WaitForAsync("#submit");
        await PressAsync();
        await WaitForAsync(".kept");
    }

    /// <summary>Waits for something; where it does not come, says what stands on the page instead.</summary>
    private async Task WaitForAsync(string wanted)
    {
        try
        {
            await page.Locator(wanted).First.WaitForAsync();
        }
        catch (TimeoutException)
        {
            var shown = await page.Locator("main").InnerTextAsync();
            Assert.Fail($"{wanted} is not on {page.Url}:\n{shown}\n{string.Join('\n', _errors)}");
        }
    }

    public Task PressAsync() => page.Locator("form.entry button.primary").ClickAsync();

    public Task WaitForNoticeAsync(string about) => page.Locator($"[data-about={about}]").WaitForAsync();

    /// <summary>Waits until so many sheets on the device are in a state, also while the page leads on to a receipt.</summary>
    public Task WaitForStateAsync(string state, int count = 1) =>
        WaitAsync(sheets => sheets.Count(sheet => sheet.State == state) == count, $"{count} {state}");

    public async Task WaitAsync(Func<IReadOnlyList<KeptSheet>, bool> isSo, string what, Func<Task>? meanwhile = null)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var poll = new PeriodicTimer(Poll);
        while (await poll.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            var sheets = await SheetsAsync();
            if (isSo(sheets))
            {
                return;
            }

            if (meanwhile is not null)
            {
                await meanwhile();
            }

            Assert.False(limit.IsCancellationRequested, $"Never {what}: {string.Join('\n', sheets)}\n{string.Join('\n', _errors)}");
        }
    }

    /// <summary>What the device's own memory holds.</summary>
    public async Task<IReadOnlyList<KeptSheet>> SheetsAsync()
    {
        while (true)
        {
            try
            {
                return JsonSerializer.Deserialize<List<KeptSheet>>(
                    await page.EvaluateAsync<string>(ReadSheets), JsonSerializerOptions.Web)!;
            }
            catch (PlaywrightException left) when (left.Message.Contains("navigation", StringComparison.Ordinal))
            {
                await page.WaitForLoadStateAsync();
            }
        }
    }

    /// <summary>Waits until the device keeps a form under a key that ends so.</summary>
    public Task WaitForFormAsync(string end) => page.WaitForFunctionAsync(
        """
        end => new Promise((resolve, reject) => {
          const asked = indexedDB.open('ganchao-entry');
          asked.onerror = () => reject(asked.error);
          asked.onsuccess = () => {
            const keys = asked.result.transaction('forms').objectStore('forms').getAllKeys();
            keys.onsuccess = () => {
              asked.result.close();
              resolve(keys.result.some(key => key.endsWith(end)));
            };
          };
        })
        """,
        end);

    /// <summary>A shift's sheet on the server.</summary>
    public static async Task<SheetView> SheetAsync(RunningPlant plant, string shift)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"/api/shifts/{shift}"), UriKind.Relative);
        using var answer = await plant.Silo.Http.GetAsync(address);
        return await Cluster.Tests.Api.ReadAsync<SheetView>(plant.Silo, answer);
    }

    /// <summary>A line's current entries on the server.</summary>
    public static async Task<IReadOnlyList<SheetLine>> LinesAsync(RunningPlant plant, string shift) =>
        (await SheetAsync(plant, shift)).Lines;
}

/// <summary>A sheet as the device keeps it.</summary>
internal sealed record KeptSheet(string Id, string Shift, string State, string? DeviceAt = null);
