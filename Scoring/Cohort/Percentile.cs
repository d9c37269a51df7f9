using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// <c>percentile(x, p)</c>: below it lies the part p of the cohort; between two neighbours in proportion, as spreadsheets do.
/// </summary>
internal sealed class Percentile : ICohortFunction
{
    public string Name => "percentile";

    public ImmutableArray<Parameter> Parameters => [Parameter.Number with { IsLiteral = true }];

    public Result Evaluate(Result own, bool isMember, CohortView cohort, ReadOnlySpan<Result> terms)
    {
        var part = terms[0].Number;
        if (part is < 0m or > 1m)
        {
            return Result.Na(NaReason.OutOfDomain);
        }

        var position = (cohort.Count - 1) * part;
        var lower = (int)decimal.Floor(position);
        var upper = Math.Min(lower + 1, cohort.Count - 1);
        var (low, high) = (cohort.Ascending[lower], cohort.Ascending[upper]);
        return Result.Of(low + ((high - low) * (position - lower)));
    }
}
