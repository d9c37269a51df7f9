using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Ganchao.Dashboard.Offline;

/// <summary>To which devices the entry pages offer to keep what is typed and to send it later.</summary>
public interface IOfflineOffer
{
    bool IsMadeTo(HttpContext context);
}

/// <summary>
/// To paired tablets, or to all devices where <c>Ganchao:Offline</c> says <c>always</c>; over https or on the server itself,
/// since no browser keeps pages that came over plain http.
/// </summary>
internal sealed class OfflineOffer(IConfiguration configuration) : IOfflineOffer
{
    /// <summary>The claim of a request from a paired tablet.</summary>
    public const string DeviceClaim = "ganchao:device";

    private static readonly string[] LocalHosts = ["localhost", "127.0.0.1", "[::1]"];

    private readonly bool _isAlways =
        string.Equals(configuration["Ganchao:Offline"], "always", StringComparison.OrdinalIgnoreCase);

    public bool IsMadeTo(HttpContext context) =>
        IsSecure(context.Request) && (_isAlways || context.User.HasClaim(claim => claim.Type == DeviceClaim));

    // Behind a proxy that speaks https for us the request itself is plain; the page looks again at what its browser calls secure.
    private static bool IsSecure(HttpRequest request) =>
        request.IsHttps ||
        request.Headers["X-Forwarded-Proto"] == "https" ||
        LocalHosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase);
}
