using Ganchao.Scoring.Jobs;

namespace Ganchao.Silo.CommandLine;

/// <summary>
/// <c>ganchao score</c>: a rulebook and CSV facts in, the standing out, without database or cluster; by the plain
/// evaluator, or by the live one where asked.
/// </summary>
internal static class ScoreCommand
{
    public const int Fine = 0;
    public const int Refused = 1;
    public const int WrongCall = 2;

    private const string Usage =
        """
        ganchao score JOB.yaml [--evaluator plain|live] [--format csv|json] [--explain ENTRANT]
          JOB.yaml     rulebook, stage and files of facts; see docs/score.md
          --evaluator  plain (the recount, default) or live (the one behind the boards)
          --format     csv (default) or json
          --explain    how one entrant's points came about, down to the entries, instead of the standing
        """;

    /// <returns>0: scored, 1: the job or its rulebook was refused, 2: the call is wrong.</returns>
    public static int Run(IReadOnlyList<string> args, Stream output, TextWriter error)
    {
        if (args.Contains("--help"))
        {
            error.WriteLine(Usage);
            return Fine;
        }

        var evaluatorName = Option(args, "--evaluator") ?? "plain";
        var format = Option(args, "--format") ?? "csv";
        var evaluator = Evaluator.All.FirstOrDefault(known => known.Name == evaluatorName);
        if (args.Count == 0 || args[0].StartsWith('-') || evaluator is null || format is not ("csv" or "json"))
        {
            error.WriteLine(Usage);
            return WrongCall;
        }

        try
        {
            return Score(args[0], evaluator, format, Option(args, "--explain"), output, error);
        }
        catch (IOException missing)
        {
            error.WriteLine(missing.Message);
            return WrongCall;
        }
    }

    private static int Score(
        string file, Evaluator evaluator, string format, string? explain, Stream output, TextWriter error)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var (run, problems) = ScoreRun.Of(
            File.ReadAllText(file), named => File.OpenText(Path.Combine(folder, named)), evaluator);
        if (run is null)
        {
            foreach (var problem in problems)
            {
                error.WriteLine(problem);
            }

            return Refused;
        }

        if (explain is not null)
        {
            if (run.Standing.Rows.All(row => row.Entrant != explain))
            {
                error.WriteLine($"There is no entrant '{explain}'.");
                return Refused;
            }

            WriteExplanation(run, explain, format, output);
        }
        else
        {
            WriteStanding(run, format, output);
        }

        return Fine;
    }

    private static void WriteExplanation(ScoreRun run, string entrant, string format, Stream output)
    {
        if (format == "json")
        {
            StandingJson.Write(run.Explain(entrant), run.PlaceOf, output);
            return;
        }

        using var text = new StreamWriter(output, leaveOpen: true);
        ExplanationText.Write(run.Explain(entrant), run.PlaceOf, text);
    }

    private static void WriteStanding(ScoreRun run, string format, Stream output)
    {
        if (format == "json")
        {
            StandingJson.Write(run.Standing, output);
            return;
        }

        using var text = new StreamWriter(output, leaveOpen: true);
        StandingCsv.Write(run.Standing, run.Rulebook, text);
    }

    private static string? Option(IReadOnlyList<string> args, string name)
    {
        var at = args.ToList().IndexOf(name);
        return at >= 0 && at + 1 < args.Count ? args[at + 1] : null;
    }
}
