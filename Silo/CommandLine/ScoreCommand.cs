using System.Globalization;
using Ganchao.Scoring.Jobs;
using Ganchao.Silo.Import;
using Ganchao.Silo.Import.Files;

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
        ganchao score JOB.yaml [--evaluator plain|live] [--format csv|json] [--stage N|series] [--explain ENTRANT] [--language zh|en]
          JOB.yaml     rulebook, stage and files of facts; see docs/score.md
          --evaluator  plain (the recount, default) or live (the one behind the boards)
          --format     csv (default) or json
          --stage      one stage of a job with many, from 1, or what the rulebook over the series makes of them;
                       left out: all, with what they come to
          --explain    how one entrant's points came about, down to the entries, instead of the standing
          --language   of what is wrong or counts for nothing, on the error output; left out: the computer's
        """;

    /// <returns>0: scored, 1: the job or its rulebook was refused, 2: the call is wrong.</returns>
    public static int Run(IReadOnlyList<string> args, Stream output, TextWriter error)
    {
        if (args.Contains("--help"))
        {
            error.WriteLine(Usage);
            return Fine;
        }

        if (Asked.Of(args) is not { } asked)
        {
            error.WriteLine(Usage);
            return WrongCall;
        }

        try
        {
            return Score(asked, output, error);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            error.WriteLine(unreadable.Message);
            return WrongCall;
        }
        catch (MappingException noText)
        {
            error.WriteLine(noText.Message);
            return Refused;
        }
    }

    private static int Score(Asked asked, Stream output, TextWriter error)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(asked.File))!;
        var (run, problems) = ScoreRun.Of(
            TextOf(asked.File), named => new StringReader(TextOf(Path.Combine(folder, named))), asked.Evaluator);
        foreach (var problem in problems)
        {
            error.WriteLine(problem.Text(asked.InChinese));
        }

        if (run is null)
        {
            return Refused;
        }

        if (asked.IsSeries && run.Series is null)
        {
            error.WriteLine("The rulebook has no series.");
            return Refused;
        }

        if (asked.Stage >= run.Stages.Length)
        {
            error.WriteLine(FormattableString.Invariant($"There are {run.Stages.Length} stages."));
            return Refused;
        }

        if (asked.Explain is not { } entrant)
        {
            WriteStanding(run, asked, output);
            return Fine;
        }

        var stage = asked.IsSeries ? run.Series! : run.Stages[asked.Stage ?? run.Stages.Length - 1];
        if (stage.Standing.Rows.All(row => row.Entrant != entrant))
        {
            error.WriteLine($"There is no entrant '{entrant}'.");
            return Refused;
        }

        WriteExplanation(run, entrant, asked, output);
        return Fine;
    }

    // As spreadsheets save it: with a byte order mark, in UTF-8 or in GB18030.
    private static string TextOf(string file) => TextDecoding.Decode(File.ReadAllBytes(file), Path.GetFileName(file));

    private static void WriteExplanation(ScoreRun run, string entrant, Asked asked, Stream output)
    {
        var explanation = asked.IsSeries ? run.ExplainSeries(entrant) : run.Explain(entrant, asked.Stage);
        if (asked.AsJson)
        {
            StandingJson.Write(explanation, run.PlaceOf, output);
            return;
        }

        using var text = new StreamWriter(output, leaveOpen: true);
        ExplanationText.Write(explanation, run.PlaceOf, text);
    }

    private static void WriteStanding(ScoreRun run, Asked asked, Stream output)
    {
        if (asked.AsJson)
        {
            WriteJson(run, asked, output);
            return;
        }

        using var text = new StreamWriter(output, leaveOpen: true);
        if (asked.IsSeries)
        {
            StandingCsv.WriteSeries(run, text);
        }
        else
        {
            StandingCsv.Write(run, asked.Stage, text);
        }
    }

    private static void WriteJson(ScoreRun run, Asked asked, Stream output)
    {
        if (asked.IsSeries)
        {
            StandingJson.Write(run.Series!.Standing, output);
        }
        else
        {
            StandingJson.Write(run, asked.Stage, output);
        }
    }

    /// <summary>The call, understood.</summary>
    /// <param name="Stage">From 0; null: all.</param>
    /// <param name="Explain">Whose points; null: the standing.</param>
    private sealed record Asked(
        string File, Evaluator Evaluator, bool AsJson, int? Stage, bool IsSeries, string? Explain, bool InChinese)
    {
        /// <summary>Null when the call is wrong.</summary>
        public static Asked? Of(IReadOnlyList<string> args)
        {
            var evaluator = Evaluator.All.FirstOrDefault(known => known.Name == (Option(args, "--evaluator") ?? "plain"));
            var format = Option(args, "--format") ?? "csv";
            var stage = Option(args, "--stage");
            var isSeries = stage == "series";
            var isNumber = int.TryParse(stage, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
            if (stage is not null && !isSeries && !isNumber)
            {
                return null;
            }

            var language = Option(args, "--language") ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
            return args.Count == 0 || args[0].StartsWith('-') || evaluator is null || format is not ("csv" or "json")
                || Option(args, "--language") is not (null or "zh" or "en")
                ? null
                : new Asked(args[0], evaluator, format == "json", number == 0 ? null : number - 1, isSeries,
                    Option(args, "--explain"), language == "zh");
        }
    }

    private static string? Option(IReadOnlyList<string> args, string name)
    {
        var at = args.ToList().IndexOf(name);
        return at >= 0 && at + 1 < args.Count ? args[at + 1] : null;
    }
}
