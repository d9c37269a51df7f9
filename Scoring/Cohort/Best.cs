using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>best(x)</c>: the greatest of the cohort, with <c>asc</c> the smallest.</summary>
internal sealed class Best : ICohortFunction
{
    public string Name => "best";

    public ImmutableArray<Parameter> Parameters => [Direction.Word];

    public Result Evaluate(Result own, bool isMember, CohortView cohort, ReadOnlySpan<Result> terms) =>
        Result.Of(Direction.IsDescending(terms, 0) ? cohort.Greatest : cohort.Least);

    public Note Explain(CohortView cohort, ReadOnlySpan<Result> terms) =>
        Direction.Owner(cohort, Position(cohort, terms));

    private static int Position(CohortView cohort, ReadOnlySpan<Result> terms) =>
        Direction.Best(cohort, Direction.IsDescending(terms, 0));
}
