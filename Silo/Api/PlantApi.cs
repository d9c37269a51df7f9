using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Identity;

namespace Ganchao.Silo.Api;

/// <summary>For the administrator: drop every projection of a plant and derive it again from the ledger.</summary>
internal static class PlantApi
{
    public static void MapPlants(this IEndpointRouteBuilder api) =>
        api.MapPost("/plants/{plant}/rebuild", Rebuild)
            .WithName("RebuildProjections").Needs(Right.RebuildProjections).WithTags("Administration").Answers<RebuildAnswer>();

    private static Task<IResult> Rebuild(
        PlantId plant, HttpContext context, IGrainFactory grains, ILedger ledger, IFacts facts, IStandings standings,
        IPlantBooks books) =>
        Writing.RunAsync(context, Role.Administrator, async actor =>
        {
            if (actor.Role != Role.Administrator)
            {
                return Problems.Of(
                    StatusCodes.Status403Forbidden, "wrong-role", "actor", $"A {actor.Role} does not rebuild projections.");
            }

            if (await ledger.ReadPositionAsync(plant, CancellationToken.None) == 0)
            {
                return Problems.Of(
                    StatusCodes.Status404NotFound, "unknown-plant", "plant", $"The ledger holds nothing of a plant '{plant}'.");
            }

            var position = await facts.RebuildAsync(plant, CancellationToken.None);
            await standings.DropAsync(plant, CancellationToken.None);
            var book = await books.RefreshAsync(plant, CancellationToken.None);
            var boards = book.Competitions.Values
                .SelectMany(competition => competition.Stages.Keys.Select(stage => new BoardId(plant, competition.Id, stage)))
                .ToArray();
            foreach (var board in boards)
            {
                await grains.GetGrain<IStandingGrain>(board.ToString()).Drop();
            }

            return Results.Ok(new RebuildAnswer(position, boards.Length));
        });
}

/// <summary>What was rebuilt.</summary>
/// <param name="Position">The ledger position up to which the facts stand.</param>
/// <param name="Boards">How many standings were dropped; each is rebuilt when it is next asked for.</param>
public sealed record RebuildAnswer(long Position, int Boards);
