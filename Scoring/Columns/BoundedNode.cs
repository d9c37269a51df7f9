namespace Ganchao.Scoring;

/// <summary>Floor first, then cap.</summary>
internal sealed class BoundedNode(Node<Row> inner, decimal? floor, decimal? cap) : Node<Row>(inner.Type, inner.Formula)
{
    public override Result Evaluate(Row context) => Bounded(inner.Evaluate(context));

    public override Explanation Explain(Row context)
    {
        var before = inner.Explain(context);
        var after = Bounded(before.Result);
        return after == before.Result ? before : new Explanation(
            ExplanationKind.Rounding,
            "bounds",
            inner.Formula,
            before.Numbers,
            after,
            new Note($"限于 {NumberText.Of(after.Number)}", $"held at {NumberText.Of(after.Number)}"),
            [before]);
    }

    private Result Bounded(Result result)
    {
        if (!result.IsNumber)
        {
            return result;
        }

        var number = floor is { } low ? Math.Max(result.Number, low) : result.Number;
        return Result.Of(cap is { } high ? Math.Min(number, high) : number);
    }
}
