using System.Numerics;

namespace Ganchao.Scoring.Plain;

/// <summary>
/// Section 3.7 of the language, in its own way: exponentials by Taylor's series of a tiny part, squared again and again;
/// logarithms by Halley's steps on the exponential; roots by Newton's.
/// </summary>
internal static class Transcendental
{
    private const int Places = 80;
    private const int Squarings = 24;
    private static readonly BigInteger Unit = BigInteger.Pow(10, Places);

    public static Result Exp(decimal x) => x > 67m ? Result.Na(NaReason.Overflow)
        : x < -68m ? Result.Zero
        : Finished(Exp(Of(x)));

    public static Result Ln(decimal x) => x > 0m ? Finished(Ln(Of(x))) : Result.Na(NaReason.OutOfDomain);

    public static Result Log10(decimal x) =>
        x > 0m ? Finished(Ln(Of(x)) * Unit / Ln(10 * Unit)) : Result.Na(NaReason.OutOfDomain);

    public static Result Sqrt(decimal x)
    {
        if (x <= 0m)
        {
            return x < 0m ? Result.Na(NaReason.OutOfDomain) : Result.Zero;
        }

        var square = Of(x) * Unit;
        var root = square + Unit;
        while (true)
        {
            var next = (root + (square / root)) / 2;
            if (next >= root)
            {
                return Finished(root);
            }

            root = next;
        }
    }

    public static Result Power(decimal x, decimal n)
    {
        if (x <= 0m)
        {
            return Result.Na(NaReason.OutOfDomain);
        }

        var exponent = Ln(Of(x)) * Of(n) / Unit;
        return exponent > 67 * Unit ? Result.Na(NaReason.Overflow)
            : exponent < -68 * Unit ? Result.Zero
            : Finished(Exp(exponent));
    }

    private static BigInteger Exp(BigInteger x)
    {
        var tiny = x >> Squarings;
        var result = Unit;
        for (var n = 30; n > 0; n--)
        {
            result = Unit + (tiny * result / Unit / n);
        }

        for (var i = 0; i < Squarings; i++)
        {
            result = result * result / Unit;
        }

        return result;
    }

    // Each step makes three times as many digits right.
    private static BigInteger Ln(BigInteger x)
    {
        var y = new BigInteger(BigInteger.Log(x) * 1e12 - BigInteger.Log(Unit) * 1e12) * (Unit / BigInteger.Pow(10, 12));
        for (var i = 0; i < 3; i++)
        {
            var at = Exp(y);
            y += 2 * (x - at) * Unit / (x + at);
        }

        return y;
    }

    private static BigInteger Of(decimal x)
    {
        var whole = decimal.Truncate(x);
        return (new BigInteger(whole) * Unit)
            + (new BigInteger((x - whole) * 10_000_000_000_000_000_000_000_000_000m) * BigInteger.Pow(10, Places - 28));
    }

    // To 40 decimals first: what is exact in truth then is so here.
    private static Result Finished(BigInteger value)
    {
        var magnitude = Half(BigInteger.Abs(value), Places - 40);
        var digits = magnitude.IsZero ? 1 : (int)Math.Floor(BigInteger.Log10(magnitude) + 1e-9) + 1;
        while (BigInteger.Pow(10, digits) <= magnitude)
        {
            digits++;
        }

        while (digits > 1 && BigInteger.Pow(10, digits - 1) > magnitude)
        {
            digits--;
        }

        var dropped = Math.Max(digits - 15, 12);
        var kept = Half(magnitude, dropped) * value.Sign;
        try
        {
            return Result.Of(dropped >= 40
                ? (decimal)(kept * BigInteger.Pow(10, dropped - 40))
                : (decimal)kept / (decimal)BigInteger.Pow(10, 40 - dropped));
        }
        catch (OverflowException)
        {
            return Result.Na(NaReason.Overflow);
        }
    }

    private static BigInteger Half(BigInteger magnitude, int digits) =>
        (magnitude + (BigInteger.Pow(10, digits) / 2)) / BigInteger.Pow(10, digits);
}
