using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Screenshots;

/// <summary>
/// Pages as readers see them. With GANCHAO_SCREENSHOTS they are saved in the folder that it names, else only looked at; with
/// GANCHAO_SCREENSHOTS_OF they are those of a system that runs at that address, such as ./run --demo, and of the board
/// that GANCHAO_SCREENSHOTS_BOARD names.
/// </summary>
public class ScreenshotTests(Browsing browsing)
{
    private static readonly ViewportSize Screen = new() { Width = 1920, Height = 1080 };
    private static readonly ViewportSize Desk = new() { Width = 1280, Height = 900 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    private static string? Folder => Environment.GetEnvironmentVariable("GANCHAO_SCREENSHOTS");

    private static string Board => Environment.GetEnvironmentVariable("GANCHAO_SCREENSHOTS_BOARD") ?? HallPlant.Board;

    private Uri System => Environment.GetEnvironmentVariable("GANCHAO_SCREENSHOTS_OF") is { } address
        ? new Uri(address)
        : browsing.Plant.Address;

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Of_a_wall_dark_and_light(string language)
    {
        await TakeAsync($"wall-dark-{language}", $"/wall/{Board}?lang={language}", ".wall[data-state=Live]", Screen);
        await TakeAsync($"wall-light-{language}", $"/wall/{Board}?lang={language}&theme=light", ".wall[data-state=Live]", Screen);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Of_a_table_its_picture_and_the_statistics(string language)
    {
        await TakeAsync($"board-{language}", $"/board/{Board}?lang={language}", "[data-state=Live]", Desk);
        await TakeAsync($"picture-{language}", $"/board/{Board}/picture?lang={language}", "#picture", Desk);
        await TakeAsync($"statistics-{language}", $"/statistics?lang={language}", "h1", Desk);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Of_an_explanation_of_the_first_row(string language)
    {
        await using var context = await OpenAsync(Desk);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/board/{Board}?lang={language}");
        var first = await page.Locator("a[href*='/explain/']").First.GetAttributeAsync("href");

        await TakeAsync($"explanation-{language}", first!, "h1", Desk);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Of_an_entry_on_a_phone(string language)
    {
        await using var context = await OpenAsync(Phone);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/entry?lang={language}");
        var form = await page.Locator("a.button").First.GetAttributeAsync("href");

        await TakeAsync($"entry-{language}", form!, "form.entry", Phone);
    }

    private async Task TakeAsync(string name, string address, string ready, ViewportSize size)
    {
        await using var context = await OpenAsync(size);
        var page = await context.NewPageAsync();
        var answer = await page.GotoAsync(address);
        Assert.Equal(200, answer!.Status);
        await page.Locator(ready).First.WaitForAsync(new() { Timeout = 60_000 });
        var image = await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        Assert.NotEmpty(image);
        if (Folder is { } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), image);
        }
    }

    private Task<IBrowserContext> OpenAsync(ViewportSize size) => browsing.OpenAsync(new()
    {
        BaseURL = System.OriginalString,
        ViewportSize = size,
        ColorScheme = ColorScheme.Light,
    });
}
