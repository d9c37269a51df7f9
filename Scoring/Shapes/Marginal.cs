using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// <c>marginal(x, upTo(b, rate), …, above(b, rate))</c>: each part of x at the rate of its piece, as income tax does. Terms
/// are x,
/// then bound and rate of each piece; a last rate without bound is for what is above.
/// </summary>
internal sealed class Marginal : IRuleFunction
{
    public string Name => MarginalShape.Name;

    /// <summary>Checked by <see cref="MarginalShape"/>, since pieces are no terms.</summary>
    public ImmutableArray<Parameter> Parameters => [Parameter.Number, Parameter.Number with { Repeats = true }];

    public Result Evaluate(ReadOnlySpan<Result> terms)
    {
        var x = terms[0].Number;
        if (Exact.Compared(x) < 0m)
        {
            return Result.Na(NaReason.OutOfDomain);
        }

        var (sum, low) = (0m, 0m);
        for (var i = 1; i < terms.Length; i += 2)
        {
            var isLast = i + 1 == terms.Length;
            var high = isLast ? x : terms[i].Number;
            if (!isLast && (i == 1 ? Exact.Compared(high) < 0m : Exact.Compared(high) <= Exact.Compared(low)))
            {
                return Result.Na(NaReason.OutOfDomain);
            }

            if (Exact.Compared(x) > Exact.Compared(low))
            {
                var part = (Exact.Compared(x) < Exact.Compared(high) ? x : high) - low;
                sum += terms[isLast ? i : i + 1].Number * part;
            }

            low = high;
        }

        return Result.Of(sum);
    }
}
