namespace Ganchao.Scoring;

/// <summary>What names a row of a figure within an entrant; what its <c>per</c> does not look at stays empty.</summary>
/// <param name="Date">Of the record, shift or day; the first of the week or month; otherwise default.</param>
/// <param name="Record">With <c>per: record</c> only.</param>
internal readonly record struct FigureKey(DateOnly Date, int ShiftOrder, string Text, RecordName? Record);

/// <summary>One row of a figure by occasion.</summary>
/// <param name="Order">Where it stands in time; default where rows stand by key.</param>
/// <param name="Records">In order of occurrence, at least one.</param>
internal sealed record FigureRow(FigureKey Key, OccurrenceKey Order, IReadOnlyList<KeptRecord> Records)
{
    /// <summary>Rows of different figures with one key: the later order counts.</summary>
    public static int Compare(FigureKey x, OccurrenceKey xOrder, FigureKey y, OccurrenceKey yOrder)
    {
        var order = xOrder.CompareTo(yOrder);
        order = order != 0 ? order : string.CompareOrdinal(x.Text, y.Text);
        return order != 0 || x.Record is null ? order : x.Record.CompareTo(y.Record);
    }
}
