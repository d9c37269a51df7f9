namespace Ganchao.Scoring;

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
