namespace Ganchao.Scoring;

/// <summary>What a row is ordered by, first things first, so that most comparisons end at the first figure.</summary>
/// <param name="IsOut">Left out of the rating: behind all others.</param>
/// <param name="First">The first ranking column, rounded to 12 decimals.</param>
/// <param name="Later">The others; empty where there is one only.</param>
internal readonly record struct RankKey(bool IsOut, Result First, Result[] Later)
{
    public static RankKey Of(RowLayout layout, RowVector row)
    {
        var later = layout.Keys.Length == 1 ? [] : new Result[layout.Keys.Length - 1];
        for (var i = 0; i < later.Length; i++)
        {
            later[i] = Compared(row[layout.Keys[i + 1]]);
        }

        return new RankKey(layout.IsOutOfRating(row), Compared(row[layout.Keys[0]]), later);
    }

    private static Result Compared(Result key) => key.IsNumber ? Result.Of(Exact.Compared(key.Number)) : key;
}
