using System.Collections.Immutable;

namespace Ganchao.Dashboard.Entry;

/// <summary>What an entry did to the boards, from where the team stood before and after.</summary>
internal static class ReceiptMoves
{
    public static ImmutableArray<ReceiptMove> Between(
        IReadOnlyList<BoardPlace> before, IReadOnlyList<BoardPlace> after) => Since(
        [
            .. before.Select(place => new ReceiptMove(
                place.Board.ToString(), place.Entrant, place.Total, place.Place, place.Total, place.Place)),
        ],
        after);

    public static ImmutableArray<ReceiptMove> Since(
        IReadOnlyList<ReceiptMove> before, IReadOnlyList<BoardPlace> after) =>
    [
        .. after.Select(place =>
        {
            var (board, entrant) = (place.Board.ToString(), place.Entrant);
            var known = before.FirstOrDefault(move => move.Board == board && move.Entrant == entrant);
            return new ReceiptMove(board, entrant, known?.TotalBefore, known?.PlaceBefore, place.Total, place.Place);
        }),
    ];
}
