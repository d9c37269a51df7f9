namespace Ganchao.Scoring.Tests.Jobs;

/// <summary>Jobs that nobody means to write: they are refused in their place, or mean what they say.</summary>
public sealed class OddJobTests
{
    private const string Rules = "language: 1\ncode: odd\ninputs: { x: x }\nindicators: { a: { value: sum(x) } }\n";
    private const string Stage = "rulebook: rules.yaml\nstage: { from: 2026-05-01, to: 2026-06-01 }\nfacts: [ facts.csv ]\n";

    [Theory]
    [InlineData("99999999999")]
    [InlineData("-99999999999")]
    [InlineData("1.5")]
    public void The_place_of_a_shift_is_a_whole_number(string order)
    {
        var problem = Assert.Single(SmallJob.Problems(
            Stage, Rules, ("facts.csv", $"entrant,date,shift_order,measure,value\nA,2026-05-01,{order},x,1\n")));

        Assert.Contains($"'{order}' is no place of a shift", $"{problem}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_that_makes_a_figure_too_great_is_refused()
    {
        var problem = Assert.Single(SmallJob.Problems(
            Stage + "members: [ { entrant: B, member: A, share: '1000' } ]\n",
            Rules,
            ("facts.csv", "entrant,date,measure,value\nA,2026-05-01,x,9999999999999999999999999999\n")));

        Assert.Contains("Times this share", $"{problem}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stage: { from: 2026-06-01, to: 2026-05-01 }")]
    [InlineData("stage: { from: 2026-06-01, to: 2026-06-01 }")]
    [InlineData("stage: { from: 2026-05-01, to: 2026-06-01 }\nprevious: [ { from: 2026-05-01, to: 2026-04-01 } ]")]
    public void Dates_that_end_before_they_begin_are_refused(string dates) => Assert.Contains(
        "from < to",
        $"{Assert.Single(SmallJob.Problems($"rulebook: rules.yaml\n{dates}\nfacts: [ facts.csv ]\n", Rules))}",
        StringComparison.Ordinal);

    [Theory]
    [InlineData("tags: [ zone, zone ]\nentrants: [ { id: A, zone: z } ]\n")]
    [InlineData("year_start: 2000-06-01\n")]
    public void What_is_said_twice_or_long_before_is_no_crash(string more)
    {
        var run = SmallJob.Run(
            Stage.Replace("2026-05-01", "0001-01-01", StringComparison.Ordinal) + more,
            Rules,
            ("facts.csv", "entrant,date,measure,value\nA,2026-05-01,x,1\n"));

        Assert.Equal(1m, run.Standing.Rows[0].Total.Number);
    }

    [Theory]
    [InlineData("Entrant,date,measure,value\nA,2026-05-01,x,1\n", "There is no entrant")]
    [InlineData("班组,日期,指标,数值\nA,2026-05-01,x,1\n", "There is no entrant")]
    [InlineData("entrant,date,measure,vaule\nA,2026-05-01,x,1\n", "There is no value")]
    [InlineData("entrant;date;measure;value\nA;2026-05-01;x;1\n", "There is no entrant")]
    public void A_file_whose_columns_are_not_those_of_facts_is_refused_with_its_header(string facts, string said)
    {
        var problem = Assert.Single(SmallJob.Problems(Stage, Rules, ("facts.csv", facts)));

        Assert.StartsWith($"facts.csv:1:1 score-job: {said}", $"{problem}", StringComparison.Ordinal);
        Assert.Contains(facts.Split('\n')[0].Replace(",", ", ", StringComparison.Ordinal), $"{problem}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entrants: [ { id: A, divison: 甲组 } ]", "divison")]
    [InlineData("entrants: [ { id: A, zone: I } ]", "zone")]
    [InlineData("plans: [ { entrant: A, measure: x, orginal: '1' } ]", "orginal")]
    [InlineData("baselines: [ { entrant: A, measure: x, value: '1', reason: y } ]", "reason")]
    [InlineData("members: [ { entrant: B, member: A, weight: '2' } ]", "weight")]
    public void A_column_that_nobody_reads_is_refused(string table, string column) => Assert.Contains(
        $"Nobody reads the column '{column}'",
        $"{Assert.Single(SmallJob.Problems($"{Stage}{table}\n", Rules, Facts))}",
        StringComparison.Ordinal);

    [Theory]
    [InlineData("members: [ { entrant: A, member: A } ]", "one level only")]
    [InlineData("members: [ { entrant: B, member: A }, { entrant: A, member: B } ]", "one level only")]
    [InlineData("members: [ { entrant: B, member: A }, { entrant: C, member: B } ]", "one level only")]
    [InlineData("members: [ { entrant: B, member: A }, { entrant: B, member: A, from: 2026-05-03 } ]", "twice at a time")]
    [InlineData("members: [ { entrant: B, member: A, share: '-3' } ]", "greater than 0")]
    [InlineData("members: [ { entrant: B, member: A, share: '0' } ]", "greater than 0")]
    public void Members_belong_once_by_a_share_and_have_no_members(string members, string said) => Assert.Contains(
        said, $"{Assert.Single(SmallJob.Problems($"{Stage}{members}\n", Rules, Facts))}", StringComparison.Ordinal);

    [Theory]
    [InlineData("{ from: 2026-05-01, to: 2026-06-01 }, { from: 2026-05-31, to: 2026-07-01 }", ">= 2026-06-01")]
    [InlineData("{ from: 2026-06-01, to: 2026-07-01 }, { from: 2026-05-01, to: 2026-06-01 }", ">= 2026-07-01")]
    [InlineData("{ name: a, from: 2026-05-01, to: 2026-06-01 }, { name: a, from: 2026-06-01, to: 2026-07-01 }", "'a' once")]
    public void Stages_follow_one_another_under_names_of_their_own(string stages, string said) => Assert.Contains(
        said,
        $"{Assert.Single(SmallJob.Problems($"rulebook: rules.yaml\nstages: [ {stages} ]\nfacts: [ facts.csv ]\n", Rules, Facts))}",
        StringComparison.Ordinal);

    [Theory]
    [InlineData("facts: [ facts.csv, facts.csv ]", "once")]
    [InlineData("facts: [ { file: facts.csv, date_format: '%' } ]", "yyyy/M/d")]
    public void A_file_is_named_once_and_its_dates_are_written_somehow(string facts, string said) => Assert.Contains(
        said,
        $"{Assert.Single(SmallJob.Problems(Stage.Replace("facts: [ facts.csv ]", facts, StringComparison.Ordinal), Rules, Facts))}",
        StringComparison.Ordinal);

    [Fact]
    public void What_counts_for_nothing_is_said_and_the_job_is_carried_out()
    {
        var problems = SmallJob.Problems(
            Stage + "entrants: [ { id: A } ]\n"
                + "plans: [ { entrant: B, measure: x, original: '1' }, { entrant: A, measure: y, original: '1', stage: '9' } ]\n",
            Rules,
            ("facts.csv", "entrant,date,measure,value\nA,2026-05-01,x,1\nA,2026-05-02,outptu,1\nA,2026-05-03,outptu,1\n"
                + "B,2026-05-04,x,2\nA,2026-06-01,x,3\n"));

        Assert.Equal(
            [
                "facts.csv:3:1 counts-for-nothing: No input uses the measure 'outptu'; it counts for nothing (2 rows).",
                "facts.csv:5:1 counts-for-nothing: There is no entrant 'B'; it counts for nothing.",
                "facts.csv:6:1 counts-for-nothing: Within no stage lies '2026-06-01'; it counts for nothing.",
                "5:10 counts-for-nothing: There is no entrant 'B'; it counts for nothing.",
                "5:53 counts-for-nothing: There is no stage '9'; it counts for nothing.",
                "5:53 counts-for-nothing: The rulebook knows no such measure: 'y'; it counts for nothing.",
            ],
            problems.Select(problem => $"{problem}"));
        Assert.Contains("没有一项输入用到指标“outptu”,不计(共 2 行)。", problems[0].Text(inChinese: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_of_the_rulebook_is_told_with_the_standing()
    {
        var problem = Assert.Single(SmallJob.Problems(
            Stage,
            "language: 1\ncode: odd\ninputs: { x: { measure: x, unit: t }, y: { measure: y, unit: 元 } }\n"
                + "indicators: { a: { value: 'sum(x) + ifna(sum(y), 0)' } }\n",
            Facts));

        Assert.Equal(Severity.Warning, problem.Diagnostic.Severity);
        Assert.StartsWith("rules.yaml:4:", $"{problem}", StringComparison.Ordinal);
    }

    private static (string Name, string Text) Facts => ("facts.csv", "entrant,date,measure,value\nA,2026-05-01,x,1\n");
}
