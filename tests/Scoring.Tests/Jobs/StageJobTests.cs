namespace Ganchao.Scoring.Tests.Jobs;

/// <summary>Stages one after the other: what one leaves to the next, and what they come to.</summary>
public sealed class StageJobTests
{
    private const string Quarter = """
        rulebook: rules.yaml
        stages:
          - { from: 2026-01-01, to: 2026-02-01, name: 一月 }
          - { from: 2026-02-01, to: 2026-03-01 }
          - { from: 2026-03-01, to: 2026-04-01 }
        facts: [ facts.csv ]

        """;

    private const string Head = """
        language: 1
        code: stages
        names: Stages
        inputs: { 存款: deposits }

        """;

    private static string Facts(string entrant, params decimal[] months) => string.Concat(months.Select((figure, month) =>
        FormattableString.Invariant($"{entrant},2026-{month + 1:00}-15,deposits,{figure}\n")));

    [Fact]
    public void Whoever_joins_later_has_the_weights_of_the_stages_that_it_was_in()
    {
        var run = SmallJob.Run(
            Quarter + "entrants: [ { id: A, stage: '' }, { id: B, stage: '2' }, { id: B, stage: '3' } ]\n",
            Head + "indicators: { 存款额: { value: sum(存款) } }\nstages: { roll: weighted, weights: [ 0.5, 0.3, 0.2 ] }\n",
            ("facts.csv", $"entrant,date,measure,value\n{Facts("A", 100, 100, 100)}{Facts("B", 0, 100, 100)}"));

        Assert.Equal(
            [("A", 100m), ("B", 50m)], run.Rolled!.Value.Select(static row => (row.Entrant, row.Total.Number)));
    }

    // TEST VECTOR of 52-credit-union-deposit-carryover: plans 100 each, results 130, 60, 110.
    [Fact]
    public void A_surplus_helps_the_next_month_and_a_shortfall_is_added_to_its_plan()
    {
        var run = SmallJob.Run(
            Quarter + "plans: [ { entrant: A, measure: deposits, original: '100' } ]\n",
            Head + """
            carries: { 结转: { start: 0, formula: carried(结转) + sum(存款) - plan(存款) } }
            indicators:
              完成: { value: "sum(存款) + max(carried(结转), 0)" }
              计划: { value: "plan(存款) - min(carried(结转), 0)" }
            eligibility: { 完成计划: value(完成) >= value(计划) }
            total: { formula: value(完成) }
            """,
            ("facts.csv", "entrant,date,measure,value\n" + Facts("A", 130, 60, 110)));

        var rows = run.Stages.Select(static stage => stage.Standing.Rows[0]).ToList();
        Assert.Equal([30m, -10m, 0m], rows.Select(static row => row.Carries[0].Figure.Number));
        Assert.Equal([130m, 90m, 110m], rows.Select(static row => row.Indicators[0].Value.Number));
        Assert.Equal([100m, 100m, 110m], rows.Select(static row => row.Indicators[1].Value.Number));
        Assert.Equal([Verdict.Yes, Verdict.No, Verdict.Yes], rows.Select(static row => row.Eligible));
    }

    [Fact]
    public void A_streak_of_grades_ends_where_a_month_is_without()
    {
        var run = SmallJob.Run(
            Quarter,
            Head + """
            carries: { 连优: { start: 0, formula: "if(grade(优), carried(连优) + 1, 0)" } }
            indicators: { 存款额: { value: sum(存款) } }
            grades: { 优: { when: total >= 100 }, 连续优: { when: "total >= 50 and carried(连优) >= 2" } }
            """,
            ("facts.csv", "entrant,date,measure,value\n" + Facts("A", 100, 120, 60) + Facts("B", 120, 90, 100)));

        Assert.Equal([1m, 2m, 0m], Enumerable.Range(0, 3).Select(stage => SmallJob.Carry(run, stage, "A").Number));
        Assert.Equal([1m, 0m, 1m], Enumerable.Range(0, 3).Select(stage => SmallJob.Carry(run, stage, "B").Number));
        Assert.Equal("连续优", run.Standing.Rows.Single(static row => row.Entrant == "A").GradeGiven.Id);
    }

    [Fact]
    public void A_score_recovers_by_two_a_clean_month_up_to_80_and_begins_anew_each_year()
    {
        var run = SmallJob.Run(
            """
            rulebook: rules.yaml
            stages:
              - { from: 2025-11-01, to: 2025-12-01 }
              - { from: 2025-12-01, to: 2026-01-01 }
              - { from: 2026-01-01, to: 2026-02-01 }
            entrants: [ { id: A } ]
            facts: [ facts.csv ]
            """,
            Head + """
            carries: { 积分: { start: 80, formula: "min(80, if(stageOfYear = 1, 80, carried(积分)) + if(count(存款) = 0, 2, 0 - sum(存款)))" } }
            indicators: { 积分数: { value: carried(积分) } }
            """,
            ("facts.csv", "entrant,date,measure,value\nA,2025-11-05,deposits,9.5\n"));

        // The first stage is the first of its year here, as no earlier one is known.
        Assert.Equal([70.5m, 72.5m, 80m], Enumerable.Range(0, 3).Select(stage => SmallJob.Carry(run, stage, "A").Number));
    }

    [Fact]
    public void A_veto_closes_the_next_two_stages_too()
    {
        var run = SmallJob.Run(
            Quarter,
            Head + """
            carries: { 停赛: { start: 0, formula: "if(sum(存款) < 0, 2, max(carried(停赛) - 1, 0))" } }
            indicators: { 存款额: { value: sum(存款) } }
            gates: { 停赛期: { when: carried(停赛) > 0, scope: rating, effect: exclude } }
            """,
            ("facts.csv", "entrant,date,measure,value\n" + Facts("A", -1, 120, 60) + Facts("B", 1, 1, 1)));

        Assert.Equal(
            [Clearance.Open, Clearance.Excluded, Clearance.Excluded],
            run.Stages.Select(static stage => stage.Standing.Rows.Single(static row => row.Entrant == "A").Rating));
    }

    [Fact]
    public void What_is_carried_is_as_it_was_stored_na_included()
    {
        var run = SmallJob.Run(
            Quarter,
            Head + """
            carries: { 基数: { formula: "if(stageNumber = 1, sum(存款) / 0, carried(基数))" } }
            indicators: { 存款额: { value: "ifna(carried(基数), 7)" } }
            """,
            ("facts.csv", "entrant,date,measure,value\n" + Facts("A", 1, 2, 3)));

        Assert.Equal(Result.Na(NaReason.DivisionByZero), SmallJob.Carry(run, 2, "A"));
        Assert.Equal(Result.Of(7m), run.Standing.Rows[0].Total);
    }

    [Theory]
    [InlineData("sum", "* ,1,B,false,300|* ,2,A,false,290")]
    [InlineData("mean, decimals: 1", "* ,1,B,false,100|* ,2,A,false,96.7")]
    [InlineData("best(2)", "* ,1,A,false,230|* ,2,B,false,210")]
    [InlineData("last", "* ,1,A,false,110|* ,2,B,false,90")]
    [InlineData("weighted, weights: [ 40%, 40%, 35% ]", "* ,1,B,false,115.5|* ,2,A,false,110.5")]
    public void Stages_come_to_one_result(string roll, string expected)
    {
        var run = SmallJob.Run(
            Quarter,
            Head + $"indicators: {{ 存款额: {{ value: sum(存款) }} }}\nstages: {{ roll: {roll} }}\n",
            ("facts.csv", "entrant,date,measure,value\n" + Facts("A", 120, 60, 110) + Facts("B", 110, 100, 90)));

        var rolled = SmallJob.Csv(run).Split('\n').Where(static line => line.StartsWith('*')).Select(static line => line.TrimEnd(','));

        Assert.Equal(expected.Replace("* ", "*,", StringComparison.Ordinal), string.Join('|', rolled));
    }

    [Theory]
    [InlineData("carries: { 余: { start: carried(余), formula: 1 } }", "carry-start")]
    [InlineData("carries: { 余: { start: sum(存款), formula: 1 } }", "carry-start")]
    [InlineData("carries: { 余: { start: total, formula: 1 } }", "carry-start")]
    [InlineData("carries: { 余: { formula: carried(额) } }", "unknown-carry")]
    [InlineData("carries: { 余: { formula: 1 = 1 } }", "wrong-kind")]
    [InlineData("carries: { 余: { start: 0 } }", "missing-key")]
    [InlineData("stages: { roll: weighted }", "stage-weights")]
    [InlineData("stages: { roll: sum, weights: [ 1 ] }", "stage-weights")]
    public void What_cannot_be_carried_is_refused(string part, string mistake)
    {
        var (_, diagnostics) = Sample.Compile(Head + part + "\nindicators: { x: { value: sum(存款) } }\n");

        Assert.Contains(mistake, diagnostics.Select(static diagnostic => diagnostic.Id));
    }
}
