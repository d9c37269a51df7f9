using System.Globalization;
using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Goldens;

/// <summary>Twelve teams of a garment factory over a season, all 25 columns, for all departments and for each alone.</summary>
public sealed class GarmentGoldenTests
{
    private static readonly Dictionary<string, string> IndicatorByColumn = new()
    {
        ["rows"] = "rows",
        ["days"] = "days",
        ["hits"] = "hits",
        ["hit_rate"] = "hit_rate",
        ["sum_actual"] = "sum_actual",
        ["mean_actual"] = "mean_actual",
        ["sum_target"] = "sum_target",
        ["mean_target"] = "mean_target",
        ["sum_actual_minus_target"] = "ahead",
        ["mean_attainment"] = "attainment",
        ["sum_workers"] = "workers",
        ["worker_weighted_mean_actual"] = "weighted_mean",
        ["sum_over_time_min"] = "over_time",
        ["sum_idle_time"] = "idle_time",
        ["sum_incentive"] = "incentive",
        ["rank_hits"] = "rank_hits",
        ["rank_hit_rate"] = "rank_hit_rate",
        ["rank_mean_actual"] = "rank_mean_actual",
        ["rank_mean_attainment"] = "rank_attainment",
        ["rank_worker_weighted"] = "rank_weighted",
        ["rank_idle_competition"] = "rank_idle",
        ["rank_idle_dense"] = "rank_idle_dense",
        ["rank_idle_fractional"] = "rank_idle_fractional",
        ["rank_over_time_lowest_first"] = "rank_over_time",
    };

    [Theory]
    [MemberData(nameof(GoldenData.All), MemberType = typeof(GoldenData))]
    public void Every_figure_and_rank_of_the_season_is_the_published_one(string source, string evaluator)
    {
        foreach (var scope in Golden(source).GroupBy(static row => row["scope"]))
        {
            var rows = Score(source, scope.Key, evaluator).Standing.Rows;

            Assert.Equal(scope.Count(), rows.Count);
            Assert.All(scope, golden => AssertRow(golden, rows.Single(row => row.Entrant == golden["team"])));
        }
    }

    private static void AssertRow(Dictionary<string, string> golden, StandingRow row)
    {
        foreach (var (column, figure) in golden.Where(static field => field.Key is not ("scope" or "team")))
        {
            var value = row.Indicators.Single(score => score.Id == IndicatorByColumn[column]).Value;
            Assert.Equal(
                (row.Entrant, column, Result.Of(decimal.Parse(figure, CultureInfo.InvariantCulture))),
                (row.Entrant, column, value));
        }

        Assert.Equal(golden["rank_hits"], row.Place?.ToString(CultureInfo.InvariantCulture));
    }

    private static ScoreRun Score(string source, string scope, string evaluator)
    {
        var rulebook = GoldenData.SampleText("rulebooks", scope == "all" ? "garments.yaml" : $"garments-{scope}.yaml");
        var job = GoldenData.Job("garments");
        if (source == GoldenData.Sample)
        {
            return GoldenData.Run(job, rulebook, GoldenData.SampleText("data", "garments", "garments.csv"), evaluator);
        }

        var season =
            new StageCalendar(new DateSpan(new DateOnly(2015, 1, 1), new DateOnly(2015, 4, 1)), new DateOnly(2015, 1, 1), []);
        var facts = GoldenData.RealText("garments", "garments_worker_productivity.csv");
        return GoldenData.Run(job with { Stages = [job.Stages[0] with { Calendar = season }] }, rulebook, facts, evaluator);
    }

    private static IReadOnlyList<Dictionary<string, string>> Golden(string source) => GoldenData.Rows(source == GoldenData.Sample
        ? GoldenData.SampleText("data", "garments", "garments-golden.csv")
        : GoldenData.RealText("garments", "golden_team_season.csv"));
}
