using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Ganchao.Dashboard.Offline;

/// <summary>What a device with an outbox asks: whose it is, to take a sheet, what became of its entries.</summary>
internal static class OutboxEndpoints
{
    private const string Sheet = "/api/shifts/{plant}/{team}/{date}/{kind}";

    private static readonly Dictionary<string, int> StatusByRule = new(StringComparer.Ordinal)
    {
        ["id-taken"] = StatusCodes.Status409Conflict,
        ["cell-taken"] = StatusCodes.Status409Conflict,
        ["already-superseded"] = StatusCodes.Status409Conflict,
        ["other-person"] = StatusCodes.Status403Forbidden,
        ["wrong-role"] = StatusCodes.Status403Forbidden,
    };

    public static void MapOutbox(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/outbox/owner", TellOwner).WithName("ReadSheetOwner")
            .WithMetadata(new NeedsAttribute(Right.SignedIn)).WithTags("Outbox").Produces<SheetOwner>();
        routes.MapPut($"{Sheet}/typed", TakeAsync).WithName("TakeTypedSheet")
            .WithMetadata(new NeedsAttribute(Right.EnterShift)).WithTags("Outbox").Produces<TypedReceipt>();
        routes.MapGet($"{Sheet}/tracks", TrackAsync).WithName("ReadEntryTracks")
            .WithMetadata(new NeedsAttribute(Right.ReadSheets)).WithTags("Outbox").Produces<EntryTrack[]>();
    }

    private static IResult TellOwner(HttpContext context, IEntryDesk desk)
    {
        context.Response.Headers.CacheControl = "no-store";
        var writer = desk.WriterOf(context);
        return writer.Actor is { } actor ? Results.Ok(new SheetOwner(actor.Id)) : Refused(writer);
    }

    private static async Task<IResult> TakeAsync(
        PlantId plant, UnitId team, DateOnly date, ShiftKind kind, TypedSheet typed, HttpContext context, IEntryDesk desk,
        TypedSheetDesk sheets)
    {
        var writer = desk.WriterOf(context);
        if (writer.Actor is not { } actor)
        {
            return Refused(writer);
        }

        if (actor.Id != typed.Owner)
        {
            return Problem("other-person", [new TypedProblem(
                "other-person", $"The sheet is '{typed.Owner}''s; '{actor.Id}' is signed in. It waits for its own sign-in.")]);
        }

        var shift = new ShiftId(plant, team, date, kind);
        var answer = await sheets.TakeAsync(
            shift, typed, actor, RequestLanguage.Of(context.Request), context.RequestAborted);
        return answer switch
        {
            { Receipt: { } receipt } => Results.Ok(receipt),
            { Problems: { Count: > 0 } problems } => Problem(problems[0].Rule, problems),
            _ => Results.Problem(
                statusCode: StatusCodes.Status503ServiceUnavailable,
                type: "/problems/outcome-unknown",
                detail: "Whether it was recorded is not known. Send the same sheet again."),
        };
    }

    private static async Task<IResult> TrackAsync(
        PlantId plant, UnitId team, DateOnly date, ShiftKind kind, HttpContext context, IEntryTracker tracker)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await tracker.ReadAsync(new ShiftId(plant, team, date, kind), context.RequestAborted));
    }

    private static IResult Refused(EntryWriter writer) => Results.Problem(
        statusCode: writer.Status, type: $"/problems/{writer.Rule}", title: writer.Rule);

    private static IResult Problem(string rule, IReadOnlyList<TypedProblem> problems) => Results.Problem(new ProblemDetails
    {
        Type = $"/problems/{rule}",
        Title = rule,
        Status = StatusByRule.GetValueOrDefault(rule, StatusCodes.Status422UnprocessableEntity),
        Detail = problems[0].Message,
        Extensions = { ["problems"] = problems },
    });
}
