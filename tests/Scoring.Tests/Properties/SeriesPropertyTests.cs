using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Properties;

/// <summary>Generated competitions of several stages with a rulebook over their results, by both evaluators.</summary>
public sealed class SeriesPropertyTests
{
    private const int Cases = 300;

    [Fact]
    public void The_live_series_is_that_of_the_recount_and_so_is_every_stage() => SeriesGen.Case.Check(
        Cases,
        static sample => Scored(sample, static (definition, stages) =>
        {
            var plain = SeriesGen.Run(Evaluator.Plain, definition, stages);
            var live = SeriesGen.Run(Evaluator.Live, definition, stages);

            foreach (var (recount, kept) in plain.Zip(live))
            {
                TwoEvaluatorsTests.AssertSame(recount.Standing, kept.Standing);
            }

            TwoEvaluatorsTests.AssertSame(
                Evaluator.Plain.Score(definition.Series!, SeriesMaterial.Of(definition, plain)),
                Evaluator.Live.Score(definition.Series!, SeriesMaterial.Of(definition, live)));
        }),
        static sample => sample.Rulebook);

    [Fact]
    public void A_series_kept_up_stage_by_stage_is_the_one_from_scratch() => SeriesGen.Case.Check(
        Cases,
        static sample => Scored(sample, static (definition, stages) =>
        {
            var runs = SeriesGen.Run(Evaluator.Live, definition, stages);
            var series = CompiledRulebook.Compile(definition.Series!).Rulebook!;
            var first = SeriesMaterial.Of(definition, runs.GetRange(0, 1));
            var kept = Evaluator.LiveOf(definition.Series!, first);
            kept.Evaluate(first.AsOf);

            for (var stage = 2; stage <= runs.Count; stage++)
            {
                var material = SeriesMaterial.Of(definition, runs.GetRange(0, stage));
                kept.SetStage(material.Calendar.Figures);
                Evaluator.Feed(kept, series, material);
                TwoEvaluatorsTests.AssertSame(Evaluator.Live.Score(definition.Series!, material), kept.Evaluate(material.AsOf));
            }
        }),
        static sample => sample.Rulebook);

    /// <summary>False when a check refuses one of the two rulebooks, mostly since it would need too much memory live.</summary>
    private static bool Scored(
        (string Rulebook, ScoreMaterial[] Stages) sample, Action<RulebookDefinition, ScoreMaterial[]> check)
    {
        if (RulebookReader.Read(sample.Rulebook).Definition is not { } definition
            || CompiledRulebook.Compile(definition).Rulebook is null)
        {
            return false;
        }

        check(definition, sample.Stages);
        return true;
    }
}
