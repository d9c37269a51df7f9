using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>share(x)</c>: own figure by the exact sum of the cohort.</summary>
internal sealed class Share : ICohortFunction
{
    public string Name => "share";

    public ImmutableArray<Parameter> Parameters => [];

    public bool NeedsOwn => true;

    public Result Evaluate(Result own, bool isMember, CohortView cohort, ReadOnlySpan<Result> terms) =>
        cohort.Sum.IsNumber ? Exact.Divided(own.Number, cohort.Sum.Number) : cohort.Sum;
}
