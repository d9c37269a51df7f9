using CsCheck;
using Ganchao.Scoring.Jobs;
using static Ganchao.Scoring.Tests.Properties.TwoEvaluatorsTests;

namespace Ganchao.Scoring.Tests.Properties;

/// <summary>What workers may rely on: the order of arrival and repetition change nothing; more is not less.</summary>
public sealed class StandingPropertyTests
{
    private const int SomeCases = 300;

    private static readonly Gen<(string Rulebook, ScoreMaterial Material)> Case =
        Gen.Select(RuleGen.Rulebook, MaterialGen.Material);

    /// <summary>A figure for each of three teams on each of three days, none negative.</summary>
    private static readonly Gen<int[]> Output = Gen.Int[0, 40].Array[9];

    [Fact]
    public void Figures_that_arrive_late_and_in_any_order_leave_the_standing_that_all_at_once_make() =>
        Gen.Select(Case, Gen.Int[0, int.MaxValue]).Check(
            SomeCases,
            static sample => Scored(sample.Item1, (rulebook, material) =>
            {
                var shuffled = Shuffled(material.Facts, sample.Item2);
                var compiled = CompiledRulebook.Compile(rulebook).Rulebook!;
                var live = Evaluator.LiveOf(rulebook, material with { Facts = [] });
                for (var part = 0; part <= 3; part++)
                {
                    Evaluator.Feed(live, compiled, material with { Facts = [.. shuffled.Take(shuffled.Length * part / 3)] });
                    live.Evaluate(material.AsOf);
                }

                AssertSame(Evaluator.Plain.Score(rulebook, material), live.Evaluate(material.AsOf));
                AssertSame(live.Evaluate(material.AsOf), Evaluator.Plain.Score(rulebook, material with { Facts = shuffled }));
            }),
            static sample => Printed(sample.Item1));

    [Fact]
    public void Figures_and_entrants_that_are_taken_back_leave_no_trace() => Gen.Select(Case, Gen.Int[0, int.MaxValue]).Check(
        SomeCases,
        static sample => Scored(sample.Item1, (rulebook, material) =>
        {
            var left = material with
            {
                Facts = [.. Shuffled(material.Facts, sample.Item2).Take(material.Facts.Count / 2)],
                Entrants = [.. Shuffled(material.Entrants, sample.Item2).Take(3)],
            };
            var (compiled, live) = (CompiledRulebook.Compile(rulebook).Rulebook!, Evaluator.LiveOf(rulebook, material));
            live.Evaluate(material.AsOf);

            live.SetEntrants(left.Entrants);
            live.Evaluate(material.AsOf);
            Evaluator.Feed(live, compiled, left);
            AssertSame(Evaluator.Plain.Score(rulebook, left), live.Evaluate(material.AsOf));

            live.SetEntrants(material.Entrants);
            Evaluator.Feed(live, compiled, material);
            AssertSame(Evaluator.Plain.Score(rulebook, material), live.Evaluate(material.AsOf));
        }),
        static sample => Printed(sample.Item1));

    [Fact]
    public void A_standing_is_the_same_to_the_byte_however_often_it_is_scored() => Case.Check(
        SomeCases,
        static sample => Scored(sample, static (rulebook, material) =>
        {
            var once = Text(Evaluator.Plain.Score(rulebook, material));
            var again = RulebookReader.Read(rulebook.Text).Definition!;

            Assert.Equal(once, Text(Evaluator.Plain.Score(again, material)));
            Assert.Equal(once, Text(Evaluator.Live.Score(rulebook, material)));
            Assert.Equal(once, Text(Evaluator.Live.Score(again, material)));
        }),
        Printed);

    [Fact]
    public void More_of_what_is_better_never_gives_fewer_points_of_ones_own() =>
        Gen.Select(MonotoneGen.Points, Output, Gen.Int[0, 8], Gen.Int[1, 30]).Check(
            800,
            static sample =>
            {
                var (points, output, raised, by) = sample;
                var material = Month(output);
                var better = Month([.. output.Select((figure, i) => i == raised ? figure + by : figure)]);
                var areNumbers = false;
                return Scored((MonotoneGen.Rulebook(points), material), (rulebook, _) =>
                {
                    var (before, after) = (PointsOf(rulebook, material, raised % 3), PointsOf(rulebook, better, raised % 3));
                    areNumbers = before.IsNumber && after.IsNumber;

                    Assert.True(
                        !areNumbers || Exact.Compared(after.Number) >= Exact.Compared(before.Number),
                        $"{before} fell to {after}");
                }) && areNumbers;
            },
            static sample => $"{sample.Item1}; {string.Join(' ', sample.Item2)}; {sample.Item3} + {sample.Item4}");

    [Fact]
    public void Shares_come_to_the_pool_to_the_fen_and_none_is_a_fen_off_its_part() =>
        Gen.Select(Gen.Decimal[0.01m, 90_000_000m].Select(static x => Math.Max(Math.Round(x, 2), 0.01m)), Output).Check(
            300,
            static sample => Scored((Pool(sample.Item1), Month(sample.Item2)), (rulebook, material) =>
            {
                var shares = Evaluator.Live.Score(rulebook, material).Rows.Select(static row => row.Awards.Single()).ToList();
                var weights = material.Entrants.Select((_, team) => OutputOf(sample.Item2, team)).ToList();
                if (weights.Sum() == 0)
                {
                    Assert.All(shares, static share => Assert.Equal(NaReason.DivisionByZero, share.Undecided));
                    return;
                }

                Assert.Equal(sample.Item1, shares.Sum(static share => share.Money));
                var rows = Evaluator.Plain.Score(rulebook, material).Rows;
                Assert.All(rows, row =>
                {
                    var part = sample.Item1 * weights[row.Entrant[1] - '0'] / weights.Sum();
                    Assert.InRange(row.Awards.Single().Money!.Value - part, -0.01m, 0.01m);
                });
            }),
            static sample => $"{sample.Item1}: {string.Join(' ', sample.Item2)}");

    private static int OutputOf(int[] output, int team) => output.Where((_, i) => i % 3 == team).Sum();

    private static string Pool(decimal pool) => FormattableString.Invariant($$"""
        language: 1
        code: pool
        inputs: { made: a }
        indicators: { x: { value: sum(made) } }
        awards: { p: { pool: {{pool}}, weight: sum(made) } }
        """);

    private static Result PointsOf(RulebookDefinition rulebook, ScoreMaterial material, int team) =>
        Evaluator.Live.Score(rulebook, material).Rows
            .Single(row => row.Entrant == FormattableString.Invariant($"t{team}"))
            .Indicators[0].Points;

    private static ScoreMaterial Month(int[] output)
    {
        var start = new DateOnly(2026, 5, 1);
        string[] teams = ["t0", "t1", "t2"];
        return new ScoreMaterial(
            [.. teams.Select(static team => new Entrant(team))],
            teams.ToDictionary(static team => team, static _ => new EntrantTerms
            {
                Plans = new Dictionary<string, PlanFigures> { ["a"] = new(30m, 30m, null) },
            }),
            [
                .. output.Select((figure, i) => new Fact
                {
                    Entrant = teams[i % 3],
                    Sheet = FormattableString.Invariant($"{teams[i % 3]}/{i / 3}"),
                    Date = start.AddDays(i / 3),
                    Measure = "a",
                    Value = figure,
                    Entry = new Guid(i + 1, 0, 0, new byte[8]),
                }),
            ],
            new StageCalendar(new DateSpan(start, start.AddMonths(1)), new DateOnly(2026, 1, 1), []),
            start.AddDays(20));
    }

    private static T[] Shuffled<T>(IReadOnlyList<T> items, int seed)
    {
        var pcg = new PCG((uint)seed, 7);
        var order = items.ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = (int)pcg.Next((uint)i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }
}
