using System.Net;
using Ganchao.Contracts.Identity;
using Microsoft.Net.Http.Headers;

namespace Ganchao.Silo.Identity;

/// <summary>
/// Who calls. Whom the <see cref="Gate"/> let in is known. Before anybody has an account: with keys configured, whoever presents
/// one acts in its role; without any key, only this machine itself may write, in the role that it names in <c>Ganchao-Role</c> or
/// in the one that usually does such a thing. The demo is open to everybody.
/// </summary>
internal sealed class Callers(IReadOnlyList<ApiKey> keys, bool isOpen = false)
{
    public const string RoleHeader = "Ganchao-Role";

    private const string Scheme = "Bearer ";
    private static readonly string[] LocalHosts = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] ProxyHeaders = ["X-Forwarded-For", "X-Real-IP", "Forwarded", "Via"];

    /// <summary>The actor of a writing request, or why there is none.</summary>
    public Caller Of(HttpContext context, Role usualRole)
    {
        if (context.Features.Get<Caller>() is { } known)
        {
            return known;
        }

        if (isOpen)
        {
            return IsOfOurPages(context) ? Local(context, usualRole) : Caller.Refused(
                StatusCodes.Status403Forbidden, "foreign-page", HeaderNames.Origin,
                "A page of another site must not write here. Use the system's own pages, or a program.");
        }

        if (keys.Count == 0)
        {
            return IsLocal(context) ? Local(context, usualRole) : Caller.Refused(
                StatusCodes.Status403Forbidden, "no-keys", HeaderNames.Authorization,
                "No key is configured, so writing is answered on this machine only. Configure Ganchao:Keys to " +
                "write from elsewhere.");
        }

        var header = context.Request.Headers[HeaderNames.Authorization].ToString();
        var presented = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        if (keys.FirstOrDefault(key => key.Matches(presented)) is not { } key)
        {
            return Caller.Refused(
                StatusCodes.Status401Unauthorized, "key-missing", HeaderNames.Authorization,
                "Writing needs a key: send 'Authorization: Bearer …' with one that the administrator gave you.");
        }

        var plant = context.GetRouteValue("plant")?.ToString();
        return key.Plant is not null && key.Plant != plant
            ? Caller.Refused(
                StatusCodes.Status403Forbidden, "wrong-plant", HeaderNames.Authorization,
                $"This key is good for plant '{key.Plant}' only.")
            : Caller.Is(new Actor(ActorKind.Device, key.Actor, key.Role));
    }

    private static Caller Local(HttpContext context, Role usualRole)
    {
        var named = context.Request.Headers[RoleHeader].ToString();
        if (named.Length == 0)
        {
            return Caller.Is(new Actor(ActorKind.System, "local", usualRole));
        }

        return Enum.TryParse<Role>(named.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var role)
            && Enum.IsDefined(role) && role != Role.NotSet
                ? Caller.Is(new Actor(ActorKind.System, "local", role))
                : Caller.Refused(
                    StatusCodes.Status400BadRequest, "unknown-role", RoleHeader, $"'{named}' in {RoleHeader} is no role.");
    }

    // A proxy on this machine makes everybody look local, and a web page may have tricked a local browser into calling.
    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) &&
        !ProxyHeaders.Any(context.Request.Headers.ContainsKey) &&
        IsOfOurPages(context) &&
        IsLocalOrigin(context.Request.Headers.Origin.ToString()) &&
        LocalHosts.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase);

    /// <summary>False: a browser says that a page of another site makes the request.</summary>
    public static bool IsOfOurPages(HttpContext context) =>
        context.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "none" or "same-origin";

    private static bool IsLocalOrigin(string origin) =>
        origin.Length == 0 ||
        (Uri.TryCreate(origin, UriKind.Absolute, out var uri) &&
            LocalHosts.Contains(uri.IdnHost is "::1" ? "[::1]" : uri.IdnHost, StringComparer.OrdinalIgnoreCase));
}

/// <summary>An actor, or the refusal of a request that has none.</summary>
internal sealed record Caller(Actor? Actor, int Status, string Rule, string Field, string Message)
{
    public static Caller Is(Actor actor) => new(actor, StatusCodes.Status200OK, "", "", "");

    public static Caller Refused(int status, string rule, string field, string message) =>
        new(null, status, rule, field, message);
}
