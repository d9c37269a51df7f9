using System.Collections.Immutable;
using Ganchao.Scoring.Plain;

namespace Ganchao.Scoring.Jobs;

/// <summary>One of the two ways to score. Both give the same standing; that is why there are two.</summary>
/// <param name="Name">As the command line says it.</param>
/// <param name="Check">Everything that is wrong with a rulebook besides its form; empty when it may be scored with.</param>
/// <param name="Explain">One entrant's score down to the entries.</param>
public sealed record Evaluator(
    string Name,
    Func<RulebookDefinition, ImmutableArray<Diagnostic>> Check,
    Func<RulebookDefinition, ScoreMaterial, Standing> Score,
    Func<RulebookDefinition, ScoreMaterial, string, Explanation> Explain)
{
    public static readonly Evaluator Plain = new(
        "plain",
        static _ => [],
        static (rulebook, material) => PlainEvaluator.Score(
            rulebook, material.Entrants, material.Terms, material.Facts, material.Calendar, material.AsOf),
        static (rulebook, material, entrant) => PlainEvaluator.Explain(
            rulebook, material.Entrants, material.Terms, material.Facts, material.Calendar, material.AsOf, entrant));
}
