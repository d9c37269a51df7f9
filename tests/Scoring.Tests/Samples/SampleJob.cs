using Ganchao.Scoring.Jobs;
using Ganchao.Scoring.Tests.Goldens;

namespace Ganchao.Scoring.Tests.Samples;

/// <summary>The made-up cohort beside a rulebook of the samples, in <c>samples/score</c> under the rulebook's name.</summary>
internal static class SampleJob
{
    private static readonly string Folder = Path.Combine(GoldenData.Root, "samples", "score");

    /// <summary>Base names of all sample rulebooks with a cohort, such as <c>05-fuel-handling-9-indicator-minmax</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.GetFiles(Folder, "job.yaml", SearchOption.AllDirectories)
            .Select(static job => Path.GetFileName(Path.GetDirectoryName(job)!))
            .Order(StringComparer.Ordinal),
    ];

    public static string Text(string name, string file) => File.ReadAllText(Path.Combine(Folder, name, file));

    public static string Rulebook(string name) => GoldenData.SampleText("rulebooks", $"{name}.yaml");

    /// <param name="number">The number with which the base name begins, such as <c>05</c>.</param>
    /// <param name="evaluator">Its name.</param>
    /// <param name="edit">Changes the text of a file, by its name, before it is read.</param>
    public static ScoreRun Run(string number, string evaluator, Func<string, string, string>? edit = null)
    {
        var name = Names.Single(name => name.StartsWith($"{number}-", StringComparison.Ordinal));
        string Edited(string file) => edit is null ? Text(name, file) : edit(file, Text(name, file));

        var (run, problems) = ScoreRun.Of(
            Edited("job.yaml"), file => new StringReader(Edited(file)), GoldenData.EvaluatorNamed(evaluator));
        return run ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    public static bool Has(string name, string file) => File.Exists(Path.Combine(Folder, name, file));

    public static string SeriesCsv(ScoreRun run)
    {
        var csv = new StringWriter();
        StandingCsv.WriteSeries(run, csv);
        return csv.ToString();
    }

    public static string Csv(ScoreRun run)
    {
        var csv = new StringWriter();
        StandingCsv.Write(run, null, csv);
        return csv.ToString();
    }
}
