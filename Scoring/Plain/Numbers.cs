using System.Numerics;

namespace Ganchao.Scoring.Plain;

/// <summary>Exact numbers: what is rounded when, and which operations have no answer (section 3 of the language).</summary>
internal static class Numbers
{
    private const int ComparedDecimals = 12;
    private const decimal UnitsInOne = 1_000_000_000_000m;
    private const decimal LargestFigure = 1_000_000_000_000_000m;
    private const decimal HighestPower = 64m;

    /// <summary>As it takes part in comparisons: 12 decimals, half away from zero.</summary>
    public static decimal Compared(decimal x) => Math.Round(x, ComparedDecimals, MidpointRounding.AwayFromZero);

    public static Result Compared(Result x) => x.IsNumber ? Result.Of(Compared(x.Number)) : x;

    /// <summary>As it enters a fold or a cohort.</summary>
    public static Result Quantised(Result x)
    {
        if (!x.IsNumber)
        {
            return x;
        }

        var number = Compared(x.Number);
        return Math.Abs(number) > LargestFigure ? Result.Na(NaReason.Overflow) : Result.Of(number);
    }

    /// <summary>The sum of quantised numbers, counted in units of 10⁻¹² so that no order of adding can round it.</summary>
    public static Result ExactSum(IEnumerable<decimal> numbers)
    {
        var units = BigInteger.Zero;
        foreach (var number in numbers)
        {
            units += new BigInteger(number * UnitsInOne);
        }

        return BigInteger.Abs(units) > new BigInteger(LargestFigure * UnitsInOne)
            ? Result.Na(NaReason.Overflow)
            : Result.Of((decimal)units / UnitsInOne);
    }

    /// <summary>
    /// The exact sum of quantised figures; Missing ones are left out, all left out is Missing. Another reason makes the sum
    /// n/a: the first by the enum's order.
    /// </summary>
    public static Result SumOfPresent(IEnumerable<Result> figures)
    {
        var present = figures.Where(static figure => figure.Reason != NaReason.Missing).ToList();
        if (present.Count == 0)
        {
            return Result.Na(NaReason.Missing);
        }

        var reasons = present.Where(static figure => !figure.IsNumber).Select(static figure => figure.Reason).ToList();
        return reasons.Count == 0 ? ExactSum(present.Select(static figure => figure.Number)) : Result.Na(reasons.Min());
    }

    /// <param name="decimals">Null: not rounded.</param>
    public static Result Rounded(Result x, int? decimals, RoundingMode mode) =>
        x.IsNumber && decimals is { } places ? Result.Of(Rounded(x.Number, places, mode)) : x;

    private static decimal Rounded(decimal x, int decimals, RoundingMode mode)
    {
        var compared = Compared(x);
        return mode switch
        {
            RoundingMode.HalfAway => Math.Round(compared, decimals, MidpointRounding.AwayFromZero),
            RoundingMode.HalfEven => Math.Round(compared, decimals, MidpointRounding.ToEven),
            RoundingMode.Down => Math.Round(compared, decimals, MidpointRounding.ToZero),
            RoundingMode.Up when compared < 0m => Math.Round(compared, decimals, MidpointRounding.ToNegativeInfinity),
            RoundingMode.Up => Math.Round(compared, decimals, MidpointRounding.ToPositiveInfinity),
            RoundingMode.NotSet => throw new ArgumentException("Rounding needs a mode.", nameof(mode)),
        };
    }

    public static Result Add(Result left, Result right) => Operate(left, right, static (a, b) => a + b);

    public static Result Subtract(Result left, Result right) => Operate(left, right, static (a, b) => a - b);

    public static Result Multiply(Result left, Result right) => Operate(left, right, static (a, b) => a * b);

    public static Result Divide(Result left, Result right) => Operate(left, right, static (a, b) => a / b);

    /// <summary>Whole powers by multiplying as often as the exponent says, others by what they are.</summary>
    public static Result Power(Result left, Result right)
    {
        if (!left.IsNumber || !right.IsNumber)
        {
            return FirstNa(left, right);
        }

        var exponent = Compared(right.Number);
        if (!decimal.IsInteger(exponent) || Math.Abs(exponent) > HighestPower)
        {
            return Transcendental.Power(left.Number, exponent);
        }

        var power = Result.Of(1m);
        for (var times = 0m; times < Math.Abs(exponent); times++)
        {
            power = Multiply(power, left);
        }

        return exponent < 0m ? Divide(Result.Of(1m), power) : power;
    }

    /// <summary>Below 0: left is less; 0: equal; above 0: left is greater. Both are numbers.</summary>
    public static int Compare(decimal left, decimal right) => Compared(left).CompareTo(Compared(right));

    /// <summary>The first, left to right, that is n/a; a number when none is.</summary>
    public static Result FirstNa(params ReadOnlySpan<Result> operands)
    {
        foreach (var operand in operands)
        {
            if (!operand.IsNumber)
            {
                return operand;
            }
        }

        return Result.Zero;
    }

    /// <summary>Not below the floor, then not above the cap: the number itself, not as compared.</summary>
    public static Result Bounded(Result x, decimal? floor, decimal? cap)
    {
        if (x.IsNumber && floor is { } low && x.Number < low)
        {
            x = Result.Of(low);
        }

        if (x.IsNumber && cap is { } high && x.Number > high)
        {
            x = Result.Of(high);
        }

        return x;
    }

    private static Result Operate(Result left, Result right, Func<decimal, decimal, decimal> operation)
    {
        if (!left.IsNumber || !right.IsNumber)
        {
            return FirstNa(left, right);
        }

        try
        {
            return Result.Of(operation(left.Number, right.Number));
        }
        catch (DivideByZeroException)
        {
            return Result.Na(NaReason.DivisionByZero);
        }
        catch (OverflowException)
        {
            return Result.Na(NaReason.Overflow);
        }
    }
}
