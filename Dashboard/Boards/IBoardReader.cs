using Ganchao.Client.Boards;
using Ganchao.Contracts.Boards;

namespace Ganchao.Dashboard.Boards;

/// <summary>Where the pages get their boards; the host implements it.</summary>
public interface IBoardReader
{
    /// <summary>All boards that a visitor may see, in the order to show them.</summary>
    Task<IReadOnlyList<BoardListItem>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Null where there is no such competition or stage.</summary>
    Task<BoardView?> ReadAsync(BoardId board, CancellationToken cancellationToken);

    /// <summary>
    /// The plant's own figures that stand beside its boards: a running board whose only entrant is the plant; null: none.
    /// </summary>
    Task<BoardView?> ReadBesideAsync(BoardId board, CancellationToken cancellationToken);
}
