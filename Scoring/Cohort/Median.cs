using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>median(x)</c>: the middle member, or half the sum of the two in the middle.</summary>
internal sealed class Median : ICohortFunction
{
    public string Name => "median";

    public ImmutableArray<Parameter> Parameters => [];

    public Result Evaluate(Result own, bool isMember, CohortView cohort, ReadOnlySpan<Result> terms)
    {
        var upper = cohort.Count / 2;
        return Result.Of(cohort.Count % 2 == 1
            ? cohort.Ascending[upper]
            : (cohort.Ascending[upper - 1] + cohort.Ascending[upper]) / 2m);
    }
}
