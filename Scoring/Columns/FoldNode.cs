namespace Ganchao.Scoring;

/// <summary>A fold, finished from the accumulators of its fold set.</summary>
internal abstract class FoldNode(FoldFunction fold, FoldSetPlan plan, FoldSlot slot, string formula)
    : Node<Row>(new ColumnType(fold.Gives, Occasion.Stage), formula)
{
    public override Result Evaluate(Row context) => fold.Finish(Tally(context));

    public override Explanation Explain(Row context)
    {
        var tally = Tally(context);
        var note = new Note($"共 {NumberText.Of(tally.Count)} 组", $"over {NumberText.Of(tally.Count)} groups");
        return new Explanation(ExplanationKind.Fold, fold.Name, Formula, Numbers(context), fold.Finish(tally), note, [])
        {
            Fold = new FoldReference(plan.Hash, slot.Index, fold.Name),
        };
    }

    protected Result Finish(in Tally tally) => fold.Finish(in tally);

    protected Accumulators Accumulators(Row context) => context.Accumulators(plan.Position);

    protected abstract Tally Tally(Row context);
}
