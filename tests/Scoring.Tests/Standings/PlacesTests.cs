namespace Ganchao.Scoring.Tests.Standings;

public sealed class PlacesTests
{
    [Theory]
    [InlineData("1-2-2-4", "1 2 2 4")]
    [InlineData("1-2-2-3", "1 2 2 3")]
    [InlineData("1-2.5-2.5-4", "1 2.5 2.5 4")]
    [InlineData("none", "1 2 3 4")]
    public void Equal_totals_share_a_place_as_the_rulebook_declares(string shared, string places)
    {
        var standing = Standing($"{{ by: total desc, shared: {shared} }}", ("d", 1m), ("c", 5m), ("b", 5m), ("a", 9m));

        Assert.Equal("a b c d", string.Join(' ', standing.Rows.Select(static row => row.Entrant)));
        Assert.Equal(places, string.Join(' ', standing.Rows.Select(static row => $"{row.Place}")));
    }

    [Fact]
    public void Places_are_given_on_the_rounded_total()
    {
        var standing = Standing("{ by: total desc }", ("a", 9.949m), ("b", 9.94m), ("c", 9.951m));

        Assert.Equal([1m, 2m, 2m], standing.Rows.Select(static row => row.Place!.Value));
        Assert.Equal([10.0m, 9.9m, 9.9m], standing.Rows.Select(static row => row.Total.Number));
    }

    [Fact]
    public void A_tie_is_broken_by_the_next_column_and_only_then_shared()
    {
        var book = Sample.Compiled("""
            language: 1
            code: ties
            inputs: { gold: gold, silver: silver }
            indicators: { g: { value: sum(gold) }, s: { value: sum(silver) } }
            total: { formula: points(g) }
            ranking: { by: [ total desc, points(s) asc ] }
            """);
        var plant = new Plant(book);
        foreach (var (team, gold, silver) in new[] { ("a", 3m, 9m), ("b", 3m, 1m), ("c", 3m, 9m), ("d", 4m, 0m) })
        {
            plant.With(new Entrant(team)).With(Plant.Fact(team, "gold", gold), Plant.Fact(team, "silver", silver));
        }

        var rows = plant.Standing().Rows;

        Assert.Equal("d b a c", string.Join(' ', rows.Select(static row => row.Entrant)));
        Assert.Equal([1m, 2m, 3m, 3m], rows.Select(static row => row.Place!.Value));
    }

    [Fact]
    public void Guests_are_listed_where_they_would_stand_and_take_no_place()
    {
        var standing = Field("{ by: total desc }", new Entrant("guest", "", Guest: true), new Entrant("a"), new Entrant("b"))
            .With(Plant.Fact("guest", "x", 5m), Plant.Fact("a", "x", 9m), Plant.Fact("b", "x", 1m)).Standing();

        Assert.Equal(["a 1", "guest ", "b 2"], standing.Rows.Select(static row => $"{row.Entrant} {row.Place}"));
    }

    [Fact]
    public void A_total_that_is_not_available_has_no_place_and_stands_last()
    {
        var standing = Field("{ by: total asc }", new Entrant("none"), new Entrant("a"), new Entrant("b"))
            .With(Plant.Fact("a", "x", 9m), Plant.Fact("b", "x", 1m)).Standing();

        Assert.Equal(["b 1", "a 2", "none "], standing.Rows.Select(static row => $"{row.Entrant} {row.Place}"));
    }

    [Theory]
    [InlineData("apart", "cold/a 1, cold/b 2, hot/c 1")]
    [InlineData("together", "hot/c 1, cold/a 2, cold/b 3")]
    public void Divisions_are_ranked_apart_or_together(string divisions, string expected)
    {
        var standing =
            Field(
            $"{{ by: total desc, divisions: {divisions} }}", new Entrant("a", "cold"), new Entrant("b", "cold"),
            new Entrant("c", "hot"))
            .With(Plant.Fact("a", "x", 5m), Plant.Fact("b", "x", 1m), Plant.Fact("c", "x", 9m)).Standing();

        Assert.Equal(
            expected, string.Join(", ", standing.Rows.Select(static row => $"{row.Division}/{row.Entrant} {row.Place}")));
    }

    private static Standing Standing(string ranking, params (string Team, decimal X)[] teams) =>
        Field(ranking, [.. teams.Select(static team => new Entrant(team.Team))])
            .With(teams.Select(static team => Plant.Fact(team.Team, "x", team.X))).Standing();

    private static Plant Field(string ranking, params Entrant[] entrants)
    {
        var plant = new Plant(Sample.Compiled($$"""
            language: 1
            code: places
            inputs: { x: x }
            indicators: { i: { value: sum(x) } }
            total: { decimals: 1 }
            ranking: {{ranking}}
            """));
        foreach (var entrant in entrants)
        {
            plant.With(entrant);
        }

        return plant;
    }
}
