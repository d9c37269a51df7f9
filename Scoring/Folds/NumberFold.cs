using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// Folds of the numbers of one term, in their order: Missing is skipped, another n/a spoils, none at all is Missing.
/// </summary>
internal abstract class NumberFold(string name, params ImmutableArray<Parameter> more)
    : RowFold(name, [Parameter.Number, .. more])
{
    public override Result Finish(FoldedRows rows)
    {
        if (rows.Spoilt(0) is not NaReason.None and var reason)
        {
            return Result.Na(reason);
        }

        var numbers = rows.Numbers(0);
        return numbers.Length == 0 ? Result.Na(NaReason.Missing)
            : Of(numbers, Parameters.Length > 1 ? (int)rows[0].Terms[1].Number : 0);
    }

    /// <param name="n">The second term; 0 when there is none.</param>
    protected abstract Result Of(decimal[] numbers, int n);

    protected static Result Sum(IEnumerable<decimal> numbers) =>
        numbers.Aggregate(new ExactSum(0), static (sum, number) => sum + ExactSum.Of(number)!.Value).ToResult();
}

/// <summary><c>first(x)</c>: of the first row.</summary>
internal sealed class First() : NumberFold("first")
{
    public override bool NeedsOrder => true;

    protected override Result Of(decimal[] numbers, int n) => Result.Of(numbers[0]);
}

/// <summary><c>median(x)</c>: the middle one, or half the sum of the two in the middle.</summary>
internal sealed class Middle() : NumberFold("median")
{
    protected override Result Of(decimal[] numbers, int n)
    {
        Array.Sort(numbers);
        var upper = numbers.Length / 2;
        return Result.Of(numbers.Length % 2 == 1 ? numbers[upper] : (numbers[upper - 1] + numbers[upper]) / 2m);
    }
}

/// <summary><c>trimmedMean(x, n)</c>: the mean without the <c>n</c> greatest and the <c>n</c> smallest.</summary>
internal sealed class TrimmedMean() : NumberFold("trimmedMean", HowMany)
{
    protected override Result Of(decimal[] numbers, int n)
    {
        if (numbers.Length < (2 * n) + 1)
        {
            return Result.Na(NaReason.OutOfDomain);
        }

        var left = numbers.Order().Skip(n).Take(numbers.Length - (2 * n)).ToList();
        return Sum(left) is { IsNumber: true } sum ? Result.Of(sum.Number / left.Count) : Result.Na(NaReason.Overflow);
    }
}

/// <summary><c>bestOf(x, n)</c>: the sum of the <c>n</c> greatest, of all where there are fewer.</summary>
internal sealed class BestOf() : NumberFold("bestOf", HowMany)
{
    protected override Result Of(decimal[] numbers, int n) => Sum(numbers.OrderDescending().Take(n));
}

/// <summary><c>worstOf(x, n)</c>: the sum of the <c>n</c> smallest, of all where there are fewer.</summary>
internal sealed class WorstOf() : NumberFold("worstOf", HowMany)
{
    protected override Result Of(decimal[] numbers, int n) => Sum(numbers.Order().Take(n));
}
