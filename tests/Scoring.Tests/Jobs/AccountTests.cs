using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Jobs;

/// <summary>What a field keeps from stage to stage, and a rulebook over the results of stages.</summary>
public sealed class AccountTests
{
    private const string Quarter = """
        rulebook: rules.yaml
        stages:
          - { from: 2026-01-01, to: 2026-02-01 }
          - { from: 2026-02-01, to: 2026-03-01 }
          - { from: 2026-03-01, to: 2026-04-01 }
        entrants: [ { id: A }, { id: B } ]
        references: [ { name: 月奖, value: '100' } ]
        facts: [ facts.csv ]

        """;

    private const string Facts = "entrant,date,measure,value\nA,2026-01-05,x,3\nB,2026-01-05,x,1\nA,2026-02-05,x,1\nB,2026-02-05,x,1\nA,2026-03-05,x,1\nB,2026-03-05,x,4\n";

    private const string Reserve = """
        language: 1
        code: reserve
        names: Reserve
        inputs: { x: x }
        indicators: { 得分: { value: sum(x) } }
        awards:
          当月奖: { pool: reference(月奖) * 40%, weight: total }
          季度奖: { pool: "if(mod(stageNumber, 3) = 0, (account(平衡帐户) + reference(月奖) * 60%) * 80%, 0)", weight: total }
        accounts:
          平衡帐户: { formula: account(平衡帐户) + reference(月奖) * 60% - paid(季度奖), decimals: 2 }

        """;

    // TEST VECTOR of 09-sanhe-power-balance-account: 120 paid in the months + 144 at the quarter's end + 36 carried = 300.
    [Fact]
    public void A_reserve_keeps_what_is_not_paid_and_nothing_is_lost()
    {
        var run = SmallJob.Run(Quarter, Reserve, ("facts.csv", Facts));

        decimal Paid(int stage, string award) => run.Stages[stage].Standing.Rows
            .SelectMany(static row => row.Awards)
            .Where(finding => finding.Id == award)
            .Sum(static finding => finding.Money!.Value);

        Assert.Equal([60m, 120m, 36m], run.Stages.Select(static stage => stage.Standing.Accounts[0].Balance.Number));
        Assert.Equal([40m, 40m, 40m], Enumerable.Range(0, 3).Select(stage => Paid(stage, "当月奖")));
        Assert.Equal([0m, 0m, 144m], Enumerable.Range(0, 3).Select(stage => Paid(stage, "季度奖")));
        Assert.Contains("3,,,account 平衡帐户,,36,", SmallJob.Csv(run), StringComparison.Ordinal);
    }

    [Fact]
    public void An_account_opens_with_its_start_and_divisions_have_their_own()
    {
        var run = SmallJob.Run(
            Quarter.Replace("[ { id: A }, { id: B } ]", "[ { id: A, division: 甲 }, { id: B, division: 乙 } ]", StringComparison.Ordinal),
            """
            language: 1
            code: funds
            names: Funds
            inputs: { x: x }
            indicators: { 得分: { value: sum(x) } }
            accounts: { 基金: { start: reference(月奖) * 2, formula: account(基金) + sumOf(total) } }
            """,
            ("facts.csv", Facts));

        Assert.Equal(
            [("乙", 206m), ("甲", 205m)],
            run.Standing.Accounts.Select(static account => (account.Field, account.Balance.Number)));
    }

    [Fact]
    public void What_is_not_decided_is_not_paid_and_the_account_says_so()
    {
        var run = SmallJob.Run(
            Quarter,
            Reserve.Replace("weight: total }", "weight: coefficient(k) }", StringComparison.Ordinal),
            ("facts.csv", Facts));

        Assert.Equal(Result.Na(NaReason.NoCoefficient), run.Stages[0].Standing.Accounts[0].Balance);
    }

    [Theory]
    [InlineData("accounts: { 基金: { formula: total } }", "field-formula")]
    [InlineData("accounts: { 基金: { start: total, formula: 1 } }", "account-start")]
    [InlineData("accounts: { 基金: { start: sum(x), formula: 1 } }", "account-start")]
    [InlineData("accounts: { 基金: { formula: account(储备) } }", "unknown-account")]
    [InlineData("accounts: { 基金: { formula: paid(奖) } }", "unknown-award")]
    [InlineData("awards: { 奖: { money: 5 } }\nindicators: { x: { value: paid(奖) } }", "paid-elsewhere")]
    public void What_is_no_account_is_refused(string part, string mistake)
    {
        var more = part.Contains("indicators", StringComparison.Ordinal) ? "" : "indicators: { y: { value: sum(x) } }\n";
        var (_, diagnostics) = Sample.Compile("language: 1\ncode: a\nnames: A\ninputs: { x: x }\n" + part + "\n" + more);

        Assert.Contains(mistake, diagnostics.Select(static diagnostic => diagnostic.Id));
    }

    private const string Series = """
        language: 1
        code: series
        names: Series
        inputs: { x: x }
        indicators: { 得分: { value: sum(x) } }
        grades: { 优: { when: total >= 3 } }
        awards: { 月奖: { places: { 1: 100 }, ties: split } }
        series:
          inputs: { 月分: { measure: total }, 名次: { measure: place }, 优月: { measure: grade_优 }, 月奖金: { measure: award_月奖 } }
          figures: { 月: { per: record, formula: 月分 } }
          indicators:
            最好两月: { value: "bestOf(月, 2)" }
            优的月数: { value: sum(优月), points: value * 10 }
            奖金合计: { value: "ifna(sum(月奖金), 0)", points: 0 }
          ranking: { by: [ total desc, value(奖金合计) desc ], shared: 1-2-2-4 }
          awards: { 年度奖: { quota: 1, ties: each, money: 1000 } }

        """;

    [Fact]
    public void A_rulebook_over_the_series_scores_the_results_of_the_stages()
    {
        var run = SmallJob.Run(Quarter, Series, ("facts.csv", Facts));

        var rows = run.Series!.Standing.Rows;
        Assert.Equal(["B", "A"], rows.Select(static row => row.Entrant));
        Assert.Equal([5m, 4m], rows.Select(static row => row.Indicators[0].Value.Number));
        Assert.Equal([1m, 1m], rows.Select(static row => row.Indicators[1].Value.Number));
        Assert.Equal([150m, 150m], rows.Select(static row => row.Indicators[2].Value.Number));
        Assert.Equal([1000m], rows.SelectMany(static row => row.Awards).Select(static award => award.Money!.Value));
        using var text = new StringWriter();
        ExplanationText.Write(run.ExplainSeries("B"), run.PlaceOf, text);
        Assert.Contains("stage 3", text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("series: { code: x, indicators: { y: { value: 1 } } }", "unknown-key")]
    [InlineData("series: { inputs: { 月分: total }, indicators: { y: { value: sum(月) } } }", "unknown-name")]
    [InlineData("series: { series: { indicators: { y: { value: 1 } } }, indicators: { y: { value: 1 } } }", "unknown-key")]
    public void A_mistake_in_the_series_is_told_at_its_place(string part, string mistake)
    {
        var (rulebook, diagnostics) = Sample.Compile(
            "language: 1\ncode: a\nnames: A\ninputs: { x: x }\nindicators: { y: { value: sum(x) } }\n" + part + "\n");

        Assert.Null(rulebook);
        var found = Assert.Single(diagnostics, diagnostic => diagnostic.Id == mistake);
        Assert.Equal(6, found.Place.Line);
    }
}
