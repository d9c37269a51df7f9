using Ganchao.Contracts;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Boards;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Live;

/// <summary>The pages' boards: names from the plants' books, frames from the standings.</summary>
internal sealed class BoardReader(ILedger ledger, IPlantBooks books, IGrainFactory grains) : IBoardReader
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
                    .Select(stage => new BoardListItem(
                        new BoardId(plant, competition.Id, stage.Stage), NamesOf(book), competition.Names!, stage.Names))));
        }

        return items;
    }

    public async Task<BoardView?> ReadAsync(BoardId board, CancellationToken cancellationToken)
    {
        if (await grains.GetGrain<IStandingGrain>(board.ToString()).ReadFrame() is not { } frame)
        {
            return null;
        }

        var book = await books.ReadAsync(board.Plant, cancellationToken);
        var competition = book.Competitions[board.Competition];
        var item = new BoardListItem(board, NamesOf(book), competition.Names!, competition.Stages[board.Stage].Names);
        return new BoardView(item, book.Calendar.OffsetAt(frame.ServerTime), frame);
    }

    private static Names NamesOf(PlantBook book) =>
        book.Organisation.Last(new UnitId(book.Plant.Value))?.Names ?? new Names(book.Plant.Value);
}
