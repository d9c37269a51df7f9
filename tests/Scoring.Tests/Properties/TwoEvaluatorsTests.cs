using System.Globalization;
using System.Text;
using CsCheck;
using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Properties;

/// <summary>Generated rulebooks over generated facts, scored by both evaluators.</summary>
public sealed class TwoEvaluatorsTests
{
    private const int ManyCases = 1500;
    private const int SomeCases = 300;

    private static readonly Gen<(string Rulebook, ScoreMaterial Material)> Case =
        Gen.Select(RuleGen.Rulebook, MaterialGen.Material);

    private static readonly Gen<(string Rulebook, ScoreMaterial Material)> FigureCase =
        Gen.Select(FigureGen.Rulebook, MaterialGen.Material);

    [Fact]
    public void The_live_standing_is_the_recount() => Case.Check(
        ManyCases,
        static sample => Scored(sample, static (rulebook, material) =>
            AssertSame(Evaluator.Plain.Score(rulebook, material), Evaluator.Live.Score(rulebook, material))),
        Printed);

    [Fact]
    public void The_live_figures_by_occasion_are_those_of_the_recount() => FigureCase.Check(
        SomeCases,
        static sample => Scored(sample, static (rulebook, material) =>
            AssertSame(Evaluator.Plain.Score(rulebook, material), Evaluator.Live.Score(rulebook, material))),
        Printed);

    [Fact]
    public void A_corrected_figure_by_occasion_equals_one_that_was_right() => Gen.Select(FigureCase, MaterialGen.Facts).Check(
        SomeCases,
        static sample => Corrected(sample.Item1, sample.Item2),
        static sample => Printed(sample.Item1));

    [Fact]
    public void Order_of_arrival_never_changes_a_standing() => Case.Check(
        SomeCases,
        static sample => Scored(sample, static (rulebook, material) =>
        {
            var other = material with { Facts = [.. material.Facts.Reverse()], Entrants = [.. material.Entrants.Reverse()] };
            foreach (var evaluator in Evaluator.All)
            {
                AssertSame(evaluator.Score(rulebook, material), evaluator.Score(rulebook, other));
            }
        }),
        Printed);

    [Fact]
    public void Scoring_twice_is_scoring_once() => Case.Check(
        SomeCases,
        static sample => Scored(sample, static (rulebook, material) =>
        {
            var live = Evaluator.LiveOf(rulebook, material);
            AssertSame(live.Evaluate(material.AsOf), live.Evaluate(material.AsOf));
            AssertSame(Evaluator.Plain.Score(rulebook, material), Evaluator.Plain.Score(rulebook, material));
        }),
        Printed);

    [Fact]
    public void A_correction_equals_having_entered_it_right() => Gen.Select(Case, MaterialGen.Facts).Check(
        SomeCases,
        static sample => Corrected(sample.Item1, sample.Item2),
        static sample => Printed(sample.Item1));

    [Fact]
    public void What_was_not_entered_never_becomes_a_number() => Gen.Select(RuleGen.Strict, MaterialGen.Material).Check(
        SomeCases,
        static sample => Scored((RuleGen.Of(sample.Item1), sample.Item2), static (rulebook, material) =>
        {
            var nothing = material with { Facts = [.. material.Facts.Where(static fact => fact.Entrant != "A")] };
            foreach (var evaluator in Evaluator.All)
            {
                var row = evaluator.Score(rulebook, nothing).Rows.Single(static row => row.Entrant == "A");

                Assert.False(row.Indicators[0].Value.IsNumber);
                Assert.False(row.Total.IsNumber);
                Assert.Null(row.Place);
            }
        }),
        static sample => sample.Item1);

    [Fact]
    public void A_pool_is_paid_out_whole_or_says_of_everybody_why_not() => Case.Check(
        SomeCases,
        static sample => Scored(sample, static (rulebook, material) =>
        {
            var pool = rulebook.Awards.Single(static award => award.Id == "pool");
            string PartOf(StandingRow row) => (rulebook.Ranking.DivisionsApart ? row.Division : "")
                + "/" + (pool.Per.Length > 0 ? material.Terms[row.Entrant].Tags.GetValueOrDefault(pool.Per) : "");

            var fields = Evaluator.Live.Score(rulebook, material).Rows
                .GroupBy(PartOf)
                .Select(static field =>
                    field.SelectMany(static row => row.Awards).Where(static award => award.Id == "pool").ToList());
            foreach (var shares in fields.Where(static shares => shares.Count > 0))
            {
                Assert.True(
                    shares.TrueForAll(static share => share.Money is null && share.Undecided != NaReason.None)
                    || pool.Pool!.Root is not NumberExpr { Value: var whole }
                    || shares.Sum(static share => share.Money!.Value) == whole);
            }
        }),
        Printed);

    [Fact]
    public void Every_score_can_be_explained_to_what_it_is() => Case.Check(
        SomeCases,
        static sample => Scored(sample, static (rulebook, material) =>
        {
            foreach (var row in Evaluator.Plain.Score(rulebook, material).Rows)
            {
                var explanation = Evaluator.Plain.Explain(rulebook, material, row.Entrant);

                Assert.Equal(row.Total, explanation.Result);
                var indicators =
                    All(explanation).Where(static step => step.Kind == ExplanationKind.Points && step.Parts.Count > 0)
                    .ToDictionary(static step => step.Subject, static step => step.Result);
                Assert.All(row.Indicators, score => Assert.Equal(score.Points, indicators[score.Id]));
                var grade = explanation.Parts.Single(static step => step.Kind == ExplanationKind.Grade);
                Assert.Equal((row.GradeGiven.Id, row.GradeGiven.Undecided), (grade.Subject, grade.Result.Reason));
                foreach (var award in row.Awards)
                {
                    var step = explanation.Parts.Single(part => part.Kind == ExplanationKind.Award && part.Subject == award.Id);
                    var number = award.Money ?? (award.Undecided == NaReason.None ? 1m : 0m);
                    Assert.Equal((number, award.Undecided), (step.Result.Number, step.Result.Reason));
                }

                var entries = material.Facts.Where(fact => fact.Entrant == row.Entrant).Select(static fact => fact.Entry);
                Assert.Subset(entries.ToHashSet(), All(explanation).SelectMany(static step => step.Entries).ToHashSet());
            }
        }),
        Printed);

    private static bool Corrected((string Rulebook, ScoreMaterial Material) sample, IReadOnlyList<Fact> before) =>
        Scored(sample, (rulebook, material) =>
        {
            var live = Evaluator.LiveOf(rulebook, material with { Facts = before });
            live.Evaluate(material.AsOf.AddDays(-1));

            Evaluator.Feed(live, CompiledRulebook.Compile(rulebook).Rulebook!, material);

            AssertSame(Evaluator.Plain.Score(rulebook, material), live.Evaluate(material.AsOf));
        });

    private static IEnumerable<Explanation> All(Explanation step) => step.Parts.SelectMany(All).Prepend(step);

    /// <summary>False when a check refuses the rulebook, mostly since it would need too much memory live.</summary>
    internal static bool Scored((string Rulebook, ScoreMaterial Material) sample, Action<RulebookDefinition, ScoreMaterial> check)
    {
        var definition = RulebookReader.Read(sample.Rulebook).Definition;
        if (definition is null || CompiledRulebook.Compile(definition).Rulebook is null)
        {
            return false;
        }

        check(definition, sample.Material);
        return true;
    }

    internal static void AssertSame(Standing expected, Standing actual)
    {
        if (!expected.Equals(actual))
        {
            Assert.Equal(Text(expected), Text(actual));
            Assert.Equal(expected, actual);
        }
    }

    internal static string Text(Standing standing)
    {
        var text = new MemoryStream();
        StandingJson.Write(standing, text);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    internal static string Printed((string Rulebook, ScoreMaterial Material) sample)
    {
        var text = new StringBuilder(sample.Rulebook);
        foreach (var fact in sample.Material.Facts)
        {
            var (tags, time) = (string.Join(',', fact.Tags.Values), fact.ObservedAt);
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"{fact.Entrant} {fact.Date:O}/{fact.ShiftOrder} {fact.Measure} {fact.Product}/{fact.Record} = " +
                $"{fact.Value} {tags} {time:t}");
        }

        return text.ToString();
    }
}
