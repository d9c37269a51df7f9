namespace Ganchao.Scoring.Tests.Standings;

public sealed class GateTests
{
    [Theory]
    [InlineData("{ scope: indicator(p), effect: zero }", "0 20 20")]
    [InlineData("{ scope: indicator(p), effect: set(3) }", "3 20 23")]
    [InlineData("{ scope: indicator(p), effect: add(-4) }", "6 20 26")]
    [InlineData("{ scope: indicator(p), effect: exclude }", "n/a(Excluded) 20 30")]
    [InlineData("{ scope: section(s), effect: add(1) }", "10 20 31")]
    [InlineData("{ scope: total, effect: add(-10) }", "10 20 20")]
    [InlineData("{ scope: total, effect: zero }", "10 20 0")]
    [InlineData("{ scope: award, effect: hold }", "10 20 30")]
    public void A_gate_acts_on_its_scope_and_on_nothing_else(string effect, string expected)
    {
        var row = Row(effect, violations: 1);

        Assert.Equal(expected, $"{row.Indicators[0].Points} {row.Indicators[1].Points} {NumberOf(row.Total)}");
        Assert.Equal([new GateFinding("g", Verdict.Yes)], row.Gates);
    }

    [Theory]
    [InlineData("{ scope: award, effect: hold }", Clearance.Held, Clearance.Open, Clearance.Open)]
    [InlineData("{ scope: award, effect: exclude }", Clearance.Excluded, Clearance.Open, Clearance.Open)]
    [InlineData("{ scope: grade, effect: hold }", Clearance.Open, Clearance.Held, Clearance.Open)]
    [InlineData("{ scope: rating, effect: exclude }", Clearance.Open, Clearance.Open, Clearance.Excluded)]
    public void A_right_is_held_or_lost(string effect, Clearance award, Clearance grade, Clearance rating)
    {
        var row = Row(effect, violations: 1);

        Assert.Equal((award, grade, rating), (row.Award, row.Grade, row.Rating));
        Assert.Equal(rating == Clearance.Open ? 1m : null, row.Place);
    }

    [Fact]
    public void A_quiet_gate_is_not_listed_and_an_undecided_one_is_without_effect()
    {
        Assert.Empty(Row("{ scope: total, effect: zero }", violations: 0).Gates);

        var undecided = Row("{ scope: total, effect: zero }", violations: 0, when: "sum(v) > 3");

        Assert.Equal([new GateFinding("g", Verdict.Unknown)], undecided.Gates);
        Assert.Equal(30m, undecided.Total.Number);
    }

    [Theory]
    [InlineData("exclude", "", "30", "")]
    [InlineData("neutral", "待质检", "30", "待质检")]
    [InlineData("3", "", "23", "")]
    [InlineData("na", "", "n/a(Missing)", "")]
    public void Missing_points_have_the_stated_effect(string points, string mark, string total, string shown)
    {
        var book =
            Book(
            "{ scope: total, effect: zero }", "countIf(v > 0) > 0", $"when_missing: {{ points: {points}, mark: \"{mark}\" }}");

        var row = new Plant(book).With(new Entrant("A")).With(Plant.Fact("A", "y", 20m)).Standing().Rows[0];

        Assert.Equal((total, shown), (NumberOf(row.Total), row.Indicators[0].Mark));
    }

    [Theory]
    [InlineData("cap: 25", "25")]
    [InlineData("floor: 40", "40")]
    [InlineData("weight: 0.5", "15")]
    [InlineData("highest_only: true", "20")]
    [InlineData("weight: 0.33333, decimals: 1", "10")]
    public void A_section_sums_weighs_bounds_and_rounds(string section, string total)
    {
        var book = Book("{ scope: award, effect: hold }", "countIf(v > 0) > 0", "unit: t", section);

        var row = Team(book, violations: 0).Standing().Rows[0];

        Assert.Equal(total, NumberOf(row.Total));
    }

    private static StandingRow Row(string effect, int violations, string when = "count(v) > 0") =>
        Team(Book(effect, when, "unit: t"), violations).Standing().Rows[0];

    private static Plant Team(CompiledRulebook book, int violations) => new Plant(book).With(new Entrant("A"))
        .With(Plant.Fact("A", "x", 10m), Plant.Fact("A", "y", 20m))
        .With(Enumerable.Range(0, violations).Select(static i => Plant.Fact("A", "v", 1m, record: $"{i}")));

    private static string NumberOf(Result result) => result.IsNumber ? NumberText.Of(result.Number) : result.ToString();

    private static CompiledRulebook Book(string effect, string when, string more, string section = "weight: 1") => Sample.Compiled($$"""
        language: 1
        code: gates
        inputs: { x: x, y: y, v: v }
        sections: { s: { {{section}} } }
        indicators:
          p: { section: s, base: 10, value: sum(x), {{more}} }
          q: { section: s, base: 20, value: sum(y) }
        gates:
          g:
            when: "{{when}}"
            effects: [ {{effect}} ]
        """);
}
