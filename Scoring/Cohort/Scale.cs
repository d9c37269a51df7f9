using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// <c>scale(x, low, high)</c>: the worst gets <c>low</c>, the best <c>high</c>, others in proportion; all
/// equal: <c>high</c>. With <c>asc</c> the smallest is best.
/// </summary>
internal sealed class Scale : ICohortFunction
{
    public string Name => "scale";

    public ImmutableArray<Parameter> Parameters => [Parameter.Number, Parameter.Number, Direction.Word];

    public bool NeedsOwn => true;

    public Result Evaluate(Result own, bool isMember, CohortView cohort, ReadOnlySpan<Result> terms)
    {
        var descending = Direction.IsDescending(terms, 2);
        var (best, worst) = descending ? (cohort.Greatest, cohort.Least) : (cohort.Least, cohort.Greatest);
        var (low, high) = (terms[0].Number, terms[1].Number);
        return Result.Of(best == worst ? high : ((own.Number - worst) / (best - worst) * (high - low)) + low);
    }

    public Note Explain(CohortView cohort, ReadOnlySpan<Result> terms)
    {
        var descending = Direction.IsDescending(terms, 2);
        var best = Direction.Owner(cohort, Direction.Best(cohort, descending));
        var worst = Direction.Owner(cohort, Direction.Best(cohort, !descending));
        return new Note($"最好{best.Zh},最差{worst.Zh}", $"best {best.En}, worst {worst.En}");
    }
}
