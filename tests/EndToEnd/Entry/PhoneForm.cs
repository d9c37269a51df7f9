using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Entry;

/// <summary>The entry pages on a phone, filled in as a team leader does.</summary>
internal sealed class PhoneForm(IPage page)
{
    public static readonly ViewportSize Screen = new() { Width = 390, Height = 844 };

    public IPage Page => page;

    public async Task OpenAsync(int team, int daysBefore = 0)
    {
        var answer = await page.GotoAsync($"/entry/{HallPlant.ShiftOf(team, daysBefore)}");
        Assert.Equal(200, answer!.Status);
    }

    public Task TypeAsync(string figure) => page.Locator("input[name^='v:']").First.FillAsync(figure);

    /// <summary>Presses what the page wants pressed most.</summary>
    public Task GoOnAsync() => page.Locator("form button.primary").ClickAsync();

    /// <summary>On a correction's form: another figure, and the first of the reasons.</summary>
    public async Task CorrectAsync(string figure)
    {
        await page.Locator("select").SelectOptionAsync("0");
        await page.Locator("input[inputmode=decimal]").FillAsync(figure);
    }

    /// <summary>On the check page: ticks and explains what looks odd, then sends it.</summary>
    public async Task ConfirmAsync()
    {
        await page.Locator("#submit").WaitForAsync();
        foreach (var odd in await page.Locator(".unusual").AllAsync())
        {
            await odd.Locator("input[type=checkbox]").CheckAsync();
            foreach (var why in await odd.Locator("input[type=text]").AllAsync())
            {
                await why.FillAsync("复核过");
            }
        }

        await GoOnAsync();
    }

    public Task WaitForReceiptAsync() => page.Locator("p.done").WaitForAsync();

    public Task FollowAsync(string addressPart) => page.Locator($"a[href*='{addressPart}']").First.ClickAsync();
}
