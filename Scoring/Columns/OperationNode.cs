namespace Ganchao.Scoring;

/// <summary>
/// Two operands and a sign. The first n/a operand is the result, but for <c>and</c>, <c>or</c> with a
/// deciding other side.
/// </summary>
internal sealed class OperationNode<TContext>(
    BinaryOperator sign, Node<TContext> left, Node<TContext> right, ColumnType type, string formula)
    : Node<TContext>(type, formula)
{
    public override int Binding => Bindings.Of(sign);

    public override Result Evaluate(TContext context) =>
        Operation.Apply(sign, left.Evaluate(context), right.Evaluate(context));

    public override string Numbers(TContext context) =>
        $"{Side(left, context, Binding)} {ExprText.Of(sign)} {Side(right, context, Binding + 1)}";

    public override Explanation Explain(TContext context) => new(
        ExplanationKind.Formula,
        ExprText.Of(sign),
        Formula,
        Numbers(context),
        Evaluate(context),
        Note.None,
        ValueList.Of(Flattened().Where(static part => part is not LiteralNode<TContext>).Select(part => part.Explain(context))));

    /// <summary>The operands of a whole sum or product, so that a tree of ten terms does not open ten times.</summary>
    private IEnumerable<Node<TContext>> Flattened() => new[] { left, right }.SelectMany(static side =>
        side is OperationNode<TContext> inner ? inner.Flattened() : [side]);

    private static string Side(Node<TContext> side, TContext context, int binding) =>
        side.Binding < binding ? $"({side.Numbers(context)})" : side.Numbers(context);
}
