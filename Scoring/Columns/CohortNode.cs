namespace Ganchao.Scoring;

/// <summary>A cohort function over a column.</summary>
internal sealed class CohortNode(
    ICohortFunction function, int column, CohortScope scope, Node<Row>[] terms, string formula)
    : Node<Row>(new ColumnType(ValueKind.Number, Occasion.Stage), formula)
{
    public override Result Evaluate(Row context)
    {
        Span<Result> values = stackalloc Result[terms.Length];
        Fill(values, context);
        return Evaluate(context, values);
    }

    public override Explanation Explain(Row context)
    {
        var values = new Result[terms.Length];
        Fill(values, context);
        var result = Evaluate(context, values);
        var note = result.IsNumber && scope.TextFor(context) is { } text
            && context.Cohort(column, scope, text) is { Count: > 0 } cohort
                ? function.Explain(cohort, values)
                : Note.None;
        var own = function.NeedsOwn
            ? new ColumnNode(column, function.Name, Type, Formula).Explain(context)
            : null;
        return new Explanation(
            ExplanationKind.Cohort, function.Name, Formula, Numbers(context), result, note, own is null ? [] : [own]);
    }

    private void Fill(Span<Result> values, Row context)
    {
        for (var i = 0; i < terms.Length; i++)
        {
            values[i] = terms[i].Evaluate(context);
        }
    }

    private Result Evaluate(Row context, ReadOnlySpan<Result> values)
    {
        var own = context.Column(column);
        if (function.NeedsOwn && !own.IsNumber)
        {
            return own;
        }

        if (function.NeedsOwn && ExactSum.IsTooGreat(own.Number))
        {
            return Result.Na(NaReason.Overflow);
        }

        foreach (var value in values)
        {
            if (!value.IsNumber)
            {
                return value;
            }
        }

        if (scope.TextFor(context) is not { } text)
        {
            return Result.Na(NaReason.NoTag);
        }

        var cohort = context.Cohort(column, scope, text);
        return cohort.Count == 0 ? function.OfNobody : Evaluate(context, own, cohort, values);
    }

    private Result Evaluate(Row context, Result own, CohortView cohort, ReadOnlySpan<Result> values)
    {
        try
        {
            var quantised = own.IsNumber ? Result.Of(Exact.Compared(own.Number)) : own;
            return function.Evaluate(quantised, IsMember(context), cohort, values);
        }
        catch (OverflowException)
        {
            return Result.Na(NaReason.Overflow);
        }
    }

    // Those whom one sponsors are others than oneself.
    private bool IsMember(Row context) => !context.Entrant.Guest
        && (scope.Kind != CohortScopeKind.Among || context.Terms.Tags.GetValueOrDefault(scope.Tag) == context.Entrant.Id);
}
