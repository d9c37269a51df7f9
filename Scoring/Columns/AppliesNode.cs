namespace Ganchao.Scoring;

/// <summary>A figure of an indicator that does not count for everybody: for those for whom it does not, it is left out.</summary>
/// <param name="column">Whether it counts for the entrant.</param>
/// <param name="needsAnswer">The figure is n/a while that is; otherwise the figure itself says what then.</param>
internal sealed class AppliesNode(Node<Row> inner, int column, string indicator, bool needsAnswer)
    : Node<Row>(inner.Type, inner.Formula)
{
    public override Result Evaluate(Row context) => InsteadOf(context) ?? inner.Evaluate(context);

    public override Explanation Explain(Row context) => InsteadOf(context) is { } instead
        ? new Explanation(
            ExplanationKind.MissingEffect, indicator, inner.Formula, "", instead,
            new Note("本项不适用或尚不能判定", "does not apply, or cannot be told yet"), [])
        : inner.Explain(context);

    private Result? InsteadOf(Row context)
    {
        var applies = context.Column(column);
        return applies == Result.Of(false) ? Result.Na(NaReason.Excluded)
            : needsAnswer && !applies.IsNumber ? applies
            : null;
    }
}
