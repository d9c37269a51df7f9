namespace Ganchao.Scoring.Plain;

/// <summary>The order of rows and the places that they share.</summary>
internal static class Places
{
    public static IReadOnlyList<StandingRow> Given(IEnumerable<StandingRow> rows, RankingDefinition ranking)
    {
        var inOrder = rows.ToList();
        inOrder.Sort((left, right) => Order(left, right, ranking));
        return [.. inOrder.Select(row => row with { Place = PlaceOf(row, inOrder, ranking) })];
    }

    private static decimal? PlaceOf(StandingRow row, List<StandingRow> all, RankingDefinition ranking)
    {
        if (!TakesPlace(row))
        {
            return null;
        }

        var field = all.Where(other => TakesPlace(other) && (!ranking.DivisionsApart || other.Division == row.Division)).ToList();
        var better = field.Where(other => CompareKeys(other, row, ranking) < 0).ToList();
        var equal = field.Where(other => CompareKeys(other, row, ranking) == 0).ToList();
        return ranking.Shared switch
        {
            SharedPlaces.Competition => 1m + better.Count,
            SharedPlaces.Dense => 1m + DifferentKeys(better, ranking),
            SharedPlaces.Fractional => 1m + better.Count + ((equal.Count - 1) / 2m),
            SharedPlaces.None => 1m + better.Count + equal.Count(other => string.CompareOrdinal(other.Entrant, row.Entrant) < 0),
            SharedPlaces.NotSet => throw new ArgumentException("A ranking says how places are shared.", nameof(ranking)),
        };
    }

    private static bool TakesPlace(StandingRow row) =>
        !row.Guest && row.Rating != Clearance.Excluded && row.Keys[0].IsNumber;

    /// <summary>How many groups of equal rows; the rows are in order.</summary>
    private static int DifferentKeys(List<StandingRow> rows, RankingDefinition ranking)
    {
        var different = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            if (i == 0 || CompareKeys(rows[i - 1], rows[i], ranking) != 0)
            {
                different++;
            }
        }

        return different;
    }

    private static int Order(StandingRow left, StandingRow right, RankingDefinition ranking)
    {
        var byDivision = ranking.DivisionsApart ? string.CompareOrdinal(left.Division, right.Division) : 0;
        if (byDivision != 0)
        {
            return byDivision;
        }

        var byRating = (left.Rating == Clearance.Excluded).CompareTo(right.Rating == Clearance.Excluded);
        if (byRating != 0)
        {
            return byRating;
        }

        var byKeys = CompareKeys(left, right, ranking);
        return byKeys != 0 ? byKeys : string.CompareOrdinal(left.Entrant, right.Entrant);
    }

    /// <summary>Below 0: left is better. A key that is n/a is worse than any number, in either direction.</summary>
    private static int CompareKeys(StandingRow left, StandingRow right, RankingDefinition ranking)
    {
        for (var i = 0; i < ranking.By.Length; i++)
        {
            var (leftKey, rightKey) = (left.Keys[i], right.Keys[i]);
            var order = leftKey.IsNumber && rightKey.IsNumber
                ? leftKey.Number.CompareTo(rightKey.Number) * (ranking.By[i].Descending ? -1 : 1)
                : rightKey.IsNumber.CompareTo(leftKey.IsNumber);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
