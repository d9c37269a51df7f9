namespace Ganchao.Scoring.Plain;

/// <summary>One group of a fold that took part, with what the expression amounts to in it.</summary>
/// <param name="Latest">Of the facts of the inputs written in the fold, the last to occur.</param>
internal sealed record FoldedGroup(Result Result, OccurrenceKey Latest, IReadOnlyList<Fact> Facts)
{
    public DateOnly Date => Latest.Date;
}

/// <param name="Groups">In order of occurrence; without those that were skipped.</param>
/// <param name="Skipped">Groups in which there is no figure.</param>
internal sealed record FoldOutcome(Result Result, IReadOnlyList<FoldedGroup> Groups, int Skipped);

/// <summary>Folds of an entrant's facts, group by group, from nothing each time (section 5 of the language).</summary>
internal sealed class Folds(Inputs inputs, StageCalendar calendar)
{
    /// <summary>Many formulas ask for the same fold; equal texts are equal folds.</summary>
    private readonly Dictionary<(string Entrant, string Fold), FoldOutcome> _known = [];

    public FoldOutcome Run(CallExpr fold, Scored entrant)
    {
        var key = (entrant.Id, ExprText.Of(fold));
        if (!_known.TryGetValue(key, out var outcome))
        {
            _known[key] = outcome = Folded(fold, entrant);
        }

        return outcome;
    }

    private FoldOutcome Folded(CallExpr fold, Scored entrant)
    {
        if (fold.Arguments is not [var expr])
        {
            throw new UncheckedRulebookException($"'{fold.Name}' folds one expression.");
        }

        var entered = inputs.WrittenIn(expr).SelectMany(inputs.EnteredBehind).Distinct().ToList();
        var groups = new List<FoldedGroup>();
        var skipped = 0;
        foreach (var group in GroupsOf(FactsInWindow(entrant, entered), Groupings.Of(expr)))
        {
            var figures = group.Where(fact => entered.Exists(input => Inputs.Belongs(fact, input))).ToList();
            if (figures.Count == 0)
            {
                continue;
            }

            var result = Numbers.Quantised(Formulas.Evaluate(expr, SurroundingsOf(group, Groupings.Of(expr))));
            if (result.Reason == NaReason.Missing)
            {
                skipped++;
            }
            else
            {
                groups.Add(new FoldedGroup(result, LastOf(figures, Groupings.Of(expr)), figures));
            }
        }

        var inOrder = groups.OrderBy(static group => group.Latest).ToList();
        return new FoldOutcome(Folded(fold.Name, inOrder), inOrder, skipped);
    }

    private static Result Folded(string fold, List<FoldedGroup> groups)
    {
        var reasons = groups.Where(static group => !group.Result.IsNumber).Select(static group => group.Result.Reason).ToList();
        if (reasons.Count > 0)
        {
            return Result.Na(reasons.Min());
        }

        var numbers = groups.Select(static group => group.Result.Number).ToList();
        switch (fold)
        {
            case "count":
                return Result.Of(numbers.Count);
            case "countIf":
                return Result.Of(numbers.Count(static truth => truth == 1m));
            case "days":
                return Result.Of(groups.Select(static group => group.Date).Distinct().Count());
        }

        if (groups.Count == 0)
        {
            return Result.Na(NaReason.Missing);
        }

        return fold switch
        {
            "sum" => Numbers.ExactSum(numbers),
            "mean" => Numbers.Divide(Numbers.ExactSum(numbers), Result.Of(numbers.Count)),
            "min" => Result.Of(numbers.Min()),
            "max" => Result.Of(numbers.Max()),
            "last" =>
                Result.Of(groups.Where(group => group.Latest == groups[^1].Latest).Max(static group => group.Result.Number)),
            "firstDate" => Result.Of(groups.Min(static group => group.Date).DayNumber),
            "lastDate" => Result.Of(groups.Max(static group => group.Date).DayNumber),
            _ => throw new UncheckedRulebookException($"'{fold}' is no fold."),
        };
    }

    /// <summary>Of a day it is the date: no shift of it is later than another.</summary>
    private static OccurrenceKey LastOf(List<Fact> figures, Grouping grouping)
    {
        var last = figures.Max(OccurrenceKey.Of);
        return grouping == Grouping.Day ? new OccurrenceKey(last.Date, 0, null, Guid.Empty) : last;
    }

    private List<Fact> FactsInWindow(Scored entrant, List<InputDefinition> entered)
    {
        var windows = entered.Select(static input => input.Window).Distinct().ToList();
        if (windows is not [var window])
        {
            throw new UncheckedRulebookException("A fold needs inputs, all of one window.");
        }

        return calendar.SpanOf(window, entrant.Entrant.Own) is { } span
            ? [.. entrant.Facts.Where(fact => span.Contains(fact.Date))]
            : [];
    }

    private ISurroundings SurroundingsOf(List<Fact> group, Grouping grouping)
    {
        if (grouping == Grouping.Record)
        {
            return new Record(group, inputs);
        }

        var records = GroupsOf(group, Grouping.Record).Select(facts => new Record(facts, inputs));
        return new RecordsTogether([.. records], inputs);
    }

    private static IEnumerable<List<Fact>> GroupsOf(IEnumerable<Fact> facts, Grouping grouping) =>
        facts.GroupBy(fact => GroupKey.Of(fact, grouping)).Select(static group => group.ToList());
}
