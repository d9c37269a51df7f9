using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Accounts;

/// <summary>One finger on a page: counts every touch that is not the typing of a number.</summary>
internal sealed class Taps(IPage page)
{
    public int Count { get; private set; }

    public async Task TapAsync(string what)
    {
        Count++;
        await page.Locator(what).First.TapAsync();
    }

    /// <summary>Types into whatever has the focus: digits and the point only.</summary>
    public async Task TypeAsync(string number)
    {
        Assert.All(number, c => Assert.True(char.IsAsciiDigit(c) || c == '.', $"'{c}' of '{number}' is no number."));
        await page.Keyboard.TypeAsync(number);
    }
}
