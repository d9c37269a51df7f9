namespace Ganchao.Scoring;

/// <summary>The figure of an input in a group.</summary>
internal sealed class InputNode(int input, Occasion grain, string formula)
    : Node<Group>(new ColumnType(ValueKind.Number, grain), formula)
{
    public override Result Evaluate(Group context) => context.Input(input);

    public override Explanation Explain(Group context) =>
        new(ExplanationKind.Term, Formula, Formula, Numbers(context), Evaluate(context), Note.None, []);
}
