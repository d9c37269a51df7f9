using System.Text;
using Ganchao.Scoring.Jobs;
using Ganchao.Scoring.Tests.Goldens;

namespace Ganchao.Scoring.Tests.Jobs;

public sealed class ScoreRunTests
{
    private const string Rulebook = """
        language: 1
        code: test
        names: Test
        inputs: { made: output, minor: { measure: injury, where: { severity: minor } } }
        constants: { target: 10 }
        indicators:
          amount: { base: 40, value: { formula: sum(made) / plan(made) * 100, decimals: 1 }, points: "base + step(value - 100, 1, 0.5)", when_missing: { points: neutral, mark: 待报 } }
          safe: { value: 0 - countIf(minor > 0), points: "if(value < 0, value * 2, best(sum(made)) / target)" }
        gates: { low: { when: points(amount) < 30, scope: award, effect: exclude } }
        total: { decimals: 1 }
        """;

    private const string Job = """
        rulebook: rules.yaml
        stage: { from: 2026-05-01, to: 2026-06-01 }
        shifts: [ day, night ]
        entrants:
          - { id: 熔炼班, division: 热 }
          - { id: 清理班, division: 热 }
          - { id: guests, division: 热, guest: "true" }
        facts:
          - { file: facts.csv, tags: { severity: severity } }
        plans: plans.csv
        """;

    private const string Facts = """
        entrant,date,shift,measure,value,severity
        熔炼班,2026-05-04,day,output,60,
        熔炼班,2026-05-04,night,output,44.5,
        "熔炼班",2026-05-05,day,injury,1,minor
        清理班,2026-05-05,day,output,refused,
        guests,2026-05-05,day,output,,
        """;

    private const string Plans = "entrant,measure,original\n熔炼班,output,100\n清理班,output,50\n";

    private static (ScoreRun? Run, IReadOnlyList<JobProblem> Problems) Run(
        string job = Job, string facts = Facts, string rulebook = Rulebook, Evaluator? evaluator = null)
    {
        var (run, problems) = ScoreRun.Of(
            job,
            file => new StringReader(file switch { "rules.yaml" => rulebook, "plans.csv" => Plans, _ => facts }),
            evaluator ?? Evaluator.Plain);
        return (run, problems);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("live")]
    public void A_job_gives_a_standing_whose_csv_is_the_same_in_every_run(string evaluator)
    {
        var run = Run(evaluator: Evaluator.All.Single(one => one.Name == evaluator)).Run!;
        var csv = new StringWriter();

        StandingCsv.Write(run.Standing, run.Rulebook, csv);

        Assert.Equal(
            """
            division,place,entrant,guest,total,value amount,points amount,mark amount,value safe,points safe,mark safe,gates,undecided_gates,eligible,award,grade,rating,grade_given,key 1
            热,1,熔炼班,false,40,104.5,42,,-1,-2,,,,Yes,Open,Open,Open,,40
            热,2,清理班,false,10.5,n/a(Refused),0,,0,10.45,,low,,Yes,Excluded,Open,Open,,10.5
            热,,guests,true,50.5,n/a(Missing),40,待报,0,10.45,,,,Yes,Open,Open,Open,,50.5

            """.Split('\n').Order(StringComparer.Ordinal),
            csv.ToString().Split('\n').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_score_opens_into_its_numbers_down_to_the_lines_of_the_file()
    {
        var run = Run().Run!;
        var text = new StringWriter();

        ExplanationText.Write(run.Explain("熔炼班"), run.PlaceOf, text);

        Assert.Equal(
            """
            Row 熔炼班 = 40
              Total total = amount + safe = 42 + -2 = 40
                Points amount = base + step(value - 100, 1, 0.5) = 40 + step(104.5 - 100, 1, 0.5) = 42
                  Value amount = sum(made) / plan(made) * 100 = 104.5 / 100 * 100 = 104.5
                    Fold made = sum(made) = 104.5    (2 counted)
                      entries: facts.csv:2, facts.csv:3
                    Term made = plan(made) = 100
                    Rounding round = 1    (rounded to 1 decimal, half away from zero)
                  Term base = 40
                  Function step = step(value - 100, 1, 0.5) = step(104.5 - 100, 1, 0.5) = 2    (4 full steps)
                    Value value = 104.5
                Points safe = if(value < 0, value * 2, best(sum(made)) / target) = if((-1) < 0, (-1) * 2, 104.5 / 10) = -2
                  Value safe = 0 - countIf(minor > 0) = 0 - 1 = -1
                    Fold minor = countIf(minor > 0) = 1    (1 counted)
                      entries: facts.csv:4
                  Function if = if(value < 0, value * 2, best(sum(made)) / target) = if((-1) < 0, (-1) * 2, 104.5 / 10) = -2    (the condition holds)
                    Value value = -1
                    Value value = -1
                Rounding round = 1    (rounded to 1 decimal, half away from zero)

            """,
            text.ToString());
    }

    [Fact]
    public void Json_holds_numbers_in_one_normal_form_and_reasons_where_there_is_none()
    {
        var json = new MemoryStream();

        StandingJson.Write(Run().Run!.Standing, json);

        var text = Encoding.UTF8.GetString(json.ToArray());
        Assert.Contains("\"total\": 10.5,", text, StringComparison.Ordinal);
        Assert.Contains("\"na\": \"Missing\"", text, StringComparison.Ordinal);
        Assert.Contains("\"entrant\": \"熔炼班\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "entrant,date,measure,value\nA,2026-05-32,output,1",
        "facts.csv:2:1 score-job: '2026-05-32' is not a date written as yyyy-MM-dd.")]
    [InlineData(
        "entrant,date,measure,value\nA,2026-05-01,output,1 000",
        "facts.csv:2:1 score-job: '1 000' is not a number such as -12.5.")]
    [InlineData(
        "entrant,date,measure,value\nA,2026-05-01,output", "facts.csv:2:1 score-job: This line has 3 fields, the header has 4.")]
    [InlineData("entrant,date,measure,value\nA,2026-05-01,\"output,1", "facts.csv:2:1 score-job: A quote does not belong here or is not closed; write a quote within a field twice, and the field in quotes.")]
    [InlineData(
        "entrant,date,measure,value\n,2026-05-01,output,1",
        "facts.csv:2:1 score-job: There is no entrant: name its column under columns, or its text under fixed.")]
    [InlineData(
        "entrant,date,shift,measure,value,severity\nA,2026-05-01,noon,output,1,",
        "facts.csv:2:1 score-job: Shift 'noon' is not among the shifts of the job.")]
    public void A_file_that_cannot_be_read_is_refused_with_its_line(string facts, string problem)
    {
        var job = facts.Contains("shift", StringComparison.Ordinal) ? Job
            : Job.Replace(", tags: { severity: severity }", "", StringComparison.Ordinal).Replace(
            "shifts: [ day, night ]", "", StringComparison.Ordinal);

        Assert.Equal(problem, Assert.Single(Run(job, facts).Problems).ToString());
    }

    [Fact]
    public void A_job_and_a_rulebook_with_mistakes_are_refused_at_their_places()
    {
        Assert.Equal(
            ["1:1 missing-key", "2:1 unknown-key"], Run(job: "rulebook: rules.yaml\nstadium: 1\n").Problems.Select(Short));
        Assert.StartsWith(
            "rules.yaml:",
            Run(rulebook: Rulebook.Replace("sum(made)", "sum(mode)", StringComparison.Ordinal)).Problems[0].ToString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("garments")]
    [InlineData("steel")]
    [InlineData("medals")]
    public void Every_sample_job_can_be_scored_as_it_lies_there(string folder)
    {
        var (run, problems) = ScoreRun.Of(
            GoldenData.SampleText("data", folder, $"{folder}.job.yaml"),
            file => new StringReader(GoldenData.SampleText("data", folder, file)),
            Evaluator.Live);

        Assert.All(problems, problem => Assert.Equal("ratio-averaged", problem.Diagnostic.Id));
        Assert.Contains(run!.Standing.Rows, static row => row.Place == 1m);
    }

    private static string Short(JobProblem problem) => problem.ToString().Split(':') is [var line, var rest, ..]
        ? $"{line}:{rest}" : "";
}
