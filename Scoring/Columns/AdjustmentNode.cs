namespace Ganchao.Scoring;

/// <summary>
/// <c>adjustment(name)</c>: what the committee recorded for the entrant, inside the range that the rulebook states.
/// </summary>
/// <param name="from">Column of the least amount.</param>
/// <param name="to">Column of the greatest amount.</param>
internal sealed class AdjustmentNode(string name, int from, int to, string formula)
    : Node<Row>(new ColumnType(ValueKind.Number, Occasion.Stage), formula)
{
    public override Result Evaluate(Row context)
    {
        if (!context.Terms.Adjustments.TryGetValue(name, out var recorded))
        {
            return Result.Na(NaReason.NotDecided);
        }

        var (least, greatest) = (context.Column(from), context.Column(to));
        if (!least.IsNumber || !greatest.IsNumber)
        {
            return least.IsNumber ? greatest : least;
        }

        var amount = Exact.Compared(recorded.Amount);
        return amount < Exact.Compared(least.Number) || amount > Exact.Compared(greatest.Number)
            ? Result.Na(NaReason.OutOfDomain)
            : Result.Of(recorded.Amount);
    }

    public override Explanation Explain(Row context)
    {
        var (least, greatest) =
            (NumberText.Of(context.Column(from), ValueKind.Number), NumberText.Of(context.Column(to), ValueKind.Number));
        var why = context.Terms.Adjustments.TryGetValue(name, out var recorded) ? recorded.Reason : "";
        return new Explanation(
            ExplanationKind.Term,
            name,
            Formula,
            Numbers(context),
            Evaluate(context),
            new Note($"范围 {least} 至 {greatest}{(why.Length > 0 ? $";理由:{why}" : "")}",
                $"between {least} and {greatest}{(why.Length > 0 ? $"; reason: {why}" : "")}"),
            []);
    }
}
