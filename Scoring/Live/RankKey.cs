namespace Ganchao.Scoring;

/// <summary>What a row is ordered by, first things first, so that most comparisons end at the first figure.</summary>
/// <param name="IsOut">Left out of the rating: behind all others.</param>
/// <param name="First">The first ranking column, rounded to 12 decimals.</param>
/// <param name="Later">The others; empty where there is one only.</param>
internal readonly record struct RankKey(bool IsOut, Result First, Result[] Later)
{
    private const decimal Millionths = 1_000_000m;

    // From it on, all are roughly the same; below it, a number of twelve decimals is exact in millionths.
    private const decimal RoughBound = 1_000_000_000_000m;

    public static RankKey Of(RowLayout layout, RowVector row)
    {
        var later = layout.Keys.Length == 1 ? [] : new Result[layout.Keys.Length - 1];
        for (var i = 0; i < later.Length; i++)
        {
            later[i] = Compared(row[layout.Keys[i + 1]]);
        }

        return new RankKey(layout.IsOutOfRating(row), Compared(row[layout.Keys[0]]), later);
    }

    /// <summary>
    /// Eight bytes that say who comes first wherever they differ, smallest first: the first ranking column in millionths,
    /// doubled, and one more where something was cut off. A field of them fits where the processor is quick to look.
    /// </summary>
    public long Rough(bool descending)
    {
        if (IsOut)
        {
            return long.MaxValue;
        }

        if (!First.IsNumber)
        {
            return long.MaxValue - 1;
        }

        var number = descending ? -First.Number : First.Number;
        if (Math.Abs(number) >= RoughBound)
        {
            return number < 0m ? long.MinValue + 1 : long.MaxValue - 2;
        }

        var millionths = number * Millionths;
        var whole = decimal.Floor(millionths);
        return (2 * (long)whole) + (whole == millionths ? 0 : 1);
    }

    /// <summary>Whether equal rough keys mean that the first ranking columns are equal too.</summary>
    public static bool SaysAll(long rough) => (rough & 1) == 0;

    private static Result Compared(Result key) => key.IsNumber ? Result.Of(Exact.Compared(key.Number)) : key;
}
