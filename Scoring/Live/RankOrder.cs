using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// The order of rows in a list: rated ones before those left out, then the ranking columns, n/a last in either direction, then
/// entrant id, ordinal. Rows that are equal but for their id share a place.
/// </summary>
internal sealed class RankOrder(RankingDefinition ranking, EntrantTable table) : IComparer<int>
{
    private readonly ImmutableArray<bool> _descending = [.. ranking.By.Select(static column => column.Descending)];

    public int Compare(int x, int y)
    {
        var order = CompareKeys(x, y);
        return order != 0 ? order : table.IdOrder[x].CompareTo(table.IdOrder[y]);
    }

    public bool AreLevel(int x, int y) => CompareKeys(x, y) == 0;

    /// <summary>Whether it takes a place at all.</summary>
    public bool HasPlace(int row) => table.HasPlace[row];

    private int CompareKeys(int x, int y)
    {
        var (roughX, roughY) = (table.RoughKeys[x], table.RoughKeys[y]);
        if (roughX != roughY)
        {
            return roughX < roughY ? -1 : 1;
        }

        return _descending.Length == 1 && RankKey.SaysAll(roughX) ? 0 : CompareWhole(in table.Keys[x], in table.Keys[y]);
    }

    private int CompareWhole(in RankKey a, in RankKey b)
    {
        var order = a.IsOut.CompareTo(b.IsOut);
        order = order != 0 ? order : Compare(a.First, b.First, _descending[0]);
        for (var i = 0; order == 0 && i < a.Later.Length; i++)
        {
            order = Compare(a.Later[i], b.Later[i], _descending[i + 1]);
        }

        return order;
    }

    private static int Compare(Result x, Result y, bool descending) => (x.IsNumber, y.IsNumber) switch
    {
        (true, true) => descending ? y.Number.CompareTo(x.Number) : x.Number.CompareTo(y.Number),
        (true, false) => -1,
        (false, true) => 1,
        (false, false) => 0,
    };
}
