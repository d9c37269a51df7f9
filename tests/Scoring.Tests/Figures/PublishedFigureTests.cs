using System.Globalization;

namespace Ganchao.Scoring.Tests.Figures;

/// <summary>What published rulebooks need figures by occasion for.</summary>
public sealed class PublishedFigureTests
{
    /// <summary>
    /// Coal washery: hourly ash within 10 to 11 and the shift's mean nearest 11 of the day: +0.5; each value outside: -1.
    /// </summary>
    [Fact]
    public void The_shift_nearest_the_target_is_found_day_by_day_and_added_up()
    {
        var washery = new FigureCase("""
            inputs: { 灰分: ash }
            figures:
              最近: { per: day, formula: 'closest(mean(灰分), 11)' }
              全合格: { per: day, formula: 'min(灰分) >= 10 and max(灰分) <= 11' }
              得分: { per: day, formula: 'if(全合格 and 最近, 0.5, 0) - countIf(灰分 < 10 or 灰分 > 11)' }
            indicators: { 月得分: { value: sum(得分) } }
            """).Facts("""
            甲 0 1 ash 10.8
            甲 0 1 ash 11.0
            乙 0 2 ash 10.6
            乙 0 2 ash 10.9
            丙 0 3 ash 10.9
            丙 0 3 ash 11.2
            甲 1 1 ash 9.5
            甲 1 1 ash 11.6
            乙 1 2 ash 10.2
            甲 2 1 ash 10.5
            丙 2 3 ash 10.5
            """);

        // Day 0: 丙 is nearest (11.05) but one value is outside; day 1: 甲 (10.55) is nearest, both outside; day 2: both 10.5.
        Assert.Equal(
            ["乙 0", "丙 -0.5", "甲 -1.5"],
            washery.Plant().Standing().Rows.Select(static row => $"{row.Entrant} {NumberText.Of(row.Total.Number)}"));
    }

    private const string Metro = """
        inputs:
          扣分: { measure: deduction, window: ytd }
          过失: { measure: faults, window: ytd }
        figures:
          责任: { per: record, formula: 'if(扣分 < 0, band(ifna(过失, 9), under(3, 0.3), range(3, 6, 0.7), from(6, 1)), 0)' }
          实扣: { per: record, formula: '扣分 * 责任 * pick(min(occurrence(tag(rule)), 4), 1, 1, 2, 1.5, 3, 2, 4, 2.5)' }
        indicators: { 积分: { value: '80 + ifna(sum(实扣), 0)' } }
        """;

    /// <summary>Light-rail drivers, the worked example: late five times in a year.</summary>
    [Theory]
    [InlineData(1, "79")]
    [InlineData(2, "77.5")]
    [InlineData(3, "75.5")]
    [InlineData(4, "73")]
    [InlineData(5, "70.5")]
    public void Each_repetition_of_the_same_rule_costs_more(int times, string points) => Assert.Equal(
        Result.Of(decimal.Parse(points, CultureInfo.InvariantCulture)),
        new FigureCase(Metro)
            .Facts(string.Join('\n', Enumerable.Range(0, times).Select(i => $"A {20 - (3 * i)} 1 deduction -1 rule=late")))
            .Value());

    [Theory]
    [InlineData(2, "79.1")]
    [InlineData(4, "77.9")]
    [InlineData(7, "77")]
    public void Responsibility_goes_by_the_number_of_faults(int faults, string points) => Assert.Equal(
        Result.Of(decimal.Parse(points, CultureInfo.InvariantCulture)),
        new FigureCase(Metro).Facts($"A 3 1 deduction -3 rule=R04 record=x\nA 3 1 faults {faults} rule=R04 record=x").Value());

    [Fact]
    public void Different_rules_are_counted_apart() => Assert.Equal(
        Result.Of(80m - 1m - 2m - 1.5m),
        new FigureCase(Metro).Facts("""
            A 1 1 deduction -1 rule=late
            A 2 1 deduction -2 rule=door
            A 3 1 deduction -1 rule=late
            """).Value());

    /// <summary>Judges give several marks each; the highest and the lowest judge are left out.</summary>
    [Fact]
    public void The_mean_of_the_judges_leaves_out_the_highest_and_the_lowest() => Assert.Equal(
        Result.Of(86m),
        new FigureCase("""
            inputs: { mark: mark }
            figures: { of_judge: { per: tag(judge), formula: mean(mark) } }
            indicators: { score: { value: 'trimmedMean(of_judge, 1)' } }
            """).Facts("""
            A 0 1 mark 80 judge=li
            A 0 1 mark 90 judge=li
            A 0 1 mark 100 judge=wu
            A 0 1 mark 87 judge=he
            A 0 1 mark 20 judge=du
            A 0 1 mark 99
            """).Value());

    [Fact]
    public void A_late_fact_in_an_earlier_row_changes_the_numbers_after_it()
    {
        var early = "A 2 1 deduction -1 rule=late\nA 9 1 deduction -1 rule=late\nB 1 1 deduction -1 rule=late";
        var plant = new FigureCase(Metro).Facts(early).Plant();
        var live = plant.Live();
        var before = live.Evaluate(Plant.FirstDay.AddDays(30));
        plant.With(Plant.Fact("A", "deduction", -4m, day: 1) with
        {
            Tags = new Dictionary<string, string> { ["rule"] = "late" },
        });

        var set = Assert.Single(Sample.Compiled(FigureCase.Text(Metro)).FoldSets);
        Assert.True(live.Put("A", set.Hash, plant.Folded(set, "A")));
        var after = live.Evaluate(Plant.FirstDay.AddDays(30));

        Assert.Equal(Result.Of(77.5m), Total(before));
        Assert.Equal(Result.Of(80m - 4m - 1.5m - 2m), Total(after));
        Assert.Equal(plant.Standing(), after);

        static Result Total(Standing standing) => standing.Rows.Single(static row => row.Entrant == "A").Total;
    }
}
