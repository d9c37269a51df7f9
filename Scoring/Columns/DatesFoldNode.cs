namespace Ganchao.Scoring;

/// <summary><c>days(x)</c> over records or shifts: dates with at least one figure.</summary>
internal sealed class DatesFoldNode(FoldFunction fold, FoldSetPlan plan, SeriesSlot slot, string formula)
    : FoldNode(fold, plan, slot, formula)
{
    protected override Tally Tally(Row context)
    {
        var entries = Accumulators(context).Series[slot.Index].Entries;
        return new Tally
        {
            Count = entries.Count(static entry => entry.Cells[0].Count > 0),
            Spoilt = entries.Aggregate(default(NaReasons), static (seen, entry) => seen.With(entry.Cells[0].Spoilt)),
        };
    }
}
