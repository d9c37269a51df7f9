using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>A fold, finished from the accumulators of its fold set.</summary>
internal abstract class FoldNode(FoldFunction fold, FoldSetPlan plan, FoldSlot slot, string formula)
    : Node<Row>(new ColumnType(fold.Gives, Occasion.Stage), formula)
{
    public override Result Evaluate(Row context) => fold.Finish(Tally(context));

    public override Explanation Explain(Row context)
    {
        var tally = Tally(context);
        var note = new Note($"共 {NumberText.Of(tally.Count)} 组", $"over {NumberText.Of(tally.Count)} groups");
        return new Explanation(ExplanationKind.Fold, fold.Name, Formula, Numbers(context), fold.Finish(tally), note, [])
        {
            Fold = new FoldReference(plan.Hash, slot.Index, fold.Name),
        };
    }

    protected Accumulators Accumulators(Row context) => context.Accumulators(plan.Position);

    protected abstract Tally Tally(Row context);
}

/// <summary>A fold over records or shifts: its tally is ready.</summary>
internal sealed class TallyFoldNode(FoldFunction fold, FoldSetPlan plan, TallySlot slot, string formula)
    : FoldNode(fold, plan, slot, formula)
{
    protected override Tally Tally(Row context) => Accumulators(context).Tallies[slot.Index];
}

/// <summary>A fold over days or products: each key of the series is a group.</summary>
/// <param name="inputs">The inputs whose sums the cells of an entry are, in order.</param>
internal sealed class SeriesFoldNode(
    FoldFunction fold, FoldSetPlan plan, SeriesSlot slot, Node<Group> figure, ImmutableArray<int> inputs, int positions, string formula)
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
