using System.Globalization;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Grains;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Scoring;
using Ganchao.Silo.Identity;
using Microsoft.Net.Http.Headers;

namespace Ganchao.Silo.Api;

/// <summary>Boards, read-only for everybody: frame, explanation, recount.</summary>
internal static class BoardApi
{
    public static void MapBoards(this IEndpointRouteBuilder api)
    {
        var board = api.MapGroup("/boards/{plant}/{competition}/{stage}").WithTags("Boards").Needs(Right.Open);
        board.MapGet("/frame", ReadFrame).WithName("ReadFrame").Produces<BoardFrame>().Produces(304);
        board.MapGet("/explanations/{entrant}", Explain).WithName("Explain").Produces<Scoring.Explanation>()
            .AddEndpointFilter<HeavyFilter>();
        board.MapPost("/preview", Preview).WithName("PreviewRulebook").Needs(Right.TryRulebooks).Answers<RulebookPreview>()
            .AddEndpointFilter<HeavyFilter>();
        board.MapGet("/recount", Compare).WithName("Recount").Produces<RecountAnswer>()
            .AddEndpointFilter<HeavyFilter>();
    }

    private static async Task<IResult> ReadFrame(
        PlantId plant, CompetitionId competition, StageCode stage, string? viewer, HttpContext context,
        IGrainFactory grains, PlantClock clock)
    {
        var board = new BoardId(plant, competition, stage);
        if (await Standing(grains, board).Look() is not { } frame)
        {
            return Unknown(board);
        }

        var etag = string.Create(CultureInfo.InvariantCulture, $"\"{frame.Epoch}-{frame.Seq}\"");
        context.Response.Headers.ETag = etag;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers[BoardFrame.TimeHeader] = clock.GetLedgerNow().ToString("O", CultureInfo.InvariantCulture);
        return context.Request.Headers[HeaderNames.IfNoneMatch] == etag
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Ok(frame.For(BoardAddress.KindOf(viewer)));
    }

    private static async Task<IResult> Explain(
        PlantId plant, CompetitionId competition, StageCode stage, string entrant, IGrainFactory grains, Recount recount,
        CancellationToken cancellationToken)
    {
        var board = new BoardId(plant, competition, stage);
        return await Standing(grains, board).ReadFrame() is { } frame &&
            await recount.ExplainAsync(frame, entrant, cancellationToken) is { } explanation
            ? Results.Ok(explanation)
            : Problems.Of(
                StatusCodes.Status404NotFound, "unknown-entrant", "entrant",
                $"Board {board} has no entrant '{entrant}', or there is no such board.");
    }

    private static async Task<IResult> Compare(
        PlantId plant, CompetitionId competition, StageCode stage, IGrainFactory grains, Recount recount,
        CancellationToken cancellationToken)
    {
        var board = new BoardId(plant, competition, stage);
        var standing = Standing(grains, board);
        await standing.Reconcile();
        return await standing.ReadFrame() is { } frame
            ? Results.Ok(await recount.CompareAsync(frame, cancellationToken))
            : Unknown(board);
    }

    /// <summary>Tries the rulebook of the request's body on the stage; nothing of it is stored.</summary>
    private static async Task<IResult> Preview(
        PlantId plant, CompetitionId competition, StageCode stage, HttpContext context, IGrainFactory grains, Recount recount,
        CancellationToken cancellationToken)
    {
        var (text, refusal) = await RulebookText.ReadAsync(context.Request, cancellationToken);
        if (text is null)
        {
            return Problems.Refused([refusal!]);
        }

        if (RulebookDiagnosis.Of(text).FirstOrDefault(finding => finding.Severity == Severity.Error) is { } mistake)
        {
            return Problems.Refused([new Refusal("rulebook-broken", "rulebook", mistake.ToString())]);
        }

        var board = new BoardId(plant, competition, stage);
        if (await Standing(grains, board).ReadFrame() is not { } frame)
        {
            return Unknown(board);
        }

        var (preview, fault) = await recount.PreviewAsync(frame, text, cancellationToken);
        return preview is not null ? Results.Ok(preview)
            : fault is not null ? Problems.Refused([new Refusal("rulebook-broken", "rulebook", fault)])
            : Unknown(board);
    }

    private static IStandingGrain Standing(IGrainFactory grains, BoardId board) =>
        grains.GetGrain<IStandingGrain>(board.ToString());

    private static IResult Unknown(BoardId board) => Problems.Of(
        StatusCodes.Status404NotFound, "unknown-board", "board",
        $"There is no board {board}: check competition and stage, and that a rulebook is adopted.");
}
