using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// Order and ties, in one place: rated before ruled out, then the ranking columns as the rulebook orders them, n/a behind every
/// number. Rows that compare as 0 share a place. Keys are rounded, so an equal shown score is an equal place.
/// </summary>
public sealed class PlaceOrder(RankingDefinition ranking) : IComparer<StandingRow>
{
    private readonly ImmutableArray<bool> _descending = [.. ranking.By.Select(static column => column.Descending)];

    public int Compare(StandingRow? x, StandingRow? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var byRating = IsOut(x).CompareTo(IsOut(y));
        if (byRating != 0)
        {
            return byRating;
        }

        for (var i = 0; i < _descending.Length; i++)
        {
            var byKey = Compare(x.Keys[i], y.Keys[i], _descending[i]);
            if (byKey != 0)
            {
                return byKey;
            }
        }

        return 0;
    }

    /// <summary>The order of the list: as compared, equal rows by entrant id, ordinal.</summary>
    public int CompareListed(StandingRow x, StandingRow y)
    {
        var order = Compare(x, y);
        return order != 0 ? order : string.CompareOrdinal(x.Entrant, y.Entrant);
    }

    private static bool IsOut(StandingRow row) => row.Rating == Clearance.Excluded;

    private static int Compare(Result x, Result y, bool descending) => (x.IsNumber, y.IsNumber) switch
    {
        (true, true) => descending ? y.Number.CompareTo(x.Number) : x.Number.CompareTo(y.Number),
        (true, false) => -1,
        (false, true) => 1,
        (false, false) => 0,
    };
}
