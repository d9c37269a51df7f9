namespace Ganchao.Scoring.Plain;

/// <summary>
/// The recount: scores from raw facts by walking the formulas as they are written, each time from nothing. It shares the
/// parser and the definitions with the live evaluator and nothing else, so that the two can be held against each other.
/// </summary>
/// <remarks>A rulebook must have been checked; what a check would refuse is an
/// <see cref="UncheckedRulebookException"/> here.</remarks>
public static class PlainEvaluator
{
    /// <param name="terms">By entrant id; who is not in it has none.</param>
    /// <param name="facts">In any order; those of entrants not in the list are left aside.</param>
    public static Standing Score(
        RulebookDefinition rulebook,
        IReadOnlyList<Entrant> entrants,
        IReadOnlyDictionary<string, EntrantTerms> terms,
        IReadOnlyList<Fact> facts,
        StageCalendar calendar,
        DateOnly asOf) => DeepStack.Run(() =>
    {
        var recount = Open(rulebook, entrants, terms, facts, calendar, asOf);
        var awards = new Awards(recount, Places.Given(recount.Entrants.Select(recount.Row), recount.Rulebook.Ranking));
        return new Standing(rulebook.Hash, asOf, StandingRows.Of(awards.Given()))
        {
            Accounts = ValueList.Of(awards.Balances()),
        };
    });

    /// <summary>One entrant's line of the same standing, opened down to the entries.</summary>
    public static Explanation Explain(
        RulebookDefinition rulebook,
        IReadOnlyList<Entrant> entrants,
        IReadOnlyDictionary<string, EntrantTerms> terms,
        IReadOnlyList<Fact> facts,
        StageCalendar calendar,
        DateOnly asOf,
        string entrant) => DeepStack.Run(() =>
    {
        var recount = Open(rulebook, entrants, terms, facts, calendar, asOf);
        var awards = rulebook.Awards.IsEmpty
            ? ValueList<AwardFinding>.Empty
            : new Awards(recount, Places.Given(recount.Entrants.Select(recount.Row), recount.Rulebook.Ranking)).Given()
                .Single(row => row.Entrant == entrant).Awards;
        return new RowExplainer(recount, recount.Entrants.Single(scored => scored.Id == entrant)).Row(awards);
    });

    /// <summary>How stage results make one: n/a if any is (the first reason) or none is given (Missing).</summary>
    /// <param name="results">By stage, so that each keeps its weight; null where the entrant was in no such stage.</param>
    public static Result Roll(StagesDefinition stages, IReadOnlyList<Result?> results)
    {
        ArgumentNullException.ThrowIfNull(stages);
        var totals = results.OfType<Result>().ToList();
        var na = Numbers.FirstNa([.. totals]);
        if (totals.Count == 0 || !na.IsNumber)
        {
            return totals.Count == 0 ? Result.Na(NaReason.Missing) : na;
        }

        if (stages.Roll == StageRollKind.Weighted && results.Count > stages.Weights.Length)
        {
            return Result.Na(NaReason.OutOfDomain);
        }

        var counted = stages.Roll switch
        {
            StageRollKind.Best => totals.OrderByDescending(static total => total.Number).Take(stages.Best),
            StageRollKind.Last => totals.TakeLast(1),
            StageRollKind.Weighted => results.Zip(stages.Weights)
                .Where(static stage => stage.First is not null)
                .Select(static stage => Numbers.Multiply(stage.First!.Value, Result.Of(stage.Second))),
            _ => totals,
        };
        var sum = counted.Aggregate(Result.Zero, static (sum, total) => Numbers.Add(sum, total));
        var result = stages.Roll == StageRollKind.Mean ? Numbers.Divide(sum, Result.Of(totals.Count)) : sum;
        return Numbers.Rounded(result, stages.Decimals, stages.Rounding);
    }

    private static Recount Open(
        RulebookDefinition rulebook,
        IReadOnlyList<Entrant> entrants,
        IReadOnlyDictionary<string, EntrantTerms> terms,
        IReadOnlyList<Fact> facts,
        StageCalendar calendar,
        DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        return new Recount(rulebook, Scored.From(entrants, terms, facts), calendar, asOf);
    }
}
