namespace Ganchao.Scoring;

/// <summary>Another column of the same row. An explanation names it; it opens in its own place.</summary>
internal sealed class ColumnNode(int column, string subject, ColumnType type, string formula) : Node<Row>(type, formula)
{
    public int Position => column;

    public override Result Evaluate(Row context) => context.Column(column);

    public override Explanation Explain(Row context) =>
        new(ExplanationKind.Term, subject, Formula, Numbers(context), Evaluate(context), Note.None, []);
}
