using Ganchao.Dashboard.Accounts;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Ganchao.Silo.Identity.Passkeys;

/// <summary>What a passkey must be, and where its signature was made.</summary>
internal static class PasskeyHosting
{
    /// <summary>How long a spent challenge is remembered: longer than its cookie lasts.</summary>
    public static readonly TimeSpan ChallengeKept = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ChallengeLasts = TimeSpan.FromMinutes(5);

    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddSingleton<PasskeyTable>();
        services.AddScoped<PasskeyDesk>();
        services.AddScoped<IPasskeyDesk>(provider => provider.GetRequiredService<PasskeyDesk>());
        services.Configure<IdentityPasskeyOptions>(SetRules);
        services.AddAuthentication().AddCookie(IdentityConstants.TwoFactorUserIdScheme, SetCookie);
    }

    // It takes the place of the password: the device itself asks for a finger, a face or its own PIN, and brings the account.
    private static void SetRules(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.AttestationConveyancePreference = "none";
        options.AuthenticatorTimeout = ChallengeLasts;
        options.ValidateOrigin = static context => ValueTask.FromResult(IsOfOurPages(context));
    }

    // The page whose passkey signed is the page that posts, it is of this host, and nobody could read along.
    private static bool IsOfOurPages(PasskeyOriginValidationContext context) =>
        !context.CrossOrigin
        && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
        && context.HttpContext.Request is var request
        && string.Equals(context.Origin, request.Headers.Origin.ToString(), StringComparison.OrdinalIgnoreCase)
        && string.Equals(origin.IdnHost, request.Host.Host, StringComparison.OrdinalIgnoreCase)
        && (origin.Scheme == Uri.UriSchemeHttps || SecureContext.IsThisMachine(request))
        && PasskeyOffer.IsMadeTo(request);

    // The challenge that is open in a browser.
    private static void SetCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "ganchao-challenge";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = ChallengeLasts;
        options.SlidingExpiration = false;
    }
}
