namespace Ganchao.Scoring.Tests;

/// <summary>Month 1 of the demo plant, to the last printed digit.</summary>
public sealed class DemoRulebookATests
{
    private static readonly CompiledRulebook RulebookA = Sample.Rulebook("demo-a.yaml");

    /// <summary>
    /// 组别, 班组, plan, actual, quality target, inspected/rejected, cost budget and actual, V/O/N, site, A/D,
    /// six points, total, place.
    /// </summary>
    private const string Month1 = """
        热 树脂砂班 48.00 50.16 96.0 104/4 326.4 316.6 1/0/2 93.00 2/1 37.0 20.4 23.0 15.0 4.7 4.0 104.1 1
        热 造型一班 66.00 67.98 96.0 1320/46 425.0 416.5 0/0/1 92.25 1/0 36.5 21.0 22.0 15.5 4.6 1.0 100.6 2
        热 清理班 110.00 112.31 98.5 1650/20 132.0 130.2 0/1/0 87.25 1/0 36.0 20.6 21.0 13.0 4.4 1.0 96.0 3
        热 铸球班 40.00 38.72 97.0 2400/60 196.0 196.0 0/0/2 90.75 0/0 31.0 21.0 20.0 16.0 4.5 0.0 92.5 4
        热 熔炼班 148.00 145.78 98.0 96/2 518.0 523.2 0/0/0 89.50 0/0 33.0 19.5 18.0 15.0 4.5 0.0 90.0 5
        冷 车工班 2080 2163.2 99.0 640/6 145.6 139.8 0/0/1 95.00 1/1 37.0 20.2 24.0 15.5 4.8 3.0 104.5 1
        冷 切割一班 90.00 94.50 98.5 880/9 63.0 60.4 0/0/0 90.50 1/0 37.5 21.0 24.0 15.0 4.5 1.0 103.0 2
        冷 镗铣班 1280 1331.2 99.0 86/0 115.2 113.4 0/0/0 93.00 2/0 37.0 22.0 21.0 15.0 4.7 2.0 101.7 3
        冷 轮加工班 1120 1120.0 99.0 420/5 67.2 66.8 0/0/1 91.00 0/0 35.0 19.0 20.0 15.5 4.6 0.0 94.1 4
        冷 切割二班 90.00 91.80 98.5 860/13 63.0 64.1 1/0/0 85.75 0/0 36.0 20.0 16.0 14.0 4.3 0.0 90.3 5
        结 盘柜班 12 12 98.0 12/0 96.0 92.9 0/0/0 96.00 2/0 35.0 22.0 23.0 15.0 4.8 2.0 101.8 1
        结 铆焊一班 52.00 53.56 98.0 210/3 390.0 381.4 0/0/1 93.50 1/0 36.5 21.2 22.0 15.5 4.7 1.0 100.9 2
        结 铆焊二班 48.00 49.44 98.0 196/3 360.0 352.1 0/0/1 93.00 1/0 36.5 21.0 22.0 15.5 4.7 1.0 100.7 3
        结 矿车总装班 40 40 97.5 40/0 248.0 246.0 0/0/2 94.75 0/1 35.0 22.0 20.0 16.0 4.7 2.0 99.7 4
        结 安装调试班 560 582.4 98.0 38/0 44.8 44.8 0/0/1 94.00 0/0 37.0 22.0 20.0 15.5 4.7 0.0 99.2 5
        结 涂装班 3600 3492 97.0 90/2 54.0 52.8 0/0/0 88.50 0/0 32.0 21.6 22.0 15.0 4.4 0.0 95.0 6
        """;

    public static TheoryData<string> Teams => [.. Month1.Split('\n')];

    [Theory]
    [MemberData(nameof(Teams))]
    public void Month_1_comes_out_as_the_plant_published_it(string line)
    {
        var expected = new TeamMonth(line);

        var row = Row(Plant(Month1), expected.Team);

        Assert.Equal(expected.Points, row.Indicators.Select(static indicator => indicator.Points.Number));
        Assert.Equal((expected.Total, expected.Place), (row.Total.Number, row.Place));
        Assert.Equal((Verdict.Yes, Clearance.Open), (row.Eligible, row.Award));
        Assert.Equal(expected.Place == 1 ? [new AwardFinding("流动红旗", null, NaReason.None, Held: false)] : [], row.Awards);
    }

    [Fact]
    public void Before_its_objection_fabrication_2_was_level_on_points_and_fourth_on_quality()
    {
        var before = Plant(Month1
            .Replace("196/3", "196/4", StringComparison.Ordinal)
            .Replace("880/9", "880/8", StringComparison.Ordinal));

        var (fabrication, assembly, cutting) = (Row(before, "铆焊二班"), Row(before, "矿车总装班"), Row(before, "切割一班"));

        Assert.Equal((99.7m, 4m), (fabrication.Total.Number, fabrication.Place));
        Assert.Equal((99.7m, 3m), (assembly.Total.Number, assembly.Place));
        Assert.Equal((103.2m, 2m), (cutting.Total.Number, cutting.Place));
    }

    [Fact]
    public void A_minor_injury_at_fault_takes_the_safety_points_and_the_award_but_not_the_rating()
    {
        var injury = Tests.Plant.Fact("盘柜班", "injury", 1, day: 3) with
        {
            Tags = new Dictionary<string, string> { ["severity"] = "minor", ["at_fault"] = "true" },
        };

        var row = Row(Plant(Month1).With(injury), "盘柜班");

        Assert.Equal((86.8m, 6m), (row.Total.Number, row.Place));
        Assert.Equal((Clearance.Excluded, Clearance.Open), (row.Award, row.Rating));
        Assert.Equal([new GateFinding("轻伤", Verdict.Yes)], row.Gates);
    }

    [Fact]
    public void While_finance_has_given_no_figure_cost_counts_its_base_and_says_so()
    {
        var plant = new Plant(RulebookA);
        var month = new TeamMonth(Month1.Split('\n')[0]);
        plant.With(month.Entrant, month.Terms).With(month.Facts.Where(static fact => fact.Measure != "cost_actual"));

        var cost = plant.Standing().Rows[0].Indicators[2];

        Assert.Equal(new IndicatorScore("成本", Result.Na(NaReason.Missing), Result.Of(20m), "待财务"), cost);
    }

    private static StandingRow Row(Plant plant, string team) => plant.Standing().Rows.Single(row => row.Entrant == team);

    private static Plant Plant(string month)
    {
        var plant = new Plant(RulebookA);
        foreach (var team in month.Split('\n').Select(static line => new TeamMonth(line)))
        {
            plant.With(team.Entrant, team.Terms).With(team.Facts);
        }

        return plant;
    }
}
