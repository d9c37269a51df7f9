using Ganchao.EndToEnd.Entry;
using Ganchao.EndToEnd.Walls;
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
        await TakeWallAsync($"wall-dark-{language}", $"/wall/{Board}?lang={language}");
        await TakeWallAsync($"wall-light-{language}", $"/wall/{Board}?lang={language}&theme=light");
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

    /// <summary>The form, the receipt of a figure, and the sheet's history once that was corrected.</summary>
    [Theory]
    [InlineData("zh", 0)]
    [InlineData("en", 1)]
    public async Task Of_an_entry_on_a_phone(string language, int team)
    {
        await using var context = await OpenAsync(Phone);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/entry?lang={language}");
        await page.Locator("a.button").Nth(team).ClickAsync();
        var form = new PhoneForm(page);
        await page.Locator("form.entry").WaitForAsync();
        await SaveAsync($"entry-{language}", page);

        await form.TypeAsync("1");
        await form.GoOnAsync();
        await form.ConfirmAsync();
        await form.WaitForReceiptAsync();
        await SaveAsync($"receipt-{language}", page);

        await form.FollowAsync("/entry/history/");
        await form.FollowAsync("/entry/correct/");
        await form.CorrectAsync("2");
        await form.GoOnAsync();
        await form.ConfirmAsync();
        await form.WaitForReceiptAsync();
        await form.FollowAsync("/entry/history/");
        await page.Locator("article.line").First.WaitForAsync();
        await SaveAsync($"history-{language}", page);
    }

    // Its pages lie on one another and take turns, and its rows slide: the picture is of the first page at rest, from before to
    // after it is taken.
    private async Task TakeWallAsync(string name, string address)
    {
        await using var context = await OpenAsync(Screen);
        var page = await context.NewPageAsync();
        var wall = await OpenWall.OpenAsync(page, address);
        await wall.WaitForAsync("Live");
        byte[] image;
        do
        {
            await wall.TurnToFirstPageAsync();
            await wall.WaitForRestAsync();
            image = await page.ScreenshotAsync();
        }
        while (await wall.ShownPageAsync() != 0 || await wall.IsSlidingAsync());

        await SaveAsync(name, image);
    }

    private async Task TakeAsync(string name, string address, string ready, ViewportSize size)
    {
        await using var context = await OpenAsync(size);
        var page = await context.NewPageAsync();
        var answer = await page.GotoAsync(address);
        Assert.Equal(200, answer!.Status);
        await page.Locator(ready).First.WaitForAsync(new() { Timeout = 60_000 });
        await SaveAsync(name, page);
    }

    private static async Task SaveAsync(string name, IPage page) => await SaveAsync(name, await page.ScreenshotAsync());

    private static async Task SaveAsync(string name, byte[] image)
    {
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
