namespace Ganchao.Scoring;

/// <summary>
/// <c>closest(x, t)</c>: yes for those of the cohort that come nearest to their target, from one side where it says so.
/// </summary>
/// <param name="distance">Column of the distance; n/a(Excluded) for those on the wrong side.</param>
internal sealed class ClosestNode(DistanceNode off, int distance, CohortScope scope, string formula)
    : Node<Row>(new ColumnType(ValueKind.Truth, Occasion.Stage), formula)
{
    public override Result Evaluate(Row context)
    {
        var own = context.Column(distance);
        if (!own.IsNumber)
        {
            return off.Off(context).IsNumber && own.Reason == NaReason.Excluded ? Result.Of(false) : own;
        }

        if (ExactSum.IsTooGreat(own.Number))
        {
            return Result.Na(NaReason.Overflow);
        }

        if (scope.TextFor(context) is not { } text)
        {
            return Result.Na(NaReason.NoTag);
        }

        var cohort = context.Cohort(distance, scope, text);
        return cohort.Count == 0 ? Result.Na(NaReason.Missing) : Result.Of(Exact.Compared(own.Number) <= cohort.Least);
    }

    public override Explanation Explain(Row context)
    {
        var own = context.Column(distance);
        var note = own.IsNumber && scope.TextFor(context) is { } text
            && context.Cohort(distance, scope, text) is { Count: > 0 } cohort
                ? new Note(
                    $"相差 {NumberText.Of(own.Number)},最近的相差 {NumberText.Of(cohort.Least)}",
                    $"off by {NumberText.Of(own.Number)}, the nearest by {NumberText.Of(cohort.Least)}")
                : Note.None;
        return new Explanation(ExplanationKind.Cohort, "closest", Formula, Numbers(context), Evaluate(context), note, []);
    }
}

/// <summary>How far a figure is from its target; n/a(Excluded) on the side that does not count.</summary>
/// <param name="side">Below 0: at or below the target only; above 0: at or above it only.</param>
internal sealed class DistanceNode(Node<Row> x, Node<Row> target, int side)
    : Node<Row>(new ColumnType(ValueKind.Number, Occasion.Stage), x.Formula)
{
    public override Result Evaluate(Row context)
    {
        var off = Off(context);
        return !off.IsNumber ? off
            : side * Math.Sign(Exact.Compared(off.Number)) < 0 ? Result.Na(NaReason.Excluded)
            : Result.Of(Math.Abs(off.Number));
    }

    /// <summary>With its sign; on either side a number.</summary>
    public Result Off(Row context) =>
        Operation.Apply(BinaryOperator.Subtract, x.Evaluate(context), target.Evaluate(context));

    public override Explanation Explain(Row context) => x.Explain(context);
}
