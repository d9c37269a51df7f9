namespace Ganchao.Scoring;

/// <summary>What a row is ordered by, first things first, so that most comparisons end at the first figure.</summary>
/// <param name="IsOut">Left out of the rating: behind all others.</param>
/// <param name="HasPlace">Takes a place: no guest, rated, and the first key is a number.</param>
/// <param name="First">The first ranking column, rounded to 12 decimals.</param>
/// <param name="Later">The others; empty where there is one only.</param>
internal readonly record struct RankKey(bool IsOut, bool HasPlace, Result First, Result[] Later)
{
    public static RankKey Of(RowLayout layout, Entrant entrant, RowVector row)
    {
        var later = layout.Keys.Length == 1 ? [] : new Result[layout.Keys.Length - 1];
        for (var i = 0; i < later.Length; i++)
        {
            later[i] = Compared(row[layout.Keys[i + 1]]);
        }

        var (isOut, first) = (layout.IsOutOfRating(row), Compared(row[layout.Keys[0]]));
        return new RankKey(isOut, !isOut && !entrant.Guest && first.IsNumber, first, later);
    }

    private static Result Compared(Result key) => key.IsNumber ? Result.Of(Exact.Compared(key.Number)) : key;
}
