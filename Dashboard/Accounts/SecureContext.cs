using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Accounts;

/// <summary>What a browser calls a secure context: https, or the server itself.</summary>
public static class SecureContext
{
    private static readonly string[] LocalHosts = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Behind a proxy that speaks https for us the request itself is plain; the page asks its browser again.</summary>
    public static bool Is(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.IsHttps || request.Headers["X-Forwarded-Proto"] == "https" || IsThisMachine(request);
    }

    public static bool IsThisMachine(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return LocalHosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase);
    }
}
