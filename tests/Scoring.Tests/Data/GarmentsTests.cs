using System.Globalization;

namespace Ganchao.Scoring.Tests.Data;

public sealed class GarmentsTests
{
    private static readonly (string Indicator, string Formula, string Golden, int Decimals)[] Columns =
    [
        ("rows", "count(actual)", "rows", 0),
        ("days", "days(actual)", "days", 0),
        ("hits", "countIf(actual >= target)", "hits", 0),
        ("hit_rate", "countIf(actual >= target) / count(actual)", "hit_rate", 9),
        ("sum_actual", "sum(actual)", "sum_actual", 9),
        ("mean_actual", "mean(actual)", "mean_actual", 9),
        ("sum_target", "sum(target)", "sum_target", 2),
        ("mean_target", "mean(target)", "mean_target", 9),
        ("difference", "sum(actual - target)", "sum_actual_minus_target", 9),
        ("attainment", "mean(actual / target)", "mean_attainment", 9),
        ("workers", "sum(workers)", "sum_workers", 1),
        ("weighted", "sum(actual * workers) / sum(workers)", "worker_weighted_mean_actual", 9),
        ("over_time", "sum(over_time)", "sum_over_time_min", 0),
        ("idle", "sum(idle)", "sum_idle_time", 1),
        ("incentive", "sum(incentive)", "sum_incentive", 0),
        ("rank_hits", "rank(value(hits))", "rank_hits", 0),
        ("rank_hit_rate", "rank(value(hit_rate))", "rank_hit_rate", 0),
        ("rank_mean", "rank(mean(actual))", "rank_mean_actual", 0),
        ("rank_attainment", "rank(mean(actual / target))", "rank_mean_attainment", 0),
        ("rank_weighted", "rank(sum(actual * workers) / sum(workers))", "rank_worker_weighted", 0),
        ("rank_idle", "rank(sum(idle), asc)", "rank_idle_competition", 0),
        ("rank_idle_dense", "rank(sum(idle), asc, dense)", "rank_idle_dense", 0),
        ("rank_idle_fractional", "rank(sum(idle), asc, fractional)", "rank_idle_fractional", 1),
        ("rank_over_time", "rank(sum(over_time), asc)", "rank_over_time_lowest_first", 0),
    ];

    [Theory]
    [InlineData("all", "")]
    [InlineData("sewing", "sweing")]
    [InlineData("finishing", "finishing")]
    public void A_season_of_twelve_sewing_teams_comes_out_to_the_last_digit(string scope, string department)
    {
        var rows = RealData.Read("garments/garments_worker_productivity.csv");
        var golden = RealData.Read("garments/golden_team_season.csv").Where(row => row["scope"] == scope).ToDictionary(static row => row["team"]);
        var plant = new Plant(Rulebook());
        foreach (var team in golden.Keys)
        {
            plant.With(new Entrant(team));
        }

        plant.With(rows.Where(row => department.Length == 0 || row["department"].Trim() == department).SelectMany(Facts));

        Assert.All(plant.Standing().Rows, row => Assert.Equal(
            Columns.Select(column => $"{column.Indicator} {NumberText.Of(golden[row.Entrant].Number(column.Golden))}"),
            row.Indicators.Select(static indicator => $"{indicator.Id} {NumberText.Of(indicator.Points.Number)}")));
    }

    private static CompiledRulebook Rulebook() => Sample.Compiled($"""
        language: 1
        code: garments
        inputs:
          actual: actual
          target: target
          workers: workers
          over_time: over_time
          idle: idle
          incentive: incentive
        indicators:
        {string.Join('\n', Columns.Select(static column =>
            $"  {column.Indicator}: {{ value: '{column.Formula}', points: {{ formula: value, decimals: {column.Decimals} }} }}"))}
        """);

    private static IEnumerable<Fact> Facts(IReadOnlyDictionary<string, string> row, int line)
    {
        var date = DateOnly.ParseExact(row["date"], "M/d/yyyy", CultureInfo.InvariantCulture);
        (string Measure, string Column)[] measures =
        [
            ("actual", "actual_productivity"), ("target", "targeted_productivity"), ("workers", "no_of_workers"),
            ("over_time", "over_time"), ("idle", "idle_time"), ("incentive", "incentive"),
        ];
        return measures.Select(measure => new Fact
        {
            Entrant = row["team"],
            Sheet = $"{row["team"]}/{date:O}",
            Date = date,
            Measure = measure.Measure,
            Record = $"{line}",
            Value = row.Number(measure.Column),
        });
    }
}
