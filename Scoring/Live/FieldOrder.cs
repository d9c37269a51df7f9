namespace Ganchao.Scoring;

/// <summary>
/// Keeps the rows of a field in order and gives them places: those that moved are sorted and merged into those that did not;
/// rows whose figures and place stay are kept as they are.
/// </summary>
internal sealed class FieldOrder(RankingDefinition ranking, EntrantTable table)
{
    private readonly RankOrder _order = new(ranking, table);
    private readonly Places _places = new(ranking.Shared, table.Entrants.Length);

    public void Update(Field field, RowSet moved)
    {
        var mine = Those(field.Rows, moved, areMoved: true);
        if (mine.Length == 0)
        {
            return;
        }

        Array.Sort(mine, _order);
        field.Listed = mine.Length == field.Rows.Length ? mine : Merge(Those(field.Listed, moved, areMoved: false), mine);
        _places.Give(field.Listed, _order, moved, table.Written);
    }

    private static int[] Those(int[] rows, RowSet moved, bool areMoved)
    {
        var those = new int[rows.Length];
        var count = 0;
        foreach (var row in rows)
        {
            if (moved.Contains(row) == areMoved)
            {
                those[count++] = row;
            }
        }

        return those[..count];
    }

    // Few move: what stays is copied in runs.
    private int[] Merge(int[] kept, int[] moved)
    {
        var merged = new int[kept.Length + moved.Length];
        var from = 0;
        for (var m = 0; m < moved.Length; m++)
        {
            var to = ~Array.BinarySearch(kept, from, kept.Length - from, moved[m], _order);
            Array.Copy(kept, from, merged, from + m, to - from);
            merged[to + m] = moved[m];
            from = to;
        }

        Array.Copy(kept, from, merged, from + moved.Length, kept.Length - from);
        return merged;
    }
}
