using System.Globalization;
using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Samples;

/// <summary>The numbers that the sources print, and the vectors computed from their rules, to the last digit.</summary>
public sealed class WorkedExamples
{
    public static TheoryData<string> Evaluators() => [.. Evaluator.All.Select(static evaluator => evaluator.Name)];

    public static TheoryData<string, string, string, string> FuelHandling()
    {
        var all = new TheoryData<string, string, string, string>();
        foreach (var evaluator in Evaluator.All)
        {
            all.Add(evaluator.Name, "2026-07", "发电二值", "57.06: 100 100 100 100 23.81 0 0 19.77 42.26");
            all.Add(evaluator.Name, "2026-07", "发电三值", "55.69: 0 0 30.78 0 100 100 100 100 100");
            all.Add(evaluator.Name, "2026-07", "发电一值", "49.08: 37.86 50.64 39.74 7.69 73.81 50 50 71.42 67.74");
            all.Add(evaluator.Name, "2026-07", "发电四值", "19.29: 61.43 70.21 0 29.15 0 0 0 0 0");
            all.Add(evaluator.Name, "2026-06", "发电三值", "58.43: 0 0 37.5 16.11 100 100 100 100 100");
            all.Add(evaluator.Name, "2026-06", "发电二值", "58.15: 100 100 100 100 31.91 10 0 22.12 31.08");
            all.Add(evaluator.Name, "2026-06", "发电一值", "38.35: 19.37 40.22 27.5 0 63.83 33.33 46.15 63.46 59.46");
            all.Add(evaluator.Name, "2026-06", "发电四值", "22.67: 65.08 71.74 0 32.89 0 0 23.08 0 0");
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void Each_started_ten_thousand_kilowatt_hours_above_eight_thousand_costs_300_yuan(string evaluator)
    {
        var june = SampleJob.Run("01", evaluator).Stages[0].Standing;

        // 8, 8.1, 18 and 18.1 thousand; the fifth shift's 25 of 32 thousand were charged as a safety matter already.
        Assert.Equal(
            [0m, -300m, -300m, -600m, 0m],
            PointsOf(june, "考核罚款", "一值", "二值", "三值", "四值", "五值"));
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void Totals_97_95_95_90_of_four_shifts_share_10000_6000_0_and_minus_2000_with_the_middle_two_level(string evaluator)
    {
        var run = SampleJob.Run("03", evaluator);

        var turbine = run.Standing.Rows.Where(static row => row.Division == "汽机").ToList();
        Assert.Equal([97m, 95m, 95m, 90m], turbine.Select(static row => row.Total.Number));
        Assert.Equal([10_000m, 3000m, 3000m, -2000m], turbine.Select(row => Money(run, row.Entrant, "名次奖")));

        var electrical = run.Standing.Rows.Where(static row => row.Division == "电气").ToList();
        Assert.Equal([9000m, 5000m, 0m, -1000m, -3000m], electrical.Select(row => Money(run, row.Entrant, "名次奖")));
    }

    [Theory]
    [MemberData(nameof(FuelHandling))]
    public void Fuel_handling_scores_of_two_months_are_the_printed_ones(
        string evaluator, string month, string shift, string printed)
    {
        const string July = "{ from: 2026-07-01, to: 2026-08-01 }";
        const string June = "{ from: 2026-06-01, to: 2026-07-01 }";
        var run = SampleJob.Run(
            "05",
            evaluator,
            (_, text) => month == "2026-06" ? text.Replace(July, June, StringComparison.Ordinal) : text);

        var row = Row(run, shift);
        var scores = row.Indicators.Zip(
            run.Rulebook.Indicators, static (score, indicator) => Text(score.Points.Number * 100 / indicator.Base!.Value));
        Assert.Equal(printed, $"{row.Total}: {string.Join(' ', scores)}");
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void Of_100_a_month_40_are_paid_180_kept_144_paid_at_the_end_of_the_quarter_and_36_stay(string evaluator)
    {
        var months = SampleJob.Run("09", evaluator).Stages.Select(static stage => stage.Standing).Take(3).ToList();

        // In units of ten thousand yuan.
        Assert.All(months, static month => Assert.Equal(400_000m, Paid(month, "月奖")));
        Assert.Equal(
            [600_000m, 1_200_000m, 360_000m], months.Select(static month => Assert.Single(month.Accounts).Balance.Number));
        Assert.Equal(1_440_000m, Paid(months[2], "季奖"));
        Assert.Equal(3_000_000m, months.Sum(static month => Paid(month, "月奖")) + Paid(months[2], "季奖") + 360_000m);
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void The_energy_fund_adds_up_to_840_000_a_year(string evaluator)
    {
        var run = SampleJob.Run("11", evaluator);

        Assert.Equal([7000m, 4000m, 2000m, 2000m], Row(run, "运行部").Indicators.Select(static score => score.Points.Number));
        Assert.Equal(15_000m, Money(run, "运行部", "四耗奖"));
        var pools = run.Standing.Rows
            .SelectMany(static row => row.Awards)
            .Where(static award => award.Id != "四耗奖")
            .Sum(static award => award.Money ?? 0);
        Assert.Equal(840_000m, (pools + 15_000m) * 12);
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void The_same_20_percent_of_profit_gives_2_4_10_and_20_points_by_size_of_the_target(string evaluator)
    {
        var run = SampleJob.Run("20", evaluator);

        Assert.Equal(
            [2m, 4m, 10m, 20m],
            PointsOf(run, "利润指标", "机修厂", "赵家坝矿", "唐家河矿", "代池坝矿").Select(static points => points - 40));
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void A_brigade_shares_its_pool_by_pay_times_coefficient_and_never_more_than_the_pool(string evaluator)
    {
        var run = SampleJob.Run("79", evaluator, static (file, text) => file switch
        {
            // The source rounds 12672 × 1.1 = 13939.20 to 13939; its other shares are exact.
            "facts.csv" => text.Replace("三号工,12672", "三号工,13939", StringComparison.Ordinal),
            "job.yaml" => text.Replace("value: 1.1 ", "value: 1 ", StringComparison.Ordinal),
            _ => text,
        });

        string[] brigade = ["一号工", "二号工", "三号工"];
        Assert.Equal([43056m, 13178.88m, 13939m], brigade.Select(worker => Points(run, worker, "份额")));

        // Printed: 52281.17, 16002.58, 16925.56. Exactly 52281.1629, 16002.5820 and 16925.5651: the last fen is the third's.
        Assert.Equal([52281.16m, 16002.58m, 16925.57m], brigade.Select(worker => Money(run, worker, "计件超额")));
        Assert.Equal(
            85401.17m + 32476.18m + 29597.56m,
            33120m + 16473.60m + 12672m + brigade.Sum(worker => Money(run, worker, "计件超额")));

        // The source divides by 62265.60, the sum without coefficients, and pays 57612.68 + 17634.50 + 18651.60 = 93898.78.
        Assert.Equal([51120.00m, 15647.16m, 16549.65m], brigade.Select(worker => Money(run, worker, "奖金")));
        Assert.Equal(83316.81m, brigade.Sum(worker => Money(run, worker, "奖金")));
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void A_division_that_pays_10581_97_more_than_the_pool_is_not_paid(string evaluator)
    {
        // As the source does: the rate is the pool by the sum of pay without coefficients.
        const string Printed = "money: value(份额) * 83316.81 / sumOf(sum(工时工资))";
        var run = SampleJob.Run("79", evaluator, static (_, text) => text.Replace(
            "pool: 83316.81, weight: value(份额)", $"pool: 83316.81, {Printed}", StringComparison.Ordinal));

        Assert.All(
            run.Standing.Rows,
            static row => Assert.Equal(NaReason.PoolMissed, row.Awards.Single(static award => award.Id == "奖金").Undecided));
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void Injury_rates_are_0_2_and_2_4(string evaluator)
    {
        var run = SampleJob.Run("89", evaluator);

        Assert.Equal((0.2m, 2.4m), (Value(run, "A 厂", "TRIR"), Value(run, "B 厂", "LTIFR")));
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void A_plant_gains_2480_a_piece_exports_5_0902_million_and_pays_8_percent_of_what_an_idea_saved(string evaluator)
    {
        var run = SampleJob.Run("98", evaluator);

        Assert.Equal((2480m, 509.02m), (Value(run, "印度出口", "单件收益"), Value(run, "印度出口", "出口总额")));
        Assert.Equal((0.7896m, 0.9315m), (Value(run, "重点项目", "吨产值"), Value(run, "班组项目", "吨产值")));
        Assert.Equal((1200m, 6200m), (Money(run, "重点项目", "单项奖"), Money(run, "班组项目", "革新奖")));
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void Of_a_plan_of_10_million_12_give_124000_yuan_10_give_100000_9_nothing_and_8_cost_20000(string evaluator)
    {
        var run = SampleJob.Run("26", evaluator);

        Assert.Equal(
            [124_000m, 100_000m, 0m, -20_000m],
            MoneyOf(run, "班组奖罚", "一工区", "二工区", "三工区", "四工区"));
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void Being_late_five_times_costs_1_then_1_5_then_2_then_2_5_twice_and_leaves_70_5_of_80(string evaluator)
    {
        decimal After(int times)
        {
            var run = SampleJob.Run(
                "42", evaluator, (file, text) => file == "violations.csv" ? UntilLate(text, times) : text);
            return Value(run, "迟到五次", "违规扣分");
        }

        Assert.Equal([1m, 2.5m, 4.5m, 7m, 9.5m], Enumerable.Range(1, 5).Select(After));
        Assert.Equal(70.5m, Row(SampleJob.Run("42", evaluator), "迟到五次").Total.Number);
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void A_delay_of_base_3_costs_0_9_with_2_faults_2_1_with_4_and_3_with_7(string evaluator)
    {
        const string Later = "延误七项,2026-05-19,R04,3,7,driving,valid\n延误七项,2026-06-01,S02,5,,driving,valid\n";
        var run = SampleJob.Run("42", evaluator, static (_, text) => text.Replace(Later, "", StringComparison.Ordinal));

        Assert.Equal(
            [0.9m, 2.1m, 3m],
            ValuesOf(run, "违规扣分", "延误两项", "延误四项", "延误七项"));
        Assert.Equal(3m, Value(run, "无违规一月", "奖励加分"));
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void A_surplus_of_30_and_a_shortfall_of_10_make_a_third_target_of_110_that_is_exactly_met(string evaluator)
    {
        var months = SampleJob.Run("52", evaluator).Stages.Select(static stage => stage.Standing).ToList();

        Assert.Equal([130m, 60m, 110m], months.Select(static month => Value(month, "城关社", "时点增量")));
        Assert.Equal([100m, 70m, 110m], months.Select(static month => Value(month, "城关社", "本月目标")));
        Assert.Equal([30m, -10m, 0m], months.Select(static month => Carry(month, "城关社", "结转")));
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void A_result_of_120_on_a_target_of_100_pays_0_84_by_marginal_rates(string evaluator)
    {
        var run = SampleJob.Run("56", evaluator);

        Assert.Equal(0.84m, Value(run, "一部", "非车险奖"));
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void Four_runners_beat_3_2_1_and_0_people(string evaluator)
    {
        var run = SampleJob.Run("96", evaluator);

        Assert.Equal(
            [3m, 2m, 1m, 0m],
            ValuesOf(run, "胜过人数", "跑者一", "跑者二", "跑者三", "跑者四"));
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void A_yearly_bonus_is_given_once_and_again_when_a_new_year_has_begun(string evaluator)
    {
        var sameYear = SampleJob.Run("57", evaluator);
        var nextYear = SampleJob.Run("57", evaluator, static (_, text) => text
            .Replace("2025-12-31", "2025-03-31", StringComparison.Ordinal)
            .Replace("2026-03-31", "2025-06-30", StringComparison.Ordinal)
            .Replace("2026-01-01, to: 2026-04-01", "2025-04-01, to: 2025-07-01", StringComparison.Ordinal)
            .Replace("2025-10-01, to: 2026-01-01", "2025-01-01, to: 2025-04-01", StringComparison.Ordinal));

        Assert.Equal([3m, 0m], Loans(sameYear));
        Assert.Equal([3m, 3m], Loans(nextYear));

        static IEnumerable<decimal> Loans(ScoreRun run) => run.Stages.Select(static stage => Points(stage.Standing, "阿俊", "年贷款"));
    }

    [Theory]
    [MemberData(nameof(Evaluators))]
    public void Fifteen_golds_running_give_the_order_of_distinction_and_one_year_below_gold_ends_the_row(string evaluator)
    {
        var fifteenth = SampleJob.Run("88", evaluator);
        var fourteenth = SampleJob.Run(
            "88", evaluator, static (_, text) => text.Replace("value: 14 }", "value: 13 }", StringComparison.Ordinal));

        Assert.Equal(["阿尔法"], Distinguished(fifteenth));
        Assert.Empty(Distinguished(fourteenth));
        Assert.Equal(14m, Carry(fourteenth.Standing, "阿尔法", "连续金奖"));
        Assert.Equal((81m, 0m), (Row(fifteenth, "艾普").Total.Number, Carry(fifteenth.Standing, "艾普", "连续金奖")));

        static IEnumerable<string> Distinguished(ScoreRun run) => run.Standing.Rows
            .Where(static row => row.Awards.Any(static award => award.Id == "杰出勋章"))
            .Select(static row => row.Entrant);
    }

    private static IEnumerable<decimal> PointsOf(ScoreRun run, string indicator, params string[] entrants) =>
        PointsOf(run.Standing, indicator, entrants);

    private static IEnumerable<decimal> PointsOf(Standing standing, string indicator, params string[] entrants) =>
        entrants.Select(entrant => Points(standing, entrant, indicator));

    private static IEnumerable<decimal> ValuesOf(ScoreRun run, string indicator, params string[] entrants) =>
        entrants.Select(entrant => Value(run, entrant, indicator));

    private static IEnumerable<decimal> MoneyOf(ScoreRun run, string award, params string[] entrants) =>
        entrants.Select(entrant => Money(run, entrant, award));

    private static StandingRow Row(ScoreRun run, string entrant) => Row(run.Standing, entrant);

    private static StandingRow Row(Standing standing, string entrant) =>
        standing.Rows.Single(row => row.Entrant == entrant);

    private static decimal Points(ScoreRun run, string entrant, string indicator) => Points(run.Standing, entrant, indicator);

    private static decimal Points(Standing standing, string entrant, string indicator) =>
        Row(standing, entrant).Indicators.Single(score => score.Id == indicator).Points.Number;

    private static decimal Value(ScoreRun run, string entrant, string indicator) => Value(run.Standing, entrant, indicator);

    private static decimal Value(Standing standing, string entrant, string indicator) =>
        Row(standing, entrant).Indicators.Single(score => score.Id == indicator).Value.Number;

    private static decimal Paid(Standing standing, string award) => standing.Rows
        .SelectMany(static row => row.Awards)
        .Where(finding => finding.Id == award)
        .Sum(static finding => finding.Money!.Value);

    private static decimal Carry(Standing standing, string entrant, string carry) =>
        Row(standing, entrant).Carries.Single(kept => kept.Id == carry).Figure.Number;

    private static decimal Money(ScoreRun run, string entrant, string award) =>
        Row(run, entrant).Awards.Single(finding => finding.Id == award).Money!.Value;

    /// <summary>The violations with only so many times of being late.</summary>
    private static string UntilLate(string violations, int times)
    {
        var left = times;
        bool Stays(string line) =>
            !line.StartsWith("迟到五次", StringComparison.Ordinal)
            || (line.EndsWith("valid", StringComparison.Ordinal) && left-- > 0);

        return string.Join('\n', violations.Split('\n').Where(Stays));
    }

    private static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
