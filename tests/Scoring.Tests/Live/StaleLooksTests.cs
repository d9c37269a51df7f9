namespace Ganchao.Scoring.Tests.Live;

/// <summary>What stands outside of the columns, conditions that ask for awards and accounts, follows as well.</summary>
public sealed class StaleLooksTests
{
    private const string Head = """
        language: 1
        code: late
        inputs: { x: x, y: y }
        indicators: { a: { value: sum(x), when_missing: { points: 0 } } }
        ranking: { divisions: apart }

        """;

    [Theory]
    [InlineData("award(first) and sum(y) >= best(sum(y))")]
    [InlineData("not award(first) and within(tag(zone), rank(sum(y))) = 1")]
    [InlineData("not award(first) and of(tag(boss), sum(y)) > 5")]
    [InlineData("award(first) and asOf > date(2026, 3, 10)")]
    [InlineData("award(first) and daysSince(lastDate(x)) > 5")]
    public void A_condition_that_asks_for_awards_is_never_stale(string when) => Follows(
        $"{Head}awards:\n  first: {{ quota: 1, ties: each }}\n  then: {{ money: 5, when: '{when}' }}\n");

    [Theory]
    [InlineData("account(p) + sumOf(sum(y))")]
    [InlineData("account(p) + median(sum(y)) + paid(first)")]
    [InlineData("daysSince(date(2026, 3, 1))")]
    public void An_account_is_never_stale(string formula) => Follows(
        $"{Head}awards: {{ first: {{ quota: 1, ties: each }} }}\naccounts: {{ p: {{ formula: '{formula}' }} }}\n");

    private static void Follows(string text)
    {
        var rulebook = Sample.Compiled(text);
        var plant = new Plant(rulebook);
        foreach (var (id, division) in new[] { ("A", "1"), ("B", "1"), ("C", "2"), ("D", "2") })
        {
            var tags = new Dictionary<string, string> { ["zone"] = "z", ["boss"] = id is "A" ? "D" : "A" };
            plant.With(new Entrant(id, division), EntrantTerms.None with { Tags = tags });
        }

        plant.With(
            Plant.Fact("A", "x", 3), Plant.Fact("B", "x", 2), Plant.Fact("C", "x", 1), Plant.Fact("D", "x", 1),
            Plant.Fact("A", "y", 9), Plant.Fact("B", "y", 5), Plant.Fact("C", "y", 7), Plant.Fact("D", "y", 2));
        var live = plant.Live();
        live.Evaluate(Plant.FirstDay);

        foreach (var (entrant, figure) in new[] { ("B", 9m), ("D", 6m), ("A", -8m), ("B", 1m), ("C", 3m), ("D", 50m) })
        {
            plant.With(Plant.Fact(entrant, "y", figure, day: 1));
            foreach (var set in rulebook.FoldSets)
            {
                live.Put(entrant, set.Hash, plant.Folded(set, entrant));
            }

            Assert.Equal(plant.Standing(asOfDay: 0), live.Evaluate(Plant.FirstDay));
        }

        Assert.Equal(plant.Standing(asOfDay: 20), live.Evaluate(Plant.FirstDay.AddDays(20)));
    }
}
