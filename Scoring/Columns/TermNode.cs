namespace Ganchao.Scoring;

/// <summary>
/// Something known of the entrant besides its figures: a plan, a baseline, a coefficient, or the date of
/// scoring.
/// </summary>
internal sealed class TermNode(string subject, ValueKind kind, bool isDated, Func<Row, Result> read, string formula)
    : Node<Row>(new ColumnType(kind, Occasion.Stage), formula)
{
    /// <summary>Whether it changes with the date of scoring alone.</summary>
    public bool IsDated => isDated;

    public override Result Evaluate(Row context) => read(context);

    public override Explanation Explain(Row context) =>
        new(ExplanationKind.Term, subject, Formula, Numbers(context), Evaluate(context), Note.None, []);
}
