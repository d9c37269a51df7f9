namespace Ganchao.Scoring;

/// <summary>All cells of one key: a production date, or a product.</summary>
internal sealed record SeriesEntry(DateOnly Date, string Product, ValueList<SeriesCell> Cells) : IComparable<SeriesEntry>
{
    public int CompareTo(SeriesEntry? other)
    {
        var byDate = Date.CompareTo(other!.Date);
        return byDate != 0 ? byDate : string.CompareOrdinal(Product, other.Product);
    }

    public SeriesEntry With(SeriesEntry other) =>
        this with { Cells = ValueList.Of(Cells.Zip(other.Cells, static (a, b) => a.With(b))) };
}
