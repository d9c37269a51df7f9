using Ganchao.Client.Boards;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Competitions;
using Ganchao.Dashboard.Boards;
using Ganchao.Grains;
using Ganchao.Grains.Competitions;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Entry;

namespace Ganchao.Silo.Live;

/// <summary>The pages' boards: names from the plants' books, frames from the standings.</summary>
internal sealed class BoardReader(ILedger ledger, IPlantBooks books, IGrainFactory grains, PlantClock clock)
    : IBoardReader
{
    public async Task<IReadOnlyList<BoardListItem>> ListAsync(CancellationToken cancellationToken)
    {
        var items = new List<BoardListItem>();
        foreach (var plant in await ledger.ReadPlantsAsync(cancellationToken))
        {
            var book = await books.ReadAsync(plant, cancellationToken);
            items.AddRange(book.Competitions.Values
                .Where(competition => competition.Rulebook is not null)
                .OrderBy(competition => competition.Id.Value, StringComparer.Ordinal)
                .SelectMany(competition => competition.Stages.Values
                    .OrderBy(stage => stage.Dates.Start)
                    .Select(stage => ItemOf(book, competition, stage))));
        }

        return items;
    }

    public async Task<BoardView?> ReadAsync(BoardId board, CancellationToken cancellationToken)
    {
        if (await grains.GetGrain<IStandingGrain>(board.ToString()).Look() is not { } frame)
        {
            return null;
        }

        var book = await books.ReadAsync(board.Plant, cancellationToken);
        var competition = book.Competitions[board.Competition];
        var item = ItemOf(book, competition, competition.Stages[board.Stage]);
        return new BoardView(item, book.Calendar.OffsetAt(frame.ServerTime), frame);
    }

    public async Task<BoardView?> ReadBesideAsync(BoardId board, CancellationToken cancellationToken)
    {
        var book = await books.ReadAsync(board.Plant, cancellationToken);
        var today = book.Calendar.DateAt(clock.GetUtcNow());
        var beside = book.Competitions.Values
            .Where(competition => competition.Id != board.Competition && competition.Rulebook is not null &&
                competition.Entrants.Count == 1 && competition.Entrants.ContainsKey(board.Plant.Value))
            .OrderBy(competition => competition.Id.Value, StringComparer.Ordinal)
            .SelectMany(competition => competition.Stages.Values
                .Where(stage => stage.Dates.Contains(today))
                .Select(stage => new BoardId(board.Plant, competition.Id, stage.Stage)))
            .FirstOrDefault();
        return beside == default ? null : await ReadAsync(beside, cancellationToken);
    }

    private static BoardListItem ItemOf(PlantBook book, CompetitionBook competition, StageLine stage) => new(
        new BoardId(book.Plant, competition.Id, stage.Stage),
        BookNames.OfPlant(book),
        competition.Names!,
        stage.Names,
        stage.Dates);
}
