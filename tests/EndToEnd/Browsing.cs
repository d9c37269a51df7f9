using Microsoft.Playwright;

namespace Ganchao.EndToEnd;

/// <summary>One browser and one running plant for all tests; whoever kills or freezes a plant starts one of its own.</summary>
public sealed class Browsing : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private RunningPlant? _plant;

    public RunningPlant Plant => _plant!;

    public async ValueTask InitializeAsync()
    {
        await Publication.MakeAsync();
        _plant = await RunningPlant.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>A browser window of its own, with its own cache, that asks a plant for its pages.</summary>
    public Task<IBrowserContext> OpenAsync(BrowserNewContextOptions? options = null, RunningPlant? plant = null)
    {
        options ??= new();
        options.BaseURL ??= (plant ?? Plant).Address.OriginalString;
        options.Locale ??= "zh-CN";
        options.TimezoneId ??= "Asia/Shanghai";
        options.ViewportSize ??= new() { Width = 1920, Height = 1080 };
        return _browser!.NewContextAsync(options);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_plant is not null)
        {
            await _plant.DisposeAsync();
        }
    }
}
