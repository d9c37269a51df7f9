using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>sumOf(x)</c>: the exact sum over the cohort.</summary>
internal sealed class SumOf : ICohortFunction
{
    public string Name => "sumOf";

    public ImmutableArray<Parameter> Parameters => [];

    public Result Evaluate(Result own, bool isMember, CohortView cohort, ReadOnlySpan<Result> terms) => cohort.Sum;
}

/// <summary><c>countOf(c)</c>: how many of the cohort the condition holds for.</summary>
internal sealed class CountOf : ICohortFunction
{
    public string Name => "countOf";

    public ValueKind Takes => ValueKind.Truth;

    public Result OfNobody => Result.Zero;

    public ImmutableArray<Parameter> Parameters => [];

    public Result Evaluate(Result own, bool isMember, CohortView cohort, ReadOnlySpan<Result> terms) => cohort.Sum;
}
