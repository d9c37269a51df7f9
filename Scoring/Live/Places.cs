namespace Ganchao.Scoring;

/// <summary>
/// Gives places to the rows of a table, and remembers who is level: a row is compared with the one before it only where one
/// of the two
/// is new there.
/// </summary>
internal sealed class Places(SharedPlaces shared, int rows)
{
    private readonly int[] _before = new int[rows];
    private readonly bool[] _isLevel = new bool[rows];

    /// <param name="listed">Rows in the order of the list.</param>
    /// <param name="written">By row: where the places go.</param>
    public void Give(int[] listed, RankOrder order, RowSet moved, RowPosition[] written)
    {
        Compare(listed, order, moved);
        var (placed, different) = (0, 0);
        for (var first = 0; first < listed.Length;)
        {
            var end = first + 1;
            while (end < listed.Length && _isLevel[listed[end]])
            {
                end++;
            }

            var level = 0;
            for (var i = first; i < end; i++)
            {
                level += order.HasPlace(listed[i]) ? 1 : 0;
            }

            different += level > 0 ? 1 : 0;
            var halves = shared switch
            {
                SharedPlaces.Dense => 2 * different,
                SharedPlaces.Fractional => (2 * placed) + level + 1,
                _ => (2 * placed) + 2,
            };
            placed += level;
            for (; first < end; first++)
            {
                ref var line = ref written[listed[first]];
                line = line with { Halves = order.HasPlace(listed[first]) ? halves : 0 };
            }
        }
    }

    // Whether each row shares its place with the one before.
    private void Compare(int[] listed, RankOrder order, RowSet moved)
    {
        var before = -1;
        foreach (var row in listed)
        {
            if (_before[row] != before || moved.Contains(row) || (before >= 0 && moved.Contains(before)))
            {
                _before[row] = before;
                _isLevel[row] = before >= 0 && shared != SharedPlaces.None && order.AreLevel(before, row);
            }

            before = row;
        }
    }
}
