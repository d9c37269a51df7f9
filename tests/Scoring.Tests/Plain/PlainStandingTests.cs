using Ganchao.Scoring.Plain;
using static Ganchao.Scoring.Tests.Plain.PlainCase;

namespace Ganchao.Scoring.Tests.Plain;

public sealed class PlainStandingTests
{
    private static List<Fact> Pieces(params string?[] figures) =>
        [.. figures.Index().Where(static f => f.Item is not null).Select(f => Fact("pieces", f.Item, entrant: Name(f.Index)))];

    private static List<Entrant> Teams(int count) => [.. Enumerable.Range(0, count).Select(i => new Entrant(Name(i)))];

    private static string Name(int index) => ((char)('A' + index)).ToString();

    [Theory]
    [InlineData("1-2-2-4", "1 2 2 4")]
    [InlineData("1-2-2-3", "1 2 2 3")]
    [InlineData("1-2.5-2.5-4", "1 2.5 2.5 4")]
    [InlineData("none", "1 2 3 4")]
    public void Equal_totals_share_a_place_as_the_rulebook_says(string shared, string places)
    {
        var field = new PlainCase
        {
            Entrants = Teams(5),
            Facts = Pieces("8", "9", "7", "8"),
            Rules = $"indicators: {{ x: {{ value: sum(made) }} }}\nranking: {{ shared: {shared} }}",
        };

        var standing = field.Score();

        Assert.Equal("B A D C E", string.Join(' ', standing.Rows.Select(static row => row.Entrant)));
        Assert.Equal(places + " ", string.Join(' ', standing.Rows.Select(static row => row.Place)));
    }

    [Fact]
    public void A_tie_break_without_a_figure_is_worse_than_any_figure()
    {
        var field = new PlainCase
        {
            Entrants = Teams(3),
            Facts = [.. Pieces("8", "8", "8"), Fact("rejected", "9", entrant: "C"), Fact("rejected", "2", entrant: "B")],
            Rules = "indicators: { x: { value: sum(made) } }\nranking: { by: [ total desc, sum(scrap) asc ] }",
        };

        Assert.Equal("B C A", string.Join(' ', field.Score().Rows.Select(static row => row.Entrant)));
    }

    [Theory]
    [InlineData("when_missing: { points: 5, mark: 待报 }", "5", "待报")]
    [InlineData("when_missing: { points: neutral, mark: 待报 }", "20", "待报")]
    [InlineData("when_missing: { points: exclude }", "Excluded", "")]
    [InlineData("when_missing: { points: na, mark: 待报 }", "Missing", "待报")]
    [InlineData("when_na: { points: 5 }", "Missing", "")]
    public void A_figure_that_is_not_there_counts_as_the_rulebook_says(string effect, string points, string mark)
    {
        var work =
            new PlainCase { Rules = $"indicators: {{ x: {{ base: 20, value: sum(made), points: base + value, {effect} }} }}" };

        Assert.Equal(new IndicatorScore("x", Result.Na(NaReason.Missing), Expected(points), mark), work.Row("A").Indicators[0]);
    }

    [Fact]
    public void A_refused_figure_costs_all_points_unless_the_rulebook_says_otherwise()
    {
        var work = new PlainCase { Facts = [Fact("pieces", null)], Rules = "indicators: { x: { value: sum(made) } }" };

        Assert.Equal(Result.Zero, work.Row("A").Indicators[0].Points);
    }

    private const string ThreeIndicators = """
        sections: { s: { weight: 0.5, cap: 60, decimals: 1 SECTION } }
        indicators:
          a: { section: s, base: 30, value: sum(made), when_missing: { points: exclude } }
          b: { section: s, base: 20, value: "40" }
          c: { section: s, base: 50, value: "7" }
        """;

    [Theory]
    [InlineData("20", "", "33.5")]
    [InlineData("90", "", "60")]
    [InlineData(null, "", "33.6")]
    [InlineData(null, ", highest_only: true", "20")]
    [InlineData("-500", ", floor: -3", "-3")]
    public void A_section_is_summed_weighted_bounded_and_rounded(string? figure, string section, string expected)
    {
        var work =
            new PlainCase
            {
                Facts = Pieces(figure),
                Rules =
            ThreeIndicators.Replace(" SECTION", section, StringComparison.Ordinal)
            };

        Assert.Equal(Expected(expected), work.Row("A").Sections[0].Points);
        Assert.Equal(Expected(expected), work.Row("A").Total);
    }

    private const string Vetoes = """
        indicators:
          safety: { base: 15, value: "15" }
          output: { base: 35, value: sum(made) }
        gates:
          injury: { when: countIf(minor > 0) > 0, effects: [ { scope: indicator(safety), effect: zero }, { scope: award, effect: exclude } ] }
          suspected: { when: count(hours) > 0, scope: award, effect: hold }
          low: { when: points(output) < 10, effects: [ { scope: total, effect: add(-1) } ] }
          unclear: { when: plan(made) > 1, scope: rating, effect: exclude }
          scrap: { when: count(scrap) > 0, scope: rating, effect: exclude }
        eligibility: { enough: sum(made) >= 90% * target, planned: plan(made) > 0 }
        """;

    [Fact]
    public void Gates_that_fire_take_points_and_rights_and_undecided_ones_are_listed()
    {
        var minorInjury = new Dictionary<string, string> { ["severity"] = "minor", ["at_fault"] = "shared" };
        var work = new PlainCase
        {
            Facts = [Fact("pieces", "9"), Fact("injury", "1", tags: minorInjury), Fact("hours", "1")],
            Rules = Vetoes,
        };

        var row = work.Row("A");

        Assert.Equal(Result.Zero, row.Indicators[0].Points);
        Assert.Equal(Result.Of(8m), row.Total);
        Assert.Equal(Clearance.Excluded, row.Award);
        Assert.Equal(Clearance.Open, row.Rating);
        Assert.Equal(
            "injury Yes, suspected Yes, low Yes, unclear Unknown",
            string.Join(", ", row.Gates.Select(static g => $"{g.Id} {g.Fired}")));
        Assert.Equal(Verdict.No, row.Eligible);
        Assert.Equal([Result.Of(false), Result.Na(NaReason.NoPlan)], row.Eligibility.Select(static e => e.Met));
        Assert.Equal(1m, row.Place);
    }

    [Fact]
    public void Who_is_out_of_the_rating_stands_last_without_a_place()
    {
        var field = new PlainCase
        {
            Entrants = Teams(2),
            Facts = [.. Pieces("50", "20"), Fact("rejected", "1", entrant: "A")],
            Rules = Vetoes,
        };

        var standing = field.Score();

        Assert.Equal(["B", "A"], standing.Rows.Select(static row => row.Entrant));
        Assert.Equal([1m, null], standing.Rows.Select(static row => row.Place));
    }

    [Theory]
    [InlineData("sum", "33")]
    [InlineData("mean", "8.3")]
    [InlineData("best(2)", "19")]
    public void Stage_totals_roll_into_one(string roll, string expected)
    {
        var stages = Read($"stages: {{ roll: {roll}, decimals: 1 }}").Stages!;

        Assert.Equal(
            Expected(expected), PlainEvaluator.Roll(stages, [Result.Of(9m), Result.Of(10m), Result.Of(8m), Result.Of(6m)]));
        Assert.Equal(Result.Na(NaReason.Missing), PlainEvaluator.Roll(stages, []));
        Assert.Equal(Result.Na(NaReason.NoPlan), PlainEvaluator.Roll(stages, [Result.Of(9m), Result.Na(NaReason.NoPlan)]));
    }
}
