using System.Text.RegularExpressions;
using Ganchao.EndToEnd.Accessibility;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Accounts;

/// <summary>Passkeys as a browser and a device have them: the device is the browser's own virtual one.</summary>
public partial class PasskeyPagesTests(Browsing browsing)
{
    private const string Password = "our own secret 7";

    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    public static TheoryData<string, ColorScheme> Readers => new()
    {
        { "zh-CN", ColorScheme.Light },
        { "en-US", ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_passkey_is_added_signs_in_without_a_password_and_does_not_once_it_is_removed(
        string locale, ColorScheme scheme)
    {
        await using var plant = await RunningPlant.StartAsync();
        await using var context = await OpenAsync(plant, new() { Locale = locale, ColorScheme = scheme, ViewportSize = Phone });
        var page = await context.NewPageAsync();
        await SetUpAsync(page, plant);
        var device = await Device.AttachAsync(context, page);

        await page.GotoAsync("/account");
        await AssertAccessibleAsync("the own account");
        await page.Locator("a[href^='/account/passkeys']").ClickAsync();
        await page.Locator("#add").WaitForAsync();
        await AssertAccessibleAsync("no passkeys");
        await AddAsync(page, "our own secret 8");
        await page.Locator("#add .problem").WaitForAsync();
        await AssertAccessibleAsync("a wrong password");
        Assert.Equal(0, await device.CountAsync());
        await AddAsync(page, Password);
        await page.Locator(".done").WaitForAsync();
        Assert.Equal(1, await device.CountAsync());
        await AssertAccessibleAsync("a passkey");

        // The same device has one already.
        await AddAsync(page, Password);
        await page.Locator("#add .problem").WaitForAsync();
        Assert.Equal(1, await device.CountAsync());

        await SignOutAsync(page);
        await page.GotoAsync("/sign-in?back=/account/passkeys");
        await page.Locator("#passkey").WaitForAsync();
        await AssertAccessibleAsync("the sign-in with a passkey");
        await page.Locator("#passkey button").ClickAsync();
        await page.WaitForURLAsync("**/account/passkeys*");
        await page.Locator("h2", new() { HasText = "我的手机" }).WaitForAsync();

        await page.Locator(".accounts summary").ClickAsync();
        await AssertAccessibleAsync("changing a passkey");
        await page.Locator("button[value=remove]").ClickAsync();
        await page.Locator(".done").WaitForAsync();
        await page.Locator(".empty").WaitForAsync();

        await SignOutAsync(page);
        await page.GotoAsync("/sign-in");
        await page.Locator("#passkey button").ClickAsync();
        await page.Locator("form .problem >> visible=true").WaitForAsync();
        Assert.StartsWith("/sign-in", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await AssertAccessibleAsync("a removed passkey");

        // A device without a passkey says so in the form, and nothing is posted.
        await device.ForgetAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator("#passkey button").ClickAsync();
        await page.Locator("#passkey .problem").WaitForAsync();
        await AssertAccessibleAsync("no passkey on the device");
        await Assertions.Expect(page.Locator("#passkey button")).ToBeEnabledAsync();

        Task AssertAccessibleAsync(string step) => Axe.AssertNothingIsWrongAsync(page, $"{step} ({locale}, {scheme})");
    }

    [Fact]
    public async Task Without_script_without_passkeys_and_in_wechat_the_sign_in_is_as_it_was()
    {
        await using var plant = await RunningPlant.StartAsync();
        await using var desk = await OpenAsync(plant, new());
        await SetUpAsync(await desk.NewPageAsync(), plant);

        await using var still = await OpenAsync(plant, new() { JavaScriptEnabled = false });
        await AssertNotOfferedAsync(await still.NewPageAsync());
        await using var old = await OpenAsync(plant, new());
        await old.AddInitScriptAsync("delete window.PublicKeyCredential");
        await AssertNotOfferedAsync(await old.NewPageAsync());
        await using var weChat = await OpenAsync(plant, new() { UserAgent = "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.49" });
        await AssertNotOfferedAsync(await weChat.NewPageAsync());
        await using var bare = await browsing.OpenAsync(plant: plant);    // 127.0.0.1
        await AssertNotOfferedAsync(await bare.NewPageAsync());
    }

    private static async Task AssertNotOfferedAsync(IPage page)
    {
        await page.GotoAsync("/sign-in", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(page.Locator("main button >> visible=true")).ToHaveCountAsync(1);
        await page.Locator("#name").FillAsync("boss");
        await page.Locator("#password").FillAsync(Password);
        await page.Locator("main button.primary").ClickAsync();
        await page.WaitForURLAsync("**/entry*");
        await page.GotoAsync("/account/passkeys");
        await Assertions.Expect(page.Locator("#add")).ToBeHiddenAsync();
        await page.Locator("[data-without-passkey]").WaitForAsync();
    }

    private Task<IBrowserContext> OpenAsync(RunningPlant plant, BrowserNewContextOptions options)
    {
        options.BaseURL = new UriBuilder(plant.Address) { Host = "localhost" }.Uri.OriginalString;
        return browsing.OpenAsync(options, plant);
    }

    private static async Task SetUpAsync(IPage page, RunningPlant plant)
    {
        await page.GotoAsync("/set-up");
        (string Field, string Text)[] fields =
        [
            ("code", Code().Matches(plant.Silo.Log)[^1].Groups["code"].Value), ("plant", "hall"), ("plant-name", "厂"),
            ("name", "boss"), ("display", "系统管理员"), ("password", Password),
        ];
        foreach (var (field, text) in fields)
        {
            await page.Locator($"#{field}").FillAsync(text);
        }

        await page.Locator("main button.primary").First.ClickAsync();
        await page.WaitForURLAsync("**/accounts*");
    }

    private static async Task AddAsync(IPage page, string password)
    {
        await page.Locator("#add #name").FillAsync("我的手机");
        await page.Locator("#add #password").FillAsync(password);
        await page.Locator("#add button").ClickAsync();
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/sign-out");
        await page.Locator("main button.primary").ClickAsync();
        await page.WaitForURLAsync(address => new Uri(address).AbsolutePath == "/");
    }

    [GeneratedRegex("type the code (?<code>[A-Z0-9]+)")]
    private static partial Regex Code();

    /// <summary>The page's device: it always finds the right finger.</summary>
    private sealed class Device(ICDPSession session, string id)
    {
        public static async Task<Device> AttachAsync(IBrowserContext context, IPage page)
        {
            var session = await context.NewCDPSessionAsync(page);
            await session.SendAsync("WebAuthn.enable");
            var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            });
            return new Device(session, added!.Value.GetProperty("authenticatorId").GetString()!);
        }

        public async Task<int> CountAsync()
        {
            var kept = await session.SendAsync("WebAuthn.getCredentials", Itself);
            return kept!.Value.GetProperty("credentials").GetArrayLength();
        }

        public async Task ForgetAsync() => await session.SendAsync("WebAuthn.clearCredentials", Itself);

        private Dictionary<string, object> Itself => new() { ["authenticatorId"] = id };
    }
}
