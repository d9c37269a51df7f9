namespace Ganchao.Scoring;

/// <summary>A fold over records or shifts: its tally is ready.</summary>
internal sealed class TallyFoldNode(FoldFunction fold, FoldSetPlan plan, TallySlot slot, string formula)
    : FoldNode(fold, plan, slot, formula)
{
    public override Result Evaluate(Row context) => Finish(in Accumulators(context).Tallies.At(slot.Index));

    protected override Tally Tally(Row context) => Accumulators(context).Tallies[slot.Index];
}
