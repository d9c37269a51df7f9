using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Jobs;

/// <summary>A job whose files are texts: <c>rules.yaml</c>, <c>facts.csv</c> and whatever else it names.</summary>
internal static class SmallJob
{
    public static readonly string[] BothEvaluators = [.. Evaluator.All.Select(static evaluator => evaluator.Name)];

    /// <summary>Carried out by both evaluators, which come to the same in every stage.</summary>
    public static ScoreRun Run(string job, string rulebook, params (string Name, string Text)[] files)
    {
        var runs = Evaluator.All.Select(evaluator => Run(job, rulebook, evaluator, files)).ToList();
        Assert.Equal(
            runs[0].Stages.Select(static stage => stage.Standing), runs[1].Stages.Select(static stage => stage.Standing));
        Assert.Equal(runs[0].Series?.Standing, runs[1].Series?.Standing);
        return runs[0];
    }

    public static IReadOnlyList<JobProblem> Problems(string job, string rulebook, params (string Name, string Text)[] files) =>
        ScoreRun.Of(job, name => Open(name, rulebook, files), Evaluator.Plain).Problems;

    public static string Csv(ScoreRun run)
    {
        var csv = new StringWriter();
        StandingCsv.Write(run, stage: null, csv);
        return csv.ToString();
    }

    public static Result Carry(ScoreRun run, int stage, string entrant) =>
        run.Stages[stage].Standing.Rows.Single(row => row.Entrant == entrant).Carries[0].Figure;

    private static ScoreRun Run(string job, string rulebook, Evaluator evaluator, (string Name, string Text)[] files)
    {
        var (run, problems) = ScoreRun.Of(job, name => Open(name, rulebook, files), evaluator);
        return run ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    private static StringReader Open(string name, string rulebook, (string Name, string Text)[] files) =>
        new(name == "rules.yaml" ? rulebook : files.Single(file => file.Name == name).Text);
}
