namespace Ganchao.Scoring;

/// <summary>
/// A sum in whole units of 10⁻¹². Whatever the order and the grouping of its parts, it is the same to the last digit, which
/// a sum of decimals is not once it runs out of digits.
/// </summary>
internal readonly record struct ExactSum(Int128 Units)
{
    /// <summary>Greatest magnitude of a part and of the whole: beyond it 12 decimals no longer fit a decimal.</summary>
    public const decimal Largest = 1_000_000_000_000_000m;

    private const decimal UnitsPerOne = 1_000_000_000_000m;

    private static readonly ulong[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    /// <summary>The number in units, rounded to 12 decimals; null when it is too great to be summed.</summary>
    public static ExactSum? Of(decimal x)
    {
        var compared = Exact.Compared(x);
        return Math.Abs(compared) > Largest ? null : new ExactSum((Int128)(compared * UnitsPerOne));
    }

    /// <summary>Judged like a part of a sum: after rounding to 12 decimals.</summary>
    public static bool IsTooGreat(decimal x) => Math.Abs(Exact.Compared(x)) > Largest;

    public static ExactSum operator +(ExactSum a, ExactSum b) => new(checked(a.Units + b.Units));

    public Result ToResult()
    {
        var magnitude = Int128.Abs(Units);
        return magnitude > (Int128)(Largest * UnitsPerOne) ? Result.Na(NaReason.Overflow)
            : magnitude <= long.MaxValue ? Result.Of(Shortest((ulong)magnitude, Units < 0))
            : Result.Of((decimal)Units / UnitsPerOne);
    }

    /// <summary>The same as the division below, without dividing: trailing zeros are dropped, then the point is set.</summary>
    private static decimal Shortest(ulong units, bool isNegative)
    {
        var decimals = Exact.ComparedDecimals;
        for (var zeros = 8; zeros > 0; zeros /= 2)
        {
            var power = Powers[zeros];
            while (decimals >= zeros && units % power == 0)
            {
                units /= power;
                decimals -= zeros;
            }
        }

        return new decimal(unchecked((int)units), unchecked((int)(units >> 32)), 0, isNegative && units != 0, (byte)decimals);
    }
}
