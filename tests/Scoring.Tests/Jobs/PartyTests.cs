using Ganchao.Scoring.Jobs;
using Ganchao.Scoring.Plain;

namespace Ganchao.Scoring.Tests.Jobs;

/// <summary>Entries with more than one party, entrants made of others, decisions, rows that are not for all, own dates.</summary>
public sealed class PartyTests
{
    private const string Stage = """
        rulebook: rules.yaml
        stage: { from: 2026-01-01, to: 2026-02-01 }
        facts: [ facts.csv ]

        """;

    private const string Head = "language: 1\ncode: parties\nnames: Parties\n";

    private static string Totals(ScoreRun run) => string.Join(
        ' ',
        run.Standing.Rows.OrderBy(static row => row.Entrant, StringComparer.Ordinal)
            .Select(static row => $"{row.Entrant}={NormalNumber.Of(row.Total)}"));

    // 49-safety-quiz-steal-points: right answers of a named team are its own, wrong ones cost the naming team.
    [Fact]
    public void Points_go_to_the_team_that_was_named_and_wrong_answers_are_the_namers()
    {
        var run = SmallJob.Run(
            Stage.Replace("facts: [ facts.csv ]", "facts: [ { file: facts.csv, tags: { answer: answer }, row_is_record: true } ]", StringComparison.Ordinal),
            Head + """
            inputs:
              自答对: { measure: risk, where: { answer: own_right } }
              自答错: { measure: risk, where: { answer: own_wrong } }
              被点对: { measure: risk, where: { answer: named_right }, party: counterparty }
              点人错: { measure: risk, where: { answer: named_wrong } }
            indicators:
              得分: { value: "100 + ifna(sum(自答对), 0) - ifna(sum(自答错), 0) + ifna(sum(被点对), 0) - ifna(sum(点人错), 0)" }
            """,
            ("facts.csv", """
            entrant,counterparty,date,measure,value,answer
            A,B,2026-01-05,risk,30,named_right
            A,C,2026-01-05,risk,20,named_wrong
            B,,2026-01-05,risk,10,own_wrong
            C,,2026-01-05,risk,20,own_right
            """));

        Assert.Equal("A=80 B=120 C=120", Totals(run));
    }

    // 41-train-conductor-management-intensity: offices and fleets deduct from the same conductors.
    [Theory]
    [InlineData("科室,c1,4\n车队,c1,3\n科室,c2,6\n车队,c2,2", "车队=50 科室=100")]
    [InlineData("车队,c1,3", "车队=100 科室=100")]
    [InlineData("科室,c1,4\n车队,c1,9", "车队=100 科室=44.44")]
    public void Scorers_are_measured_against_each_other(string deductions, string expected)
    {
        var rows = string.Concat(deductions.Split('\n').Select(static line => line.Split(',')).Select(
            static line => $"{line[1]},{line[0]},2026-01-05,deduction,{line[2]}\n"));
        var run = SmallJob.Run(
            Stage.Replace("facts: [ facts.csv ]", "facts: [ { file: facts.csv, row_is_record: true } ]\nentrants: [ { id: 科室 }, { id: 车队 } ]\ncoefficients: [ { entrant: 科室, name: 在岗, value: '2' }, { entrant: 车队, name: 在岗, value: '2' } ]", StringComparison.Ordinal),
            Head + """
            inputs: { 扣分: { measure: deduction, party: scorer } }
            constants: { 满分: 100 }
            indicators:
              人均扣分: { value: "ifna(sum(扣分), 0) / coefficient(在岗)", points: 0 }
              力度: { value: "if(worst(value(人均扣分)) = 0, 满分, min(value(人均扣分) / best(value(人均扣分)) * 满分, 满分))" }
            total: { formula: points(力度), decimals: 2 }
            """,
            ("facts.csv", "entrant,scorer,date,measure,value\n" + rows));

        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), Totals(run).Split(' ').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_branch_and_a_leader_count_what_their_teams_did_while_they_were_theirs()
    {
        var run = SmallJob.Run(
            Stage + """
            entrants: [ { id: 热处理分厂 }, { id: 书记 } ]
            members:
              - { entrant: 热处理分厂, member: 甲班, from: '', to: '2026-01-10', share: '' }
              - { entrant: 热处理分厂, member: 乙班, from: '', to: '', share: '' }
              - { entrant: 书记, member: 甲班, from: '2026-01-10', to: '', share: '0.5' }
            """,
            Head + "inputs: { 产量: output }\nindicators: { 产量额: { value: sum(产量) } }\n",
            ("facts.csv", """
            entrant,date,measure,value
            甲班,2026-01-05,output,10
            甲班,2026-01-12,output,7
            乙班,2026-01-12,output,100
            """));

        Assert.Equal("书记=3.5 热处理分厂=110", Totals(run));
    }

    [Fact]
    public void A_decision_counts_inside_its_range_only_and_says_why()
    {
        const string Book = Head + """
            inputs: { 效益: benefit }
            adjustments:
              奖额: { from: "band(sum(效益), under(100000, 300), range(100000, 500000, 500), from(500000, 1500))", to: "band(sum(效益), under(100000, 500), range(100000, 500000, 1500), from(500000, 2500))" }
            indicators: { 效益额: { value: sum(效益) } }
            awards: { 建议奖: { money: adjustment(奖额) } }
            """;
        var run = SmallJob.Run(
            Stage + """
            adjustments:
              - { entrant: A, name: 奖额, amount: '1200', reason: 推广面大 }
              - { entrant: B, name: 奖额, amount: '1600', reason: '' }
            """,
            Book,
            ("facts.csv", "entrant,date,measure,value\nA,2026-01-05,benefit,150000\nB,2026-01-05,benefit,150000\nC,2026-01-05,benefit,9\n"));

        var awards = run.Standing.Rows.ToDictionary(static row => row.Entrant, static row => row.Awards[0]);
        using var text = new StringWriter();
        ExplanationText.Write(run.Explain("A"), run.PlaceOf, text);

        Assert.Equal(1200m, awards["A"].Money);
        Assert.Equal(NaReason.OutOfDomain, awards["B"].Undecided);
        Assert.Equal(NaReason.NotDecided, awards["C"].Undecided);
        Assert.Contains("推广面大", text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adjustments: { 奖额: { from: 0, to: 5 } }\nindicators: { x: { value: 1 } }", "adjustment-unused")]
    [InlineData("indicators: { x: { value: adjustment(奖额) } }", "unknown-adjustment")]
    [InlineData("adjustments: { 奖额: { from: 0 } }\nindicators: { x: { value: adjustment(奖额) } }", "missing-key")]
    [InlineData("adjustments: { 奖额: { from: total, to: 5 } }\nindicators: { x: { value: adjustment(奖额) } }", "cycle")]
    [InlineData("inputs: { a: { measure: a, party: friend } }\nindicators: { x: { value: sum(a) } }", "wrong-value")]
    [InlineData("indicators: { x: { value: 1, applies: 1 } }", "wrong-kind")]
    public void What_cannot_be_decided_is_refused(string part, string mistake) =>
        Assert.Contains(mistake, Sample.Compile(Head + part + "\n").Diagnostics.Select(static diagnostic => diagnostic.Id));

    [Fact]
    public void A_row_that_is_not_for_all_is_left_out_and_its_base_re_spread()
    {
        var run = SmallJob.Run(
            Stage + "entrants: [ { id: A, kind: 炉前 }, { id: B, kind: 机加 }, { id: C, kind: '' } ]\ntags: [ kind ]\n",
            Head + """
            inputs: { 产量: output }
            sections: { 全部: {} }
            indicators:
              产量分: { section: 全部, base: 60, value: "ifna(sum(产量), 0)", points: min(value, base) }
              炉龄: { section: 全部, base: 40, applies: tag(kind) = "炉前", value: 30, when_na: { points: 10, mark: 未分类 } }
            gates: { 炉塌: { when: 1 = 1, scope: indicator(炉龄), effect: add(-5) } }
            """.Replace("points: min(value, base)", "points: \"min(value, base)\"", StringComparison.Ordinal)
               .Replace("applies: tag(kind) = \"炉前\"", "applies: 'tag(kind) = \"炉前\"'", StringComparison.Ordinal),
            ("facts.csv", "entrant,date,measure,value\nA,2026-01-05,output,60\nB,2026-01-05,output,60\nC,2026-01-05,output,60\n"));

        Assert.Equal("A=85 B=100 C=65", Totals(run));
        var marks = run.Standing.Rows.ToDictionary(static row => row.Entrant, static row => row.Indicators[1].Mark);
        Assert.Equal(("", "", "未分类"), (marks["A"], marks["B"], marks["C"]));
    }

    [Fact]
    public void Competitors_may_be_measured_over_dates_of_their_own()
    {
        var run = SmallJob.Run(
            Stage + "entrants: [ { id: 建筑, from: '2025-01-01', to: '2026-01-01' }, { id: 制造, from: '', to: '' } ]\n",
            Head + "inputs: { 事故: { measure: accidents, window: own } }\nindicators: { 事故数: { value: 'ifna(sum(事故), 0)' } }\n",
            ("facts.csv", """
            entrant,date,measure,value
            建筑,2024-12-31,accidents,1
            建筑,2025-06-01,accidents,2
            建筑,2026-01-05,accidents,4
            制造,2025-06-01,accidents,8
            制造,2026-01-05,accidents,16
            """));

        Assert.Equal("制造=16 建筑=2", Totals(run));
    }
}
