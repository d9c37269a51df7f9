namespace Ganchao.Scoring;

/// <summary><c>carried(name)</c>: what the stage before left, n/a or not; before the first, the start.</summary>
/// <param name="start">Column of the start; null: there is none.</param>
internal sealed class CarriedNode(string name, int? start, string formula)
    : Node<Row>(new ColumnType(ValueKind.Number, Occasion.Series), formula)
{
    public override Result Evaluate(Row context) => context.Terms.Carried.TryGetValue(name, out var stored) ? stored
        : start is { } column ? context.Column(column)
        : Result.Na(NaReason.NoHistory);

    public override Explanation Explain(Row context)
    {
        var note = context.Terms.Carried.ContainsKey(name)
            ? new Note("上一阶段留存", "left by the stage before")
            : new Note("起始值", "at the start");
        return new Explanation(ExplanationKind.Term, name, Formula, Numbers(context), Evaluate(context), note, []);
    }
}
