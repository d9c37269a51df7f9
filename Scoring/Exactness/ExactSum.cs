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

    /// <summary>The number in units, rounded to 12 decimals; null when it is too great to be summed.</summary>
    public static ExactSum? Of(decimal x) =>
        Math.Abs(x) > Largest ? null : new ExactSum((Int128)(Exact.Compared(x) * UnitsPerOne));

    public static ExactSum operator +(ExactSum a, ExactSum b) => new(checked(a.Units + b.Units));

    public Result ToResult()
    {
        var magnitude = Int128.Abs(Units);
        return magnitude > (Int128)(Largest * UnitsPerOne)
            ? Result.Na(NaReason.Overflow)
            : Result.Of((decimal)Units / UnitsPerOne);
    }
}
