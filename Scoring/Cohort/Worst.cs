using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>worst(x)</c>: the smallest of the cohort, with <c>asc</c> the greatest.</summary>
internal sealed class Worst : ICohortFunction
{
    public string Name => "worst";

    public ImmutableArray<Parameter> Parameters => [Direction.Word];

    public Result Evaluate(Result own, bool isMember, CohortView cohort, ReadOnlySpan<Result> terms) =>
        Result.Of(Direction.IsDescending(terms, 0) ? cohort.Least : cohort.Greatest);

    public Note Explain(CohortView cohort, ReadOnlySpan<Result> terms) =>
        Direction.Owner(cohort, Position(cohort, terms));

    private static int Position(CohortView cohort, ReadOnlySpan<Result> terms) =>
        Direction.Best(cohort, !Direction.IsDescending(terms, 0));
}
