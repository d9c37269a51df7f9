namespace Ganchao.Scoring;

/// <summary>
/// Keeps the rows of a field in order and gives them places: those that moved are sorted and merged into those that did not,
/// and compared with their new neighbours only.
/// </summary>
internal sealed class FieldOrder(RankingDefinition ranking, EntrantTable table)
{
    // Below it, one thread is done before a second one has begun.
    private const int Half = 4_096;

    private readonly RankOrder _order = new(ranking, table);
    private readonly Places _places = new(ranking.Shared);

    // Room for what stays, the same at every change: fresh memory costs more than the work in it.
    private FieldList _kept = FieldList.Empty;

    public void Update(Field field, RowSet moved)
    {
        var mine = moved.Count == table.Entrants.Length ? [.. field.Rows] : moved.Of(field, table);
        if (mine.Length == 0)
        {
            return;
        }

        mine = Sorted(mine);
        field.List = mine.Length == field.Rows.Length ? new FieldList(mine) : Merged(Keep(field.List, moved), mine);
        _places.Give(field.List, _order);
    }

    private int[] Sorted(int[] rows)
    {
        if (rows.Length < 2 * Half)
        {
            Array.Sort(rows, _order);
            return rows;
        }

        var (low, high) = (rows[..(rows.Length / 2)], rows[(rows.Length / 2)..]);
        Parallel.Invoke(() => Array.Sort(low, _order), () => Array.Sort(high, _order));
        for (int i = 0, l = 0, h = 0; i < rows.Length; i++)
        {
            rows[i] = h == high.Length || (l < low.Length && _order.Compare(low[l], high[h]) < 0) ? low[l++] : high[h++];
        }

        return rows;
    }

    // How many of the list did not move; they are at the beginning of what is kept.
    private int Keep(FieldList list, RowSet moved)
    {
        if (_kept.Rows.Length < list.Rows.Length)
        {
            _kept = new FieldList(new int[list.Rows.Length], new Levelness[list.Rows.Length], []);
        }

        var (rows, levels) = (_kept.Rows, _kept.Levels);
        var (count, isSeam) = (0, false);
        for (var i = 0; i < list.Rows.Length; i++)
        {
            if (moved.Contains(list.Rows[i]))
            {
                isSeam = true;
                continue;
            }

            (rows[count], levels[count]) = (list.Rows[i], isSeam ? Levelness.NotSet : list.Levels[i]);
            (count, isSeam) = (count + 1, false);
        }

        return count;
    }

    // Few move: what stays is copied in runs.
    private FieldList Merged(int kept, int[] moved)
    {
        var merged = new FieldList(new int[kept + moved.Length]);
        var ends = EndsOfRuns(kept, moved);
        var from = 0;
        for (var m = 0; m < moved.Length; m++)
        {
            var to = ends[m];
            CopyRun(from, to, m);
            merged.Rows[to + m] = moved[m];
            from = to;
        }

        CopyRun(from, kept, moved.Length);
        return merged;

        void CopyRun(int start, int end, int shift)
        {
            Array.Copy(_kept.Rows, start, merged.Rows, start + shift, end - start);
            Array.Copy(_kept.Levels, start, merged.Levels, start + shift, end - start);
            if (shift > 0 && end > start)
            {
                merged.Levels[start + shift] = Levelness.NotSet;
            }
        }
    }

    // Before which of those that stay each comes. All are looked for among all, so that the first looks are at the same few.
    private int[] EndsOfRuns(int kept, int[] moved)
    {
        var ends = new int[moved.Length];
        SideBySide.Walk(
            Enumerable.Range(0, moved.Length).ToArray(),
            () => ends,
            (into, m) => into[m] = ~Array.BinarySearch(_kept.Rows, 0, kept, moved[m], _order));
        return ends;
    }
}
