namespace Ganchao.Scoring;

/// <summary>A figure by occasion inside a fold over its rows.</summary>
internal sealed class FigureNode(int figure, ValueKind kind, string formula)
    : Node<Group>(new ColumnType(kind, Occasion.Stage), formula)
{
    public override Result Evaluate(Group context) => context.Input(figure);

    public override Explanation Explain(Group context) =>
        new(ExplanationKind.Term, Formula, Formula, Numbers(context), Evaluate(context), Note.None, []);
}
