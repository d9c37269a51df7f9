using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// Decides where a fold is kept: a tally where its groups lie on one sheet, a series where they go across
/// sheets.
/// </summary>
internal sealed class FoldPlans(RulebookSymbols symbols, FoldText text, ImmutableArray<FoldInput> inputs)
{
    private readonly List<FoldSetPlan> _plans = [];

    public FoldNode Place(
        FoldFunction fold, Window window, Grouping grouping, Node<Group> figure, Expr expr, ImmutableArray<int> used,
            string formula)
    {
        var plan = Of(window);
        if (grouping is Grouping.Day or Grouping.Product)
        {
            return AcrossSheets(fold, plan, grouping, figure, used, formula);
        }

        var canonical = text.Of(expr);
        return fold.CountsDates
            ? new DatesFoldNode(fold, plan, plan.Series(canonical, SeriesKey.Day, grouping, [figure], used), formula)
            : new TallyFoldNode(fold, plan, plan.Tally(canonical, grouping, figure, used), formula);
    }

    /// <summary>Keeps records one by one; the slot's columns are the inputs by content, so that names do not matter.</summary>
    public (FoldSetPlan Plan, KeptSlot Slot) Keep(
        Window window, IEnumerable<int> inputs, IEnumerable<string> tags, IEnumerable<string> attributes)
    {
        var ordered = inputs.OrderBy(text.OfInput, StringComparer.Ordinal).ToImmutableArray();
        var plan = Of(window);
        var slot = plan.Kept(
            string.Join(' ', ordered.Select(text.OfInput)),
            ordered,
            [.. tags.Order(StringComparer.Ordinal)],
            [.. attributes.Order(StringComparer.Ordinal)]);
        return (plan, slot);
    }

    public ImmutableArray<FoldSet> Complete(Findings findings) => [.. _plans.Select(plan => plan.Complete(inputs, findings))];

    /// <summary>
    /// The series keeps the sums of the inputs; the expression is computed from them when the entrant is
    /// scored.
    /// </summary>
    private SeriesFoldNode AcrossSheets(
        FoldFunction fold, FoldSetPlan plan, Grouping grouping, Node<Group> figure, ImmutableArray<int> used, string formula)
    {
        var ordered = used.OrderBy(text.OfInput, StringComparer.Ordinal).ToImmutableArray();
        var canonical = string.Join(" ", ordered.Select(text.OfInput));
        var sums =
            ordered.Select(Node<Group> (input) => new InputNode(input, Occasion.Record, symbols.Definition.Inputs[input].Name));
        var by = grouping == Grouping.Day ? SeriesKey.Day : SeriesKey.Product;
        var slot = plan.Series(canonical, by, Grouping.Record, [.. sums], used);
        return new SeriesFoldNode(fold, plan, slot, figure, ordered, symbols.Definition.Inputs.Length, formula);
    }

    private FoldSetPlan Of(Window window)
    {
        if (_plans.Find(plan => plan.Window == window) is { } known)
        {
            return known;
        }

        var plan = new FoldSetPlan(window, _plans.Count);
        _plans.Add(plan);
        return plan;
    }
}
