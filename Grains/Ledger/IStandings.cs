using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Identity;

namespace Ganchao.Grains.Ledger;

/// <summary>
/// The standing tables: the last reconciled frame of every board, a droppable projection; and the final documents, which are
/// none: each is stored once, never changed or dropped.
/// </summary>
public interface IStandings
{
    /// <summary>Replaces the board's rows in one transaction.</summary>
    Task SaveAsync(BoardId board, BoardFrame frame, CancellationToken cancellationToken);

    /// <summary>The frame as saved last; null where there is none.</summary>
    Task<BoardFrame?> ReadAsync(BoardId board, CancellationToken cancellationToken);

    /// <summary>The plant's boards that have a saved frame.</summary>
    Task<IReadOnlyList<BoardId>> ReadBoardsAsync(PlantId plant, CancellationToken cancellationToken);

    /// <summary>Stores a final document beside those that there are; returns once it is durable.</summary>
    /// <returns>SHA-256 of its UTF-8 bytes, lower-case hexadecimal.</returns>
    Task<string> SaveFinalAsync(BoardId board, BoardFrame frame, CancellationToken cancellationToken);

    /// <summary>The final document with this hash; null where there is none, or where it was changed.</summary>
    Task<BoardFrame?> ReadFinalAsync(BoardId board, string hash, CancellationToken cancellationToken);

    /// <summary>Deletes the plant's current frames; final documents stay.</summary>
    Task DropAsync(PlantId plant, CancellationToken cancellationToken);
}
