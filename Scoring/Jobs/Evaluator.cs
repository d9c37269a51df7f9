using System.Collections.Immutable;
using Ganchao.Scoring.Plain;

namespace Ganchao.Scoring.Jobs;

/// <summary>One of the two ways to score. Both give the same standing; that is why there are two.</summary>
/// <param name="Name">As the command line says it.</param>
/// <param name="Explain">One entrant's score down to the folds (live) or to the entries (plain).</param>
public sealed record Evaluator(
    string Name,
    Func<RulebookDefinition, ScoreMaterial, Standing> Score,
    Func<RulebookDefinition, ScoreMaterial, string, Explanation> Explain)
{
    /// <summary>The recount.</summary>
    public static readonly Evaluator Plain = new(
        "plain",
        static (rulebook, material) => PlainEvaluator.Score(
            rulebook, material.Entrants, material.Terms, material.Facts, material.Calendar, material.AsOf),
        static (rulebook, material, entrant) => PlainEvaluator.Explain(
            rulebook, material.Entrants, material.Terms, material.Facts, material.Calendar, material.AsOf, entrant));

    /// <summary>The one behind the boards, fed with everything at once.</summary>
    public static readonly Evaluator Live = new(
        "live",
        static (rulebook, material) => LiveOf(rulebook, material).Evaluate(material.AsOf),
        static (rulebook, material, entrant) =>
        {
            var live = LiveOf(rulebook, material);
            live.Evaluate(material.AsOf);
            return live.Explain(entrant) ?? throw new ArgumentException($"There is no entrant '{entrant}'.", nameof(entrant));
        });

    public static readonly ImmutableArray<Evaluator> All = [Plain, Live];

    internal static LiveStanding LiveOf(RulebookDefinition definition, ScoreMaterial material)
    {
        var (rulebook, diagnostics) = CompiledRulebook.Compile(definition);
        if (rulebook is null)
        {
            throw new UncheckedRulebookException(string.Join('\n', diagnostics));
        }

        var live = new LiveStanding(rulebook);
        live.SetEntrants(material.Entrants);
        live.SetStage(material.Calendar.Figures);
        Feed(live, rulebook, material);
        return live;
    }

    /// <summary>Replaces what the standing knows of every entrant.</summary>
    internal static void Feed(LiveStanding live, CompiledRulebook rulebook, ScoreMaterial material)
    {
        var facts = material.Facts.ToLookup(static fact => fact.Entrant, StringComparer.Ordinal);
        foreach (var entrant in material.Entrants)
        {
            live.PutTerms(entrant.Id, material.Terms.GetValueOrDefault(entrant.Id, EntrantTerms.None));
            foreach (var set in rulebook.FoldSets)
            {
                live.Put(entrant.Id, set.Hash, Folded(set, facts[entrant.Id], material.Calendar.SpanOf(set.Window, entrant.Own)));
            }
        }
    }

    private static Accumulators Folded(FoldSet set, IEnumerable<Fact> facts, DateSpan? dates) =>
        dates is { } span
            ? facts.Where(fact => span.Contains(fact.Date))
                .GroupBy(static fact => fact.Sheet)
                .Select(sheet => set.Fold([.. sheet]))
                .Aggregate(set.Empty, set.Merge)
            : set.Empty;
}
