using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Accounts;

namespace Ganchao.Silo.Identity;

/// <summary>What is stored about the signed-in person, as a file.</summary>
internal static class OwnDataEndpoint
{
    public static void MapOwnData(this IEndpointRouteBuilder routes) => routes
        .MapGet("/account/data", ReadAsync).Needs(Right.SignedIn).ExcludeFromDescription();

    private static async Task<IResult> ReadAsync(HttpContext context, IAccountDesk desk) =>
        desk.PersonOf(context) is null
            ? Results.NotFound()
            : Results.Json(await desk.OwnDataAsync(context), contentType: "application/json");
}
