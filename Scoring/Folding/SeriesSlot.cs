using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Columns whose groups go across sheets: sums by key, kept until the entrant is scored.</summary>
internal sealed class SeriesSlot(
    string canonical, SeriesKey key, Grouping grouping, ImmutableArray<Node<Group>> figures, ImmutableArray<int> inputs)
    : FoldSlot(canonical)
{
    /// <summary>Records or shifts: what is added up under a key.</summary>
    public Grouping Grouping => grouping;

    public SeriesKey Key => key;

    public int Columns => figures.Length;

    public Series Fold(IEnumerable<SheetRecord> records) => Series.Of(records
        .Where(record => record.HasAny(inputs))
        .Select(record => new SeriesEntry(
            key == SeriesKey.Day ? record.Date : default,
            key == SeriesKey.Product ? record.Product : "",
            ValueList.Of(figures.Select(figure => default(SeriesCell).With(figure.Evaluate(record.Figures)))))));
}
