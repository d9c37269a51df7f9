namespace Ganchao.Scoring;

/// <summary>Keeps the rows of a field in order: those that moved are sorted and merged into those that did not.</summary>
internal sealed class FieldOrder(RankingDefinition ranking)
{
    private readonly PlaceOrder _order = new(ranking);

    /// <summary>Lists the field anew and gives places; rows whose place stays are kept as they are.</summary>
    public void Update(Field field, StandingRow[] written, RowSet moved)
    {
        var mine = field.Rows.Where(moved.Contains).ToArray();
        if (mine.Length == 0)
        {
            return;
        }

        Array.Sort(mine, (a, b) => _order.CompareListed(written[a], written[b]));
        field.Listed = Merge([.. field.Listed.Where(row => !moved.Contains(row))], mine, written);
        var places = Places.Of([.. field.Listed.Select(row => written[row])], _order, ranking.Shared);
        for (var i = 0; i < places.Length; i++)
        {
            var row = field.Listed[i];
            written[row] = written[row].Place == places[i] ? written[row] : written[row] with { Place = places[i] };
        }
    }

    private int[] Merge(int[] kept, int[] moved, StandingRow[] written)
    {
        var merged = new int[kept.Length + moved.Length];
        var (k, m) = (0, 0);
        for (var i = 0; i < merged.Length; i++)
        {
            var takeKept = m == moved.Length
                || (k < kept.Length && _order.CompareListed(written[kept[k]], written[moved[m]]) <= 0);
            merged[i] = takeKept ? kept[k++] : moved[m++];
        }

        return merged;
    }
}
