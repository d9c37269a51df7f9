using System.Globalization;

namespace Ganchao.Scoring.Tests.Goldens;

/// <summary>A medal table under both rules and all ways of sharing a place.</summary>
public sealed class MedalGoldenTests
{
    public static TheoryData<string, string, string, string, string> Rankings()
    {
        var all = new TheoryData<string, string, string, string, string>();
        foreach (var source in GoldenData.Sources)
        {
            foreach (var evaluator in GoldenData.Evaluators)
            {
                all.Add(source, evaluator.Name, "medals.yaml", "1-2-2-4", "rank");
                all.Add(source, evaluator.Name, "medals.yaml", "1-2-2-3", "rank_dense");
                all.Add(source, evaluator.Name, "medals.yaml", "1-2.5-2.5-4", "rank_fractional");
                all.Add(source, evaluator.Name, "medals-by-total.yaml", "1-2-2-4", "rank_by_total");
                all.Add(source, evaluator.Name, "medals-by-total.yaml", "1-2-2-3", "rank_by_total_dense");
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Rankings))]
    public void Every_place_is_the_published_one(string source, string evaluator, string rulebook, string shared, string column)
    {
        var golden = Golden(source);

        var standing = Score(source, evaluator, rulebook, shared);

        Assert.Equal(golden.Count, standing.Rows.Count);
        Assert.All(golden, team =>
        {
            var row = Row(standing, team["team"]);
            Assert.Equal((team["team"], team[column]), (row.Entrant, row.Place?.ToString(CultureInfo.InvariantCulture)));
            Assert.Equal(team["total"], row.Total.ToString());
        });
    }

    [Theory]
    [MemberData(nameof(GoldenData.All), MemberType = typeof(GoldenData))]
    public void Level_teams_have_equal_keys(string source, string evaluator)
    {
        var standing = Score(source, evaluator, "medals.yaml", "1-2-2-4");

        Assert.All(Golden(source), team =>
        {
            var keys = Row(standing, team["team"]).Keys;
            Assert.Equal(
                team["tied_with"],
                (standing.Rows.Count(row => row.Keys.Equals(keys)) - 1).ToString(CultureInfo.InvariantCulture));
        });
    }

    private static StandingRow Row(Standing standing, string team) => standing.Rows.Single(row => row.Entrant == team);

    private static Standing Score(string source, string evaluator, string rulebook, string shared)
    {
        var rules =
            GoldenData.SampleText("rulebooks", rulebook).Replace(
            "shared: 1-2-2-4", $"shared: {shared}", StringComparison.Ordinal);
        var facts = source == GoldenData.Sample
            ? GoldenData.SampleText("data", "medals", "medals.csv")
            : GoldenData.RealText("tokyo-medals", "medals.csv");
        return GoldenData.Run(GoldenData.Job("medals"), rules, facts, evaluator).Standing;
    }

    private static IReadOnlyList<Dictionary<string, string>> Golden(string source) => GoldenData.Rows(source == GoldenData.Sample
        ? GoldenData.SampleText("data", "medals", "medals-golden.csv")
        : GoldenData.RealText("tokyo-medals", "golden_ranks.csv"));
}
