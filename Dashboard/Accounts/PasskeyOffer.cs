using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Accounts;

/// <summary>
/// Where passkeys are offered: over https or on the server itself, under a name (no key is made for a bare address), and not in
/// WeChat, whose browser has none.
/// </summary>
public static class PasskeyOffer
{
    /// <summary>How many passkeys one account has at one time.</summary>
    public const int Most = 10;

    private const string WeChat = "MicroMessenger";

    public static bool IsMadeTo(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SecureContext.Is(request)
            && Uri.CheckHostName(request.Host.Host) == UriHostNameType.Dns
            && !request.Headers.UserAgent.ToString().Contains(WeChat, StringComparison.OrdinalIgnoreCase);
    }
}
