namespace Ganchao.Scoring;

/// <summary>
/// The exactness rules of the language: 12 decimals for whatever is compared, counted or truncated; stated
/// roundings; integer powers.
/// </summary>
public static class Exact
{
    /// <summary>Decimals to which operands of comparisons, steps, bands, ties and truncations are rounded first.</summary>
    public const int ComparedDecimals = 12;

    private const decimal LargestExponent = 64m;

    /// <summary>Rounded to 12 decimals, half away from zero, so that 70/3·3 is seven tens.</summary>
    public static decimal Compared(decimal x) => Math.Round(x, ComparedDecimals, MidpointRounding.AwayFromZero);

    /// <summary>
    /// As <see cref="Compared"/>, in the one form that equal numbers share: no trailing zeros, no negative
    /// zero.
    /// </summary>
    public static decimal Quantised(decimal x) => Compared(x) switch
    {
        0m => 0m,
        var compared => compared / 1.0000000000000000000000000000m,
    };

    /// <summary>Rounded as a rulebook says, after <see cref="Compared"/>.</summary>
    /// <param name="decimals">0 to 12.</param>
    public static decimal Rounded(decimal x, int decimals, RoundingMode mode) =>
        Math.Round(Compared(x), decimals, mode switch
        {
            RoundingMode.HalfAway => MidpointRounding.AwayFromZero,
            RoundingMode.HalfEven => MidpointRounding.ToEven,
            RoundingMode.Down => MidpointRounding.ToZero,
            RoundingMode.Up => x < 0m ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity,
            RoundingMode.NotSet => throw new ArgumentException("Rounding needs a mode.", nameof(mode)),
        });

    /// <summary>
    /// <c>x ^ n</c>: for whole n from -64 to 64 by repeated multiplication, for others of a positive x the true value.
    /// </summary>
    /// <exception cref="OverflowException">The power is beyond a decimal.</exception>
    public static Result Power(decimal x, decimal n)
    {
        var exponent = Compared(n);
        if (!decimal.IsInteger(exponent) || Math.Abs(exponent) > LargestExponent)
        {
            return TrueValue.Power(x, exponent);
        }

        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            power *= x;
        }

        return exponent >= 0m ? Result.Of(power) : Divided(1m, power);
    }

    public static Result Divided(decimal x, decimal y) =>
        y == 0m ? Result.Na(NaReason.DivisionByZero) : Result.Of(x / y);
}
