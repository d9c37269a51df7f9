namespace Ganchao.Scoring;

/// <summary>A fold of tallies over rows that are there one by one.</summary>
internal sealed class FoldOfRows(FoldFunction fold) : RowFold(fold.Name, new Parameter(fold.Takes))
{
    public override ValueKind Gives => fold.Gives;

    public override bool NeedsOrder => fold.NeedsOrder;

    public override Result Finish(FoldedRows rows)
    {
        var tally = default(Tally);
        var dates = new HashSet<DateOnly>();
        for (var i = 0; i < rows.Count; i++)
        {
            tally = tally.With(rows[i].Terms[0], new OccurrenceKey(rows[i].Date, i, null, Guid.Empty));
            if (fold.CountsDates && rows[i].Terms[0].IsNumber)
            {
                dates.Add(rows[i].Date);
            }
        }

        return fold.Finish(fold.CountsDates ? tally with { Count = dates.Count } : tally);
    }
}
