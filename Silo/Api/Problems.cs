using Ganchao.Contracts.Refusals;
using Microsoft.AspNetCore.Mvc;

namespace Ganchao.Silo.Api;

/// <summary>
/// Every refusal of the API as RFC 9457 asks: a stable <c>type</c> named after the first broken rule, and all of them
/// under <c>refusals</c>, each with rule, field and sentence.
/// </summary>
internal static class Problems
{
    private static readonly Dictionary<string, int> StatusByRule = new()
    {
        ["id-taken"] = StatusCodes.Status409Conflict,
        ["cell-taken"] = StatusCodes.Status409Conflict,
        ["already-superseded"] = StatusCodes.Status409Conflict,
        ["evidence-there"] = StatusCodes.Status409Conflict,
        ["evidence-large"] = StatusCodes.Status413PayloadTooLarge,
        ["signed-off"] = StatusCodes.Status409Conflict,
        ["overlaps"] = StatusCodes.Status409Conflict,
        ["exclusion-settled"] = StatusCodes.Status409Conflict,
        ["plan-there"] = StatusCodes.Status409Conflict,
        ["version-moved"] = StatusCodes.Status412PreconditionFailed,
        ["wrong-role"] = StatusCodes.Status403Forbidden,
    };

    public static IResult Refused(IReadOnlyList<Refusal> refusals) =>
        Of(StatusByRule.GetValueOrDefault(refusals[0].Rule, StatusCodes.Status422UnprocessableEntity), refusals);

    public static IResult Of(int status, string rule, string field, string message) =>
        Of(status, [new Refusal(rule, field, message)]);

    public static ProblemDetails Details(int status, IReadOnlyList<Refusal> refusals) => new()
    {
        Type = $"/problems/{refusals[0].Rule}",
        Title = refusals[0].Rule,
        Status = status,
        Detail = refusals[0].Message,
        Extensions = { ["refusals"] = refusals },
    };

    private static IResult Of(int status, IReadOnlyList<Refusal> refusals) =>
        Results.Problem(Details(status, refusals));
}
