using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>A place in the accumulators. Its index is known when all folds of the window are.</summary>
internal abstract class FoldSlot(string canonical)
{
    /// <summary>Content in one spelling: equal content shares a slot, and the fold set's hash covers it.</summary>
    public string Canonical => canonical;

    public int Index { get; set; }
}

/// <summary>A column whose groups lie on one sheet each: one tally is enough.</summary>
internal sealed class TallySlot(string canonical, Grouping grouping, Node<Group> figure, ImmutableArray<int> inputs)
    : FoldSlot(canonical)
{
    public Tally Fold(Tally tally, SheetRecord record) =>
        record.HasAny(inputs) ? tally.With(figure.Evaluate(record.Figures), record.KeyOf(inputs)) : tally;

    public Grouping Grouping => grouping;
}

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
