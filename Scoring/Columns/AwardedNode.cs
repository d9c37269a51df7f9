namespace Ganchao.Scoring;

/// <summary>
/// <c>award(id)</c>: whether the entrant has an entry of another award, on hold or not; n/a while that is undecided.
/// </summary>
internal sealed class AwardedNode(string id, string formula)
    : Node<Row>(new ColumnType(ValueKind.Truth, Occasion.Stage), formula)
{
    public override Result Evaluate(Row context) => context.Awarded(id) switch
    {
        null => Result.Of(false),
        { Undecided: not NaReason.None and var reason } => Result.Na(reason),
        _ => Result.Of(true),
    };

    public override Explanation Explain(Row context) =>
        new(ExplanationKind.Term, id, Formula, Numbers(context), Evaluate(context), Note.None, []);
}
