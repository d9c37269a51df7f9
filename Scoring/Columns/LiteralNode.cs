namespace Ganchao.Scoring;

/// <summary>A number, a truth, or a constant of the rulebook.</summary>
internal sealed class LiteralNode<TContext>(ValueKind kind, Result value, string formula)
    : Node<TContext>(new ColumnType(kind, Occasion.NotSet), formula)
{
    public Result Value => value;

    public override Result Evaluate(TContext context) => value;

    public override string Numbers(TContext context) =>
        kind == ValueKind.Text || char.IsAsciiDigit(Formula[0]) ? Formula : base.Numbers(context);

    public override Explanation Explain(TContext context) =>
        new(ExplanationKind.Term, Formula, Formula, "", value, Note.None, []);
}
