namespace Ganchao.Scoring;

/// <summary>Gives places to the rows of a list.</summary>
internal sealed class Places(SharedPlaces shared)
{
    /// <summary>Writes the list's half places, and its levels where they are not set.</summary>
    public void Give(FieldList list, RankOrder order)
    {
        var (rows, levels) = (list.Rows, list.Levels);
        var (placed, different) = (0, 0);
        for (var first = 0; first < rows.Length;)
        {
            var level = order.HasPlace(rows[first]) ? 1 : 0;
            var end = first + 1;
            for (; end < rows.Length && IsLevel(end); end++)
            {
                level += order.HasPlace(rows[end]) ? 1 : 0;
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
                list.Halves[first] = order.HasPlace(rows[first]) ? halves : 0;
            }
        }

        bool IsLevel(int at)
        {
            if (levels[at] == Levelness.NotSet)
            {
                levels[at] = shared != SharedPlaces.None && order.AreLevel(rows[at - 1], rows[at])
                    ? Levelness.Level
                    : Levelness.Apart;
            }

            return levels[at] == Levelness.Level;
        }
    }
}
