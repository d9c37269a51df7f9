using Ganchao.Dashboard.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Ganchao.Dashboard.Offline;

/// <summary>To which devices the entry pages offer to keep what is typed and to send it later.</summary>
public interface IOfflineOffer
{
    bool IsMadeTo(HttpContext context);

    /// <summary>Whether what was offered before is to go from all devices again; what they keep stays until it is sent.</summary>
    bool IsWithdrawn { get; }
}

/// <summary>
/// To paired tablets; to all devices where <c>Ganchao:Offline</c> says <c>always</c>, to none where it says <c>never</c>. Over
/// https or on the server itself, since no browser keeps pages that came over plain http.
/// </summary>
internal sealed class OfflineOffer(IConfiguration configuration) : IOfflineOffer
{
    // Of the tablet itself, and of a person who signed in on it.
    private static readonly string[] DeviceClaims = ["ganchao:device", "ganchao:tablet"];

    private readonly string _setting = configuration["Ganchao:Offline"] ?? "";

    public bool IsWithdrawn => Says("never");

    public bool IsMadeTo(HttpContext context) => !IsWithdrawn && SecureContext.Is(context.Request) &&
        (Says("always") || context.User.HasClaim(claim => DeviceClaims.Contains(claim.Type)));

    private bool Says(string word) => string.Equals(_setting, word, StringComparison.OrdinalIgnoreCase);
}
