using Ganchao.Contracts;
using Ganchao.Contracts.Boards;

namespace Ganchao.Dashboard.Boards;

/// <summary>Where the pages get their boards; the host implements it.</summary>
public interface IBoardReader
{
    /// <summary>All boards that a visitor may see, in the order to show them.</summary>
    Task<IReadOnlyList<BoardListItem>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Null where there is no such competition or stage.</summary>
    Task<BoardView?> ReadAsync(BoardId board, CancellationToken cancellationToken);
}

public sealed record BoardListItem(BoardId Board, Names Plant, Names Competition, Names Stage);

/// <summary>A board with what its page says around it.</summary>
/// <param name="Item">What the board is called.</param>
/// <param name="UtcOffset">The plant's, so that times read as on the plant's own clocks.</param>
/// <param name="Frame">The standing.</param>
public sealed record BoardView(BoardListItem Item, TimeSpan UtcOffset, BoardFrame Frame);
