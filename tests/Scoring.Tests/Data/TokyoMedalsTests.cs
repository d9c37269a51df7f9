namespace Ganchao.Scoring.Tests.Data;

public sealed class TokyoMedalsTests
{
    private static readonly string[] Medals = ["gold", "silver", "bronze"];

    [Theory]
    [InlineData("[ points(gold) desc, points(silver) desc, points(bronze) desc ]", "1-2-2-4", "published_rank")]
    [InlineData("[ points(gold) desc, points(silver) desc, points(bronze) desc ]", "1-2-2-3", "rank_dense")]
    [InlineData("[ points(gold) desc, points(silver) desc, points(bronze) desc ]", "1-2.5-2.5-4", "rank_fractional")]
    [InlineData("total desc", "1-2-2-4", "published_rank_by_total")]
    [InlineData("total desc", "1-2-2-3", "rank_by_total_dense")]
    public void Every_published_place_of_the_medal_table_comes_out(string by, string shared, string column)
    {
        var golden = RealData.Read("tokyo-medals/golden_ranks.csv");
        var plant = new Plant(Sample.Compiled($$"""
            language: 1
            code: medals
            inputs: { gold: gold, silver: silver, bronze: bronze }
            indicators: { gold: { value: sum(gold) }, silver: { value: sum(silver) }, bronze: { value: sum(bronze) } }
            ranking: { by: {{by}}, shared: {{shared}} }
            """));
        foreach (var team in golden)
        {
            plant.With(new Entrant(team["team"]))
                .With(Medals.Select(medal => Plant.Fact(team["team"], medal, team.Number(medal))));
        }

        var places = plant.Standing().Rows.ToDictionary(static row => row.Entrant, static row => row.Place);

        Assert.Equal(golden.Count, places.Count);
        Assert.All(golden, team => Assert.Equal(team.Number(column), places[team["team"]]));
    }
}
