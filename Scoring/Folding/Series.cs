namespace Ganchao.Scoring;

/// <summary>What groups are keyed by when their facts stand on several sheets.</summary>
internal enum SeriesKey
{
    NotSet = 0,
    Day = 1,
    Product = 2,
}

/// <summary>One figure of one key: an exact sum over records.</summary>
internal readonly record struct SeriesCell(int Count, ExactSum Sum, NaReasons Spoilt)
{
    public const int Bytes = 32;

    public SeriesCell With(Result figure)
    {
        if (!figure.IsNumber)
        {
            return figure.Reason == NaReason.Missing ? this : this with { Spoilt = Spoilt.With(figure.Reason) };
        }

        return ExactSum.Of(figure.Number) is { } sum
            ? With(new SeriesCell(1, sum, default))
            : this with { Spoilt = Spoilt.With(NaReason.Overflow) };
    }

    public SeriesCell With(SeriesCell other) =>
        new(Count + other.Count, Sum + other.Sum, Spoilt.With(other.Spoilt));

    public Result ToResult() =>
        Spoilt.First != NaReason.None ? Result.Na(Spoilt.First)
        : Count == 0 ? Result.Na(NaReason.Missing)
        : Sum.ToResult();
}

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

/// <summary>Entries by key, ascending.</summary>
internal sealed record Series(ValueList<SeriesEntry> Entries)
{
    public static readonly Series Empty = new(ValueList<SeriesEntry>.Empty);

    public static Series Of(IEnumerable<SeriesEntry> entries) => new(ValueList.Of(
        entries.GroupBy(static entry => (entry.Date, entry.Product))
            .Select(static same => same.Aggregate(static (a, b) => a.With(b)))
            .Order()));

    public Series With(Series other) =>
        other.Entries.Count == 0 ? this
        : Entries.Count == 0 ? other
        : Of(Entries.Concat(other.Entries));
}
