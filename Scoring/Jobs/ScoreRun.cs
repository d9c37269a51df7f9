using System.Collections.Immutable;
using Ganchao.Scoring.Plain;

namespace Ganchao.Scoring.Jobs;

/// <summary>A score job that was carried out: the standings, and what they were made of for those who ask why.</summary>
public sealed class ScoreRun
{
    private readonly Evaluator _evaluator;
    private readonly ImmutableArray<FactFile> _files;

    private ScoreRun(ScoreJob job, RulebookDefinition rulebook, MaterialReader materials, Evaluator evaluator)
    {
        _evaluator = evaluator;
        _files = job.Facts;
        Job = job;
        Rulebook = rulebook;
        var stages = ImmutableArray.CreateBuilder<StageRun>();
        foreach (var (position, stage) in job.Stages.Index())
        {
            var material = materials.Of(position, position == 0 ? null : stages[position - 1].Standing);
            stages.Add(new StageRun(stage.Name, material, evaluator.Score(rulebook, material)));
        }

        Stages = stages.ToImmutable();
        if (rulebook.Series is { } series)
        {
            var material = SeriesMaterial.Of(rulebook, Stages);
            Series = new StageRun(SeriesMaterial.Name, material, evaluator.Score(series, material));
        }
    }

    public ScoreJob Job { get; }

    public RulebookDefinition Rulebook { get; }

    /// <summary>In order; each is scored with what the ones before left to it.</summary>
    public ImmutableArray<StageRun> Stages { get; }

    /// <summary>What the rulebook over the stages makes of their results; null: there is none.</summary>
    public StageRun? Series { get; }

    /// <summary>Of the last stage.</summary>
    public ScoreMaterial Material => Stages[^1].Material;

    /// <summary>Of the last stage.</summary>
    public Standing Standing => Stages[^1].Standing;

    /// <summary>What the stages come to together; null where the rulebook does not say.</summary>
    public ImmutableArray<RolledRow>? Rolled => Rulebook.Stages is { } roll ? RollUp.Of(roll, Rulebook.Ranking, Stages) : null;

    /// <summary>
    /// The job carried out, with warnings: of the rulebook, and what in the files counts for nothing; null with the errors that
    /// refuse it.
    /// </summary>
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
            var materials = new MaterialReader(job, open);
            return (
                new ScoreRun(job, rulebook, materials, evaluator),
                [.. mistakes.Select(warning => new JobProblem(job.Rulebook, warning)), .. materials.Leftovers(rulebook)]);
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

    /// <param name="stage">From 0; null: the last.</param>
    public Explanation Explain(string entrant, int? stage = null) =>
        _evaluator.Explain(Rulebook, Stages[stage ?? Stages.Length - 1].Material, entrant);

    /// <summary>How an entrant's line in the series came about.</summary>
    public Explanation ExplainSeries(string entrant) => _evaluator.Explain(
        Rulebook.Series ?? throw new InvalidOperationException("The rulebook has no series."), Series!.Material, entrant);

    /// <summary>Where an entry stands, such as <c>facts.csv:17</c>, or the stage whose result it is.</summary>
    public string PlaceOf(Guid entry) => SeriesMaterial.PlaceOf(entry) ?? FactReader.PlaceOf(entry, _files);

    private static string TextOf(string file, Func<string, TextReader> open)
    {
        using var text = open(file);
        return text.ReadToEnd();
    }
}

/// <summary>One stage of a job that was carried out.</summary>
public sealed record StageRun(string Name, ScoreMaterial Material, Standing Standing);
