using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>mean(x)</c> of a column: exact sum by number of members.</summary>
internal sealed class CohortMean : ICohortFunction
{
    public string Name => "mean";

    public ImmutableArray<Parameter> Parameters => [];

    public Result Evaluate(Result own, bool isMember, CohortView cohort, ReadOnlySpan<Result> terms) =>
        cohort.Sum.IsNumber ? Result.Of(cohort.Sum.Number / cohort.Count) : cohort.Sum;
}
