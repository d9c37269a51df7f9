namespace Ganchao.Scoring;

/// <summary><c>attribute(name)</c>: of the product, as valid on the day of the record.</summary>
internal sealed class AttributeNode(string name, string formula)
    : Node<Group>(new ColumnType(ValueKind.Number, Occasion.Record), formula)
{
    public override Result Evaluate(Group context) => context.Attribute(name);

    public override Explanation Explain(Group context) =>
        new(ExplanationKind.Term, name, Formula, Numbers(context), Evaluate(context), Note.None, []);
}
