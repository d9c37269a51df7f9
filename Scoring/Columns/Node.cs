namespace Ganchao.Scoring;

/// <summary>
/// One checked step of a formula. <typeparamref name="TContext"/> is where its figures come from: <see cref="Group"/> on level 1,
/// <see cref="Row"/> on levels 3 and 4; so a step cannot stand on a level where it has no figures.
/// </summary>
internal abstract class Node<TContext>(ColumnType type, string formula)
{
    public ColumnType Type => type;

    /// <summary>As the rulebook writes it.</summary>
    public string Formula => formula;

    /// <summary>How tightly its numbers hold together when printed; leaves and calls hold tightest.</summary>
    public virtual int Binding => Bindings.Tightest;

    /// <summary>Total: whatever is wrong comes back as n/a with a reason.</summary>
    public abstract Result Evaluate(TContext context);

    /// <summary>The formula with the numbers put in.</summary>
    public virtual string Numbers(TContext context) => NumberText.Of(Evaluate(context), Type.Value);

    public abstract Explanation Explain(TContext context);
}

/// <summary>Binding strengths, loosest first.</summary>
internal static class Bindings
{
    public const int Tightest = 8;

    public static int Of(BinaryOperator sign) => sign switch
    {
        BinaryOperator.Or => 1,
        BinaryOperator.And => 2,
        BinaryOperator.Add or BinaryOperator.Subtract => 4,
        BinaryOperator.Multiply or BinaryOperator.Divide => 5,
        BinaryOperator.Power => 7,
        _ => 3,
    };
}
