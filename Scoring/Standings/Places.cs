namespace Ganchao.Scoring;

/// <summary>Gives places to the rows of one field.</summary>
internal static class Places
{
    /// <param name="rows">Ordered by <see cref="PlaceOrder.CompareListed"/>.</param>
    /// <returns>The places, in the same order; null for rows without one.</returns>
    public static decimal?[] Of(IReadOnlyList<StandingRow> rows, PlaceOrder order, SharedPlaces shared)
    {
        var places = new decimal?[rows.Count];
        var placed = Enumerable.Range(0, rows.Count).Where(i => HasPlace(rows[i])).ToList();
        var different = 0;
        for (var first = 0; first < placed.Count;)
        {
            var end = first + 1;
            while (shared != SharedPlaces.None && end < placed.Count
                && order.Compare(rows[placed[first]], rows[placed[end]]) == 0)
            {
                end++;
            }

            different++;
            var place = shared switch
            {
                SharedPlaces.Dense => different,
                SharedPlaces.Fractional => 1m + first + ((end - first - 1) / 2m),
                _ => 1m + first,
            };
            for (; first < end; first++)
            {
                places[placed[first]] = place;
            }
        }

        return places;
    }

    private static bool HasPlace(StandingRow row) =>
        !row.Guest && row.Rating != Clearance.Excluded && row.Keys[0].IsNumber;
}
