using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Goldens;

/// <summary>
/// Tables and the results that others computed from them: the project's own samples always, and beside the repository, in
/// <c>../shared/data</c>, real ones where they are there.
/// </summary>
internal static class GoldenData
{
    public const string Sample = "sample";
    public const string Real = "real";

    public static readonly string Root = FindRoot();
    private static readonly string SharedData = Path.Combine(Root, "..", "shared", "data");

    public static IReadOnlyList<Evaluator> Evaluators => Evaluator.All;

    public static IReadOnlyList<string> Sources => Directory.Exists(SharedData) ? [Sample, Real] : [Sample];

    /// <summary>Every source with every evaluator.</summary>
    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (var source in Sources)
        {
            foreach (var evaluator in Evaluators)
            {
                all.Add(source, evaluator.Name);
            }
        }

        return all;
    }

    public static Evaluator EvaluatorNamed(string name) => Evaluators.Single(evaluator => evaluator.Name == name);

    public static string SampleText(params string[] path) => File.ReadAllText(Path.Combine([Root, "samples", .. path]));

    public static string RealText(params string[] path) => File.ReadAllText(Path.Combine([SharedData, .. path]));

    public static IReadOnlyList<Dictionary<string, string>> Rows(string csv)
    {
        var table = CsvReader.Read("golden", new StringReader(csv));
        return [.. table.Rows.Select(
            row => table.Header.Zip(row.Fields).ToDictionary(static field => field.First, static field => field.Second))];
    }

    public static ScoreJob Job(string folder)
    {
        var (job, problems) = ScoreJobReader.Read(SampleText("data", folder, $"{folder}.job.yaml"));
        return job ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    /// <summary>Scores with a rulebook of the samples and with a table in place of the job's own.</summary>
    public static ScoreRun Run(ScoreJob job, string rulebook, string facts, string evaluator)
    {
        var (run, problems) = ScoreRun.Of(
            job,
            file => new StringReader(file == job.Rulebook ? rulebook : facts),
            EvaluatorNamed(evaluator));
        return run ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ganchao.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("There is no Ganchao.slnx above the tests.");
    }
}
