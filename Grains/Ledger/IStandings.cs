using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Identity;

namespace Ganchao.Grains.Ledger;

/// <summary>The standing tables: the last reconciled frame of every board. A projection; droppable.</summary>
public interface IStandings
{
    /// <summary>Replaces the board's rows in one transaction.</summary>
    Task SaveAsync(BoardId board, BoardFrame frame, CancellationToken cancellationToken);

    /// <summary>The frame as saved last; null where there is none.</summary>
    Task<BoardFrame?> ReadAsync(BoardId board, CancellationToken cancellationToken);

    /// <summary>The plant's boards that have a saved frame.</summary>
    Task<IReadOnlyList<BoardId>> ReadBoardsAsync(PlantId plant, CancellationToken cancellationToken);

    /// <summary>Deletes the plant's rows.</summary>
    Task DropAsync(PlantId plant, CancellationToken cancellationToken);
}
