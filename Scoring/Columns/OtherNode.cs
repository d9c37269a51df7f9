namespace Ganchao.Scoring;

/// <summary><c>of(tag(name), x)</c>: a figure of the entrant that one's tag names.</summary>
internal sealed class OtherNode(string tag, int column, ValueKind kind, string formula)
    : Node<Row>(new ColumnType(kind, Occasion.Stage), formula)
{
    public override Result Evaluate(Row context) =>
        !context.Terms.Tags.TryGetValue(tag, out var other) ? Result.Na(NaReason.NoTag)
        : context.ColumnOf(other, column) ?? Result.Na(NaReason.NoEntrant);

    public override Explanation Explain(Row context)
    {
        var other = context.Terms.Tags.GetValueOrDefault(tag, "");
        var note = other.Length > 0 ? new Note($"取自 {other}", $"of {other}") : Note.None;
        return new Explanation(ExplanationKind.Cohort, "of", Formula, Numbers(context), Evaluate(context), note, []);
    }
}
