using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Accounts;
using Ganchao.Grains;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Roles;
using Ganchao.Silo.Api;
using Ganchao.Silo.Demo;
using Microsoft.Net.Http.Headers;

namespace Ganchao.Silo.Identity;

/// <summary>
/// Stands before every endpoint once somebody has an account: what is it for, who asks, does one of the person's roles reach it.
/// What it finds is the <see cref="Caller"/> of the request. Grains look again.
/// </summary>
internal sealed class Gate(
    AccountTable accounts,
    Callers callers,
    IPlantBooks books,
    PlantClock clock,
    IdentityMeter meter,
    IConfiguration configuration) : IMiddleware
{
    private const string MustChange = "must-change-password";

    private static readonly PathString Api = "/api";

    private readonly bool _isDemo = configuration.IsDemo();

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not { } endpoint || _isDemo || !await accounts.AnyAsync(context.RequestAborted))
        {
            await next(context);
            return;
        }

        var right = endpoint.Metadata.GetMetadata<NeedsAttribute>()?.Right ?? (IsFile(endpoint) ? Right.Open : Right.NotSet);
        var caller = await CallerAsync(context, right);
        if (caller is null)
        {
            await next(context);
        }
        else if (caller.Actor is not null)
        {
            context.Features.Set(caller);
            await next(context);
        }
        else
        {
            meter.Refused(caller.Rule);
            await RefuseAsync(context, caller);
        }
    }

    /// <summary>The framework's own files, and files that are not there.</summary>
    public static bool IsFile(Endpoint endpoint) => endpoint is RouteEndpoint { RoutePattern.RawText: { } pattern }
        && (pattern.TrimStart('/').StartsWith("_framework/", StringComparison.Ordinal)
            || pattern.EndsWith("{**path:file}", StringComparison.Ordinal));

    // Null: it is open, and nobody need be known.
    private async Task<Caller?> CallerAsync(HttpContext context, Right right)
    {
        if (right == Right.Open)
        {
            return null;
        }

        if (context.Request.Headers.Authorization.Count > 0)
        {
            return OfKey(callers.Of(context, Role.NotSet), right);
        }

        if (SignedIn.Of(context.User) is not { } signedIn)
        {
            return Caller.Refused(
                StatusCodes.Status401Unauthorized, "sign-in-needed", HeaderNames.Cookie,
                "Sign in first: this is open to people with an account and to programs with a key.");
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !Callers.IsOfOurPages(context))
        {
            return Caller.Refused(
                StatusCodes.Status403Forbidden, "foreign-page", HeaderNames.Origin,
                "A page of another site must not write here. Use the system's own pages, or a program with a key.");
        }

        return context.User.HasClaim(static claim => claim.Type == SignedIn.MustChange) && right != Right.SignedIn
            ? Caller.Refused(
                StatusCodes.Status403Forbidden, MustChange, "password",
                "The password is the administrator's. Change it to your own at /account first.")
            : await OfPersonAsync(context, right, signedIn.Person, signedIn.Plant);
    }

    // A machine is one that a configured key names; this machine itself is nobody any more.
    private static Caller OfKey(Caller caller, Right right) => caller.Actor switch
    {
        null => caller,
        { Kind: ActorKind.System } => Caller.Refused(
            StatusCodes.Status401Unauthorized, "key-missing", HeaderNames.Authorization,
            "No key is configured, so a program cannot write. Configure Ganchao:Keys, or sign in."),
        { } machine => Rights.RolesOf(right).Contains(machine.Role) ? caller : WrongRole(machine.Id, right),
    };

    private async Task<Caller> OfPersonAsync(HttpContext context, Right right, PersonId person, PlantId plant)
    {
        if (context.GetRouteValue("plant") is string asked && asked != plant.Value)
        {
            return Caller.Refused(
                StatusCodes.Status403Forbidden, "wrong-plant", "plant",
                $"The account belongs to plant '{plant}', not to '{asked}'.");
        }

        var book = await books.ReadAsync(plant, context.RequestAborted);
        var today = book.Calendar.DateAt(clock.GetUtcNow());
        var held = book.Roles.Of(person, today, book.Organisation).ToList();
        var wanted = context.Request.Headers[Callers.RoleHeader].ToString();
        var fitting = Rights.RolesOf(right)
            .Where(role => wanted.Length == 0 || string.Equals(role.ToString(), wanted, StringComparison.OrdinalIgnoreCase))
            .SelectMany(role => held.Where(line => line.Role == role))
            .ToList();
        if (right == Right.SignedIn)
        {
            return Caller.Is(new Actor(ActorKind.Person, person.Value, held.Count > 0 ? held[0].Role : Role.Worker));
        }

        return fitting.Count == 0 ? WrongRole(person.Value, right)
            : fitting.FirstOrDefault(line => Reaches(line, context, book, today)) is { } role
                ? Caller.Is(new Actor(ActorKind.Person, person.Value, role.Role))
                : Caller.Refused(
                    StatusCodes.Status403Forbidden, "role-not-held", "actor",
                    $"'{person}' holds {string.Join(", ", fitting.Select(line => line.Role).Distinct())}, but not for "
                    + $"'{UnitOf(context)}'. Its own people do this, or a deputy whom they appoint.");
    }

    // Where the address names no unit, the grain knows which it is.
    private static bool Reaches(RoleLine held, HttpContext context, PlantBook book, DateOnly today) =>
        UnitOf(context) is not { } unit || RoleBook.Covers(held, unit, book.Organisation, today);

    private static UnitId? UnitOf(HttpContext context) =>
        UnitId.TryParse((context.GetRouteValue("team") ?? context.GetRouteValue("department")) as string, null, out var unit)
            ? unit
            : null;

    private static Caller WrongRole(string actor, Right right) => Caller.Refused(
        StatusCodes.Status403Forbidden, "wrong-role", "actor",
        $"'{actor}' does not act here; that is for {string.Join(", ", Rights.RolesOf(right))}. The administrator gives roles.");

    private static async Task RefuseAsync(HttpContext context, Caller refused)
    {
        if (context.Request.Path.StartsWithSegments(Api))
        {
            await Problems.Of(refused.Status, refused.Rule, refused.Field, refused.Message).ExecuteAsync(context);
        }
        else if (refused.Rule == MustChange)
        {
            context.Response.Redirect("/account");
        }
        else if (refused.Status == StatusCodes.Status401Unauthorized && HttpMethods.IsGet(context.Request.Method))
        {
            var back = Uri.EscapeDataString($"{context.Request.Path}{context.Request.QueryString}");
            context.Response.Redirect($"/sign-in?back={back}");
        }
        else
        {
            context.Features.Set(new GateRefusal(refused.Rule));
            context.Response.StatusCode = refused.Status;
        }
    }
}
