namespace Ganchao.Scoring;

/// <summary>
/// Gives places to the rows of a table, and remembers them: a row is compared with the one before it only where one of the two
/// is new there, and only rows whose place changed are told.
/// </summary>
internal sealed class Places(SharedPlaces shared, int rows)
{
    // Half places, since a place may be 2.5; 0: none.
    private readonly int[] _halves = new int[rows];
    private readonly int[] _before = new int[rows];
    private readonly bool[] _isLevel = new bool[rows];

    /// <param name="listed">Rows in the order of the list.</param>
    /// <param name="tell">Called with the place, null for none, of every row that moved or has another place than before.</param>
    public void Give(int[] listed, RankOrder order, RowSet moved, Action<int, decimal?> tell)
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
                Give(listed[first], order.HasPlace(listed[first]) ? halves : 0, moved, tell);
            }
        }
    }

    private void Give(int row, int halves, RowSet moved, Action<int, decimal?> tell)
    {
        if (_halves[row] != halves || moved.Contains(row))
        {
            _halves[row] = halves;
            tell(row, halves == 0 ? null : halves / 2m);
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
