using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Ganchao.Dashboard.Accounts;
using Ganchao.Dashboard.Evidence;
using Ganchao.Dashboard.Tablets;
using Ganchao.Silo.Demo;
using Ganchao.Silo.Identity.Passkeys;
using Ganchao.Silo.Identity.Tablets;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;

namespace Ganchao.Silo.Identity;

/// <summary>Who may do what: accounts and cookies of people, keys of programs, the gate before all of it.</summary>
internal static class IdentityHosting
{
    /// <summary>How many forms with a secret one address may post a minute; 60 where it is not set.</summary>
    private const string TriesSetting = "Ganchao:SignIn:TriesPerMinute";

    /// <summary>How many photos and files one person may send a minute; 20 where it is not set.</summary>
    private const string UploadsSetting = "Ganchao:Evidence:PerMinute";

    private const int UploadsPerMinute = 20;
    private const int Guesses = 5;
    private const int TriesPerMinute = 60;

    private static readonly TimeSpan Locked = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Shift = TimeSpan.FromHours(12);

    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(new Callers(ApiKey.Read(builder.Configuration), builder.Configuration.IsDemo()));
        services.AddDataProtection().SetApplicationName("Ganchao");
        services.AddSingleton<FormKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<FormKeys>((options, keys) => options.XmlRepository = keys);

        services.AddSingleton<AccountTable>();
        services.AddSingleton<IdentityMeter>();
        services.AddSingleton<Gate>();
        services.AddSingleton<PlantFounder>();
        services.AddSingleton<NewAccounts>();
        services.AddSingleton<RoleDesk>();
        services.AddSingleton(new SetUpCode(static code =>
        {
            Console.WriteLine($"  设置 set-up: 打开 /set-up,输入代码 {code}");
            Console.WriteLine($"               open /set-up and type the code {code}");
        }));
        services.AddSingleton<TabletTable>();
        services.AddScoped<ITabletDesk, TabletDesk>();
        services.AddScoped<AccountDesk>();
        services.AddScoped<IAccountDesk>(provider => provider.GetRequiredService<AccountDesk>());
        services.AddIdentityCore<Account>(SetRules).AddUserStore<AccountStore>()
            .AddClaimsPrincipalFactory<SignedIn>().AddSignInManager();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, SetCookie);
        services.AddPasskeys();
        services.AddRateLimiter(options => SetLimits(options, builder.Configuration));
    }

    /// <summary>After routing has found the endpoint, before it runs.</summary>
    public static void UseIdentity(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<Gate>();
        app.UseRateLimiter();
    }

    /// <summary>Shows the code for the first account where there is none.</summary>
    public static void PrintSetUp(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var accounts = app.Services.GetRequiredService<AccountTable>();
        if (!app.Configuration.IsDemo() && !accounts.AnyAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult())
        {
            app.Services.GetRequiredService<SetUpCode>().Show();
        }
    });

    // Length counts, not signs of every kind: people write those down.
    private static void SetRules(IdentityOptions options)
    {
        options.Password.RequiredLength = 10;
        options.Password.RequiredUniqueChars = 5;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Lockout.MaxFailedAccessAttempts = Guesses;
        options.Lockout.DefaultLockoutTimeSpan = Locked;
        options.User.AllowedUserNameCharacters = "";
    }

    private static void SetCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "ganchao";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = Shift;
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = ValidateAsync;
    }

    // The stamp is looked up each time: whoever is shut out is out at once, on every silo.
    private static async Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        var id = cookie.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        var accounts = cookie.HttpContext.RequestServices.GetRequiredService<AccountTable>();
        var stamp = id is null ? null : await accounts.StampOfAsync(id, cookie.HttpContext.RequestAborted);
        if (stamp is null || stamp != cookie.Principal?.FindFirstValue(SignedIn.Stamp) || !await IsOnPairedTabletAsync(cookie))
        {
            cookie.HttpContext.RequestServices.GetRequiredService<IdentityMeter>().Refused("old-cookie");
            cookie.RejectPrincipal();
        }
    }

    private static async Task<bool> IsOnPairedTabletAsync(CookieValidatePrincipalContext cookie) =>
        cookie.Principal!.FindFirstValue(SignedIn.Tablet) is not { } tablet
        || await cookie.HttpContext.RequestServices.GetRequiredService<TabletTable>()
            .IsPairedAsync(tablet, cookie.HttpContext.RequestAborted);

    // Whoever guesses does so from somewhere; a plant behind one address signs in at one shift change, within the minute.
    private static void SetLimits(RateLimiterOptions options, IConfiguration configuration)
    {
        var tries = configuration.GetValue(TriesSetting, TriesPerMinute);
        var uploads = configuration.GetValue(UploadsSetting, UploadsPerMinute);
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            Marked<GuessedAttribute>(context, HttpMethods.Post) is { } guessed
                ? PerMinute($"{guessed.Apart} {AddressOf(context)}", tries)
            : Marked<UploadAttribute>(context, HttpMethods.Post, HttpMethods.Put) is not null
                ? PerMinute($"upload {SignedIn.Of(context.User)?.Person.Value ?? AddressOf(context)}", uploads)
            : RateLimitPartition.GetNoLimiter(""));
        options.OnRejected = static (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromMinutes(1);
            rejected.HttpContext.Response.Headers.RetryAfter =
                Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            rejected.HttpContext.RequestServices.GetRequiredService<IdentityMeter>().Refused("too-many");
            return ValueTask.CompletedTask;
        };
    }

    private static TAttribute? Marked<TAttribute>(HttpContext context, params ReadOnlySpan<string> methods)
        where TAttribute : Attribute =>
        methods.Contains(context.Request.Method) ? context.GetEndpoint()?.Metadata.GetMetadata<TAttribute>() : null;

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static RateLimitPartition<string> PerMinute(string who, int limit) => RateLimitPartition.GetFixedWindowLimiter(
        who, _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = TimeSpan.FromMinutes(1) });
}
