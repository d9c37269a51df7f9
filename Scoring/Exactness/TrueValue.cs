using System.Numerics;

namespace Ganchao.Scoring;

/// <summary>
/// Exponentials, logarithms, roots and broken powers, rounded half away to 15 significant digits (28 decimals where that is
/// less). Worked out in whole numbers of 10⁻⁶⁰: logarithms by halving and the series of atanh, exponentials by taking out
/// powers of two and Taylor's series.
/// </summary>
internal static class TrueValue
{
    private const int Digits = 60;

    // What is left of the working digits after errors: an exact result is exact again.
    private const int SureDigits = 40;
    private const int SignificantDigits = 15;
    private const int MostDecimals = 28;

    // Beyond these a decimal is too small for the result, or 28 decimals are.
    private const decimal LargestExponent = 67m;
    private const decimal SmallestExponent = -68m;

    private static readonly BigInteger One = BigInteger.Pow(10, Digits);
    private static readonly BigInteger Ln2 = 2 * ArTanh(One / 3);

    public static Result Exp(decimal x) => x > LargestExponent ? Result.Na(NaReason.Overflow)
        : x < SmallestExponent ? Result.Zero
        : Rounded(ExpOf(Fixed(x)));

    public static Result Ln(decimal x) => x <= 0m ? Result.Na(NaReason.OutOfDomain) : Rounded(LnOf(Fixed(x)));

    public static Result Log10(decimal x) => x <= 0m
        ? Result.Na(NaReason.OutOfDomain)
        : Rounded(LnOf(Fixed(x)) * One / LnOf(10 * One));

    public static Result Sqrt(decimal x)
    {
        if (x < 0m)
        {
            return Result.Na(NaReason.OutOfDomain);
        }

        var square = Fixed(x) * One;
        var root = BigInteger.Zero;
        for (var bit = BigInteger.One << (int)((square.GetBitLength() / 2) + 1); bit > 0; bit >>= 1)
        {
            root = (root + bit) * (root + bit) <= square ? root + bit : root;
        }

        return Rounded(root);
    }

    /// <summary>x to a broken power.</summary>
    public static Result Power(decimal x, decimal n)
    {
        if (x <= 0m)
        {
            return Result.Na(NaReason.OutOfDomain);
        }

        var exponent = LnOf(Fixed(x)) * Fixed(n) / One;
        return exponent > Fixed(LargestExponent) ? Result.Na(NaReason.Overflow)
            : exponent < Fixed(SmallestExponent) ? Result.Zero
            : Rounded(ExpOf(exponent));
    }

    private static BigInteger ExpOf(BigInteger x)
    {
        var twos = (int)BigInteger.Divide(x, Ln2);
        var rest = x - (twos * Ln2);
        var (sum, term) = (One, One);
        for (var n = 1; !term.IsZero; n++)
        {
            term = term * rest / One / n;
            sum += term;
        }

        return twos >= 0 ? sum << twos : sum >> -twos;
    }

    private static BigInteger LnOf(BigInteger x)
    {
        var twos = 0;
        for (; x > 2 * One; twos++)
        {
            x /= 2;
        }

        for (; x < One; twos--)
        {
            x *= 2;
        }

        return (2 * ArTanh((x - One) * One / (x + One))) + (twos * Ln2);
    }

    private static BigInteger ArTanh(BigInteger y)
    {
        var square = y * y / One;
        var (sum, power) = (BigInteger.Zero, y);
        for (var n = 1; !power.IsZero; n += 2)
        {
            sum += power / n;
            power = power * square / One;
        }

        return sum;
    }

    private static BigInteger Fixed(decimal x)
    {
        var bits = decimal.GetBits(x);
        var (low, middle, high) = unchecked(((uint)bits[0], (uint)bits[1], (uint)bits[2]));
        var digits = (new BigInteger(high) << 64) + (new BigInteger(middle) << 32) + low;
        return (x < 0m ? -digits : digits) * BigInteger.Pow(10, Digits - x.Scale);
    }

    private static Result Rounded(BigInteger value)
    {
        var sure = Cut(value, Digits - SureDigits);
        var whole = BigInteger.Abs(sure).ToString(System.Globalization.CultureInfo.InvariantCulture).Length - SureDigits;
        var decimals = Math.Min(SignificantDigits - whole, MostDecimals);
        var digits = Cut(sure, SureDigits - decimals);
        try
        {
            return Result.Of(decimals >= 0
                ? (decimal)digits / (decimal)BigInteger.Pow(10, decimals)
                : (decimal)(digits * BigInteger.Pow(10, -decimals)));
        }
        catch (OverflowException)
        {
            return Result.Na(NaReason.Overflow);
        }
    }

    /// <summary>Without the last digits, rounded half away from zero.</summary>
    private static BigInteger Cut(BigInteger value, int digits)
    {
        var unit = BigInteger.Pow(10, digits);
        var half = unit / 2;
        return (value.Sign < 0 ? value - half : value + half) / unit;
    }
}
