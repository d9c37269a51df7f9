using Ganchao.Contracts.Boards;

namespace Ganchao.Client.Walls;

/// <summary>One page of a wall: a division, or a part of a long one under its first three.</summary>
/// <param name="Key">The same for the same page of every frame.</param>
/// <param name="Division">The division; null where the board has none.</param>
/// <param name="Rows">Best first.</param>
internal sealed record WallPage(string Key, BoardDivision? Division, IReadOnlyList<BoardRow> Rows);

/// <summary>Cuts a board into pages that can be read from afar.</summary>
internal static class WallPages
{
    private const int Pinned = 3;

    /// <param name="frame">The board.</param>
    /// <param name="rowsPerPage">5 to 12, by size and distance of the screen.</param>
    public static IReadOnlyList<WallPage> Of(BoardFrame frame, int rowsPerPage) =>
    [
        .. frame.Rows
            .GroupBy(row => row.Division ?? "")
            .SelectMany(division => PagesOf(
                frame.Divisions.FirstOrDefault(known => known.Id == division.Key), [.. division], rowsPerPage)),
    ];

    private static IEnumerable<WallPage> PagesOf(BoardDivision? division, BoardRow[] rows, int rowsPerPage)
    {
        var key = division?.Id ?? "";
        if (rows.Length <= rowsPerPage)
        {
            yield return new WallPage($"{key}/0", division, rows);
            yield break;
        }

        foreach (var (index, part) in rows.Skip(Pinned).Chunk(rowsPerPage - Pinned).Index())
        {
            yield return new WallPage($"{key}/{index}", division, [.. rows.Take(Pinned), .. part]);
        }
    }
}
