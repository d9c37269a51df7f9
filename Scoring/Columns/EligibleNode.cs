using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary><c>eligible</c>: whether all eligibility rules hold. One no decides; else the first n/a leaves it open.</summary>
internal sealed class EligibleNode(ImmutableArray<int> rules)
    : Node<Row>(new ColumnType(ValueKind.Truth, Occasion.Stage), "eligible")
{
    public override Result Evaluate(Row context) =>
        rules.Aggregate(Result.Of(true), (all, rule) => Operation.Apply(BinaryOperator.And, all, context.Column(rule)));

    public override Explanation Explain(Row context) =>
        new(ExplanationKind.Eligibility, "eligible", Formula, "", Evaluate(context), Note.None, []);
}
