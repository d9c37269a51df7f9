using System.Net.Mime;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Accounts;
using Microsoft.AspNetCore.Antiforgery;

namespace Ganchao.Silo.Identity.Passkeys;

/// <summary>Where the pages' script asks for a challenge; the answer is posted with the page's own form.</summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        // Two posts sign one person in: only the answer counts as a try.
        routes.MapPost("/sign-in/passkey", AskToSignInAsync)
            .Needs(Right.Open).WithMetadata(new GuessedAttribute { Apart = "challenge" }).ExcludeFromDescription();
        routes.MapPost("/account/passkey", AskToAddAsync)
            .Needs(Right.SignedIn).WithMetadata(new GuessedAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> AskToSignInAsync(HttpContext context, PasskeyDesk desk, IAntiforgery forms) =>
        !await forms.IsRequestValidAsync(context) ? Results.BadRequest()
        : await desk.ChallengeAsync(context) is { } challenge ? Results.Text(challenge, MediaTypeNames.Application.Json)
        : Results.NotFound();

    private static async Task<IResult> AskToAddAsync(HttpContext context, PasskeyDesk desk, IAntiforgery forms)
    {
        if (!await forms.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        var posted = await context.Request.ReadFormAsync(context.RequestAborted);
        var (outcome, challenge) = await desk.ChallengeAsync(context, posted["password"].ToString());
        return outcome.Problem switch
        {
            AccountProblem.None => Results.Text(challenge, MediaTypeNames.Application.Json),
            AccountProblem.WrongPassword => Results.UnprocessableEntity(),
            AccountProblem.PasskeysFull => Results.Conflict(),
            _ => Results.NotFound(),
        };
    }
}
