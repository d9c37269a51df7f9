namespace Ganchao.Scoring;

/// <summary>A section times its weight.</summary>
internal sealed class WeightedNode(Node<Row> inner, decimal weight) : Node<Row>(inner.Type, inner.Formula)
{
    public override Result Evaluate(Row context) =>
        Operation.Apply(BinaryOperator.Multiply, inner.Evaluate(context), Result.Of(weight));

    public override Explanation Explain(Row context) => new(
        ExplanationKind.Formula,
        "weight",
        inner.Formula,
        $"({inner.Numbers(context)}) * {NumberText.Of(weight)}",
        Evaluate(context),
        Note.None,
        [inner.Explain(context)]);
}
