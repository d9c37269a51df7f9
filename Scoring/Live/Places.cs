namespace Ganchao.Scoring;

/// <summary>Gives places to the rows of one field.</summary>
internal static class Places
{
    /// <param name="rows">In the order of the list.</param>
    /// <returns>The places, in the same order; null for rows without one.</returns>
    public static decimal?[] Of(int[] rows, RankOrder order, SharedPlaces shared)
    {
        var places = new decimal?[rows.Length];
        var (placed, different) = (0, 0);
        for (var first = 0; first < rows.Length;)
        {
            var end = first + 1;
            while (shared != SharedPlaces.None && end < rows.Length && order.AreLevel(rows[first], rows[end]))
            {
                end++;
            }

            var level = 0;
            for (var i = first; i < end; i++)
            {
                level += order.HasPlace(rows[i]) ? 1 : 0;
            }

            different += level > 0 ? 1 : 0;
            var place = shared switch
            {
                SharedPlaces.Dense => different,
                SharedPlaces.Fractional => 1m + placed + ((level - 1) / 2m),
                _ => 1m + placed,
            };
            placed += level;
            for (; first < end; first++)
            {
                places[first] = order.HasPlace(rows[first]) ? place : null;
            }
        }

        return places;
    }
}
