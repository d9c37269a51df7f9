namespace Ganchao.Scoring;

/// <summary>A fold over rows that are there one by one.</summary>
internal abstract class RowFoldNode(RowFold fold, Node<Group>[] terms, string formula)
    : Node<Row>(new ColumnType(fold.Gives, Occasion.Stage), formula)
{
    /// <summary>Rows shown in an explanation; of the others only their number.</summary>
    protected const int Shown = 62;

    protected RowFold Function => fold;

    protected Node<Group>[] Terms => terms;

    protected Result Finish(IEnumerable<(DateOnly Date, Group Group)> visited) => fold.Finish(new FoldedRows(
        [.. visited.Select(row => new FoldedRow(row.Date, [.. terms.Select(term => Quantised(term.Evaluate(row.Group)))]))]));

    protected Explanation Explain(Row context, int count, IEnumerable<Explanation> parts)
    {
        var more = count > Shown ? count - Shown : 0;
        var note = new Note(
            $"共 {NumberText.Of(count)} 行{(more > 0 ? $",另有 {NumberText.Of(more)} 行未列出" : "")}",
            $"over {NumberText.Of(count)} rows{(more > 0 ? $", {NumberText.Of(more)} more than shown" : "")}");
        return new Explanation(
            ExplanationKind.Fold, fold.Name, Formula, Numbers(context), Evaluate(context), note, ValueList.Of(parts.Take(Shown)));
    }

    private static Result Quantised(Result term) =>
        !term.IsNumber ? term
        : ExactSum.Of(term.Number) is null ? Result.Na(NaReason.Overflow)
        : Result.Of(Exact.Quantised(term.Number));
}
