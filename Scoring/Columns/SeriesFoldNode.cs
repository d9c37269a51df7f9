using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>A fold over days or products: each key of the series is a group.</summary>
/// <param name="inputs">The inputs whose sums the cells of an entry are, in order.</param>
internal sealed class SeriesFoldNode(
    FoldFunction fold, FoldSetPlan plan, SeriesSlot slot, Node<Group> figure, ImmutableArray<int> inputs, int positions,
        string formula)
    : FoldNode(fold, plan, slot, formula)
{
    protected override Tally Tally(Row context)
    {
        var tally = default(Tally);
        foreach (var entry in Accumulators(context).Series[slot.Index].Entries)
        {
            tally = tally.With(figure.Evaluate(GroupOf(entry)), new OccurrenceKey(entry.Date, 0, null, Guid.Empty));
        }

        return tally;
    }

    private Group GroupOf(SeriesEntry entry)
    {
        var group = new Group(new Result?[positions], []);
        for (var i = 0; i < inputs.Length; i++)
        {
            group.Set(inputs[i], entry.Cells[i].ToResult());
        }

        return group;
    }
}
