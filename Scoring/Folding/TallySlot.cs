using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>A column whose groups lie on one sheet each: one tally is enough.</summary>
internal sealed class TallySlot(string canonical, Grouping grouping, Node<Group> figure, ImmutableArray<int> inputs)
    : FoldSlot(canonical)
{
    public Tally Fold(Tally tally, SheetRecord record) =>
        record.HasAny(inputs) ? tally.With(figure.Evaluate(record.Figures), record.KeyOf(inputs)) : tally;

    public Grouping Grouping => grouping;
}
