namespace Ganchao.Scoring;

/// <summary>Minus or not before one operand; n/a stays n/a.</summary>
internal sealed class SignNode<TContext>(Node<TContext> operand, ColumnType type, string formula)
    : Node<TContext>(type, formula)
{
    public override int Binding => Type.Value == ValueKind.Truth ? Bindings.Of(BinaryOperator.Equal)
        : Bindings.Of(BinaryOperator.Power);

    public override Result Evaluate(TContext context)
    {
        var inner = operand.Evaluate(context);
        return !inner.IsNumber ? inner : Result.Of(Type.Value == ValueKind.Truth ? 1m - inner.Number : -inner.Number);
    }

    public override string Numbers(TContext context)
    {
        var inner = operand.Binding < Bindings.Tightest ? $"({operand.Numbers(context)})" : operand.Numbers(context);
        return Type.Value == ValueKind.Truth ? $"not {inner}" : $"-{inner}";
    }

    public override Explanation Explain(TContext context) => operand.Explain(context) with
    {
        Formula = Formula,
        Numbers = Numbers(context),
        Result = Evaluate(context),
    };
}
