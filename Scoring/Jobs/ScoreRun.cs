using System.Collections.Immutable;
using Ganchao.Scoring.Plain;

namespace Ganchao.Scoring.Jobs;

/// <summary>A score job that was carried out: the standing, and what it was made of for those who ask why.</summary>
public sealed class ScoreRun
{
    private readonly Evaluator _evaluator;
    private readonly ImmutableArray<FactFile> _files;

    private ScoreRun(ScoreJob job, RulebookDefinition rulebook, ScoreMaterial material, Evaluator evaluator)
    {
        _evaluator = evaluator;
        _files = job.Facts;
        Rulebook = rulebook;
        Material = material;
        Standing = evaluator.Score(rulebook, material);
    }

    public RulebookDefinition Rulebook { get; }

    public ScoreMaterial Material { get; }

    public Standing Standing { get; }

    /// <param name="job">Text of the job.</param>
    /// <param name="open">Opens a file that the job names, relative to the job file; called once per file.</param>
    public static (ScoreRun? Run, ImmutableArray<JobProblem> Problems) Of(
        string job, Func<string, TextReader> open, Evaluator evaluator)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(evaluator);
        var (read, problems) = ScoreJobReader.Read(job);
        return read is null ? (null, problems) : Of(read, open, evaluator);
    }

    public static (ScoreRun? Run, ImmutableArray<JobProblem> Problems) Of(
        ScoreJob job, Func<string, TextReader> open, Evaluator evaluator)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(evaluator);
        var (rulebook, mistakes) = RulebookReader.Read(TextOf(job.Rulebook, open));
        mistakes = rulebook is null ? mistakes : CompiledRulebook.Compile(rulebook).Diagnostics;
        if (rulebook is null || mistakes.Any(static mistake => mistake.Severity == Severity.Error))
        {
            return (null, [.. mistakes.Select(mistake => new JobProblem(job.Rulebook, mistake))]);
        }

        try
        {
            return (new ScoreRun(job, rulebook, MaterialOf(job, open), evaluator), []);
        }
        catch (JobRefusedException refused)
        {
            return (null, [refused.Problem]);
        }
        catch (Exception mistake) when (mistake is UncheckedRulebookException or InsufficientExecutionStackException)
        {
            var diagnostic = new Diagnostic("unchecked-rulebook", Severity.Error, default, "规则有误,请先检查。", mistake.Message);
            return (null, [new JobProblem(job.Rulebook, diagnostic)]);
        }
    }

    public Explanation Explain(string entrant) => _evaluator.Explain(Rulebook, Material, entrant);

    /// <summary>Where an entry stands, such as <c>facts.csv:17</c>.</summary>
    public string PlaceOf(Guid entry) => FactReader.PlaceOf(entry, _files);

    private static ScoreMaterial MaterialOf(ScoreJob job, Func<string, TextReader> open)
    {
        Table? Open(JobTable? table) => table is null ? null : table.Written ?? Csv(table.File, open);

        var facts = job.Facts.SelectMany(file => new FactReader(Csv(file.File, open), file, job).Facts()).ToList();
        var entrants = Open(job.Entrants) is { } table ? TermsReader.Entrants(table) : AllIn(facts);
        var plans = TermsReader.Plans(Open(job.Plans));
        var baselines = TermsReader.Figures(Open(job.Baselines), "measure");
        var coefficients = TermsReader.Figures(Open(job.Coefficients), "name");
        var terms = entrants.ToDictionary(static entrant => entrant.Id, entrant => new EntrantTerms
        {
            Plans = plans.GetValueOrDefault(entrant.Id, []),
            Baselines = baselines.GetValueOrDefault(entrant.Id, []),
            Coefficients = coefficients.GetValueOrDefault(entrant.Id, []),
        });
        return new ScoreMaterial(entrants, terms, facts, job.Calendar, job.AsOf);
    }

    private static IReadOnlyList<Entrant> AllIn(List<Fact> facts) =>
    [
        .. facts.Select(static fact => fact.Entrant)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(static id => new Entrant(id)),
    ];

    private static Table Csv(string file, Func<string, TextReader> open)
    {
        using var text = open(file);
        return CsvReader.Read(file, text);
    }

    private static string TextOf(string file, Func<string, TextReader> open)
    {
        using var text = open(file);
        return text.ReadToEnd();
    }
}
