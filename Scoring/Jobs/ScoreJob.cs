using System.Collections.Immutable;

namespace Ganchao.Scoring.Jobs;

/// <summary>
/// What <c>score</c> is asked to do: a rulebook, a stage, files of facts and what is agreed for the entrants.
/// No file is opened here.
/// </summary>
public sealed record ScoreJob
{
    /// <summary>File of the rulebook, relative to the job file.</summary>
    public required string Rulebook { get; init; }

    /// <summary>In order; at least one.</summary>
    public required ImmutableArray<JobStage> Stages { get; init; }

    /// <summary>Written as a list, so that results say which stage they are of.</summary>
    public bool HasManyStages { get; init; }

    /// <summary>Names of shifts within a production date, first to last.</summary>
    public ImmutableArray<string> Shifts { get; init; } = [];

    public required ImmutableArray<FactFile> Facts { get; init; }

    /// <summary>Null: every entrant that the facts name, in ordinal order.</summary>
    internal JobTable? Entrants { get; init; }

    internal JobTable? Plans { get; init; }

    internal JobTable? Baselines { get; init; }

    internal JobTable? Coefficients { get; init; }

    /// <summary>Columns of the table of entrants that are tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    internal JobTable? References { get; init; }

    internal JobTable? Adjustments { get; init; }

    internal JobTable? Members { get; init; }
}

/// <summary>One stage of a job.</summary>
/// <param name="Name">Empty where the job has one stage without a name.</param>
public sealed record JobStage(string Name, StageCalendar Calendar, DateOnly AsOf);

/// <summary>A file of facts and what its columns mean.</summary>
public sealed record FactFile
{
    /// <summary>Relative to the job file.</summary>
    public required string File { get; init; }

    /// <summary>Heading by field of a fact; a field that is not here is looked for under its own name.</summary>
    public ImmutableDictionary<string, string> Columns { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Text by field of a fact, the same in all rows.</summary>
    public ImmutableDictionary<string, string> Fixed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The wide form: heading by measure. Empty: the long form, with a measure and a value in each row.</summary>
    public ImmutableArray<NamedColumn> Measures { get; init; } = [];

    public ImmutableArray<NamedColumn> Attributes { get; init; } = [];

    public ImmutableArray<NamedColumn> Tags { get; init; } = [];

    /// <summary>As .NET writes date patterns.</summary>
    public string DateFormat { get; init; } = "yyyy-MM-dd";

    /// <summary>Every row is a record of its own, as with cells that take many entries.</summary>
    public bool RowIsRecord { get; init; }

    public ImmutableArray<Replacement> Replacements { get; init; } = [];
}

public sealed record NamedColumn(string Name, string Column);

/// <summary>A word of a file that means another one.</summary>
/// <param name="Column">Heading in whose fields it is replaced.</param>
public sealed record Replacement(string Column, string From, string To);

/// <summary>A small table: a file, or rows written in the job.</summary>
internal sealed record JobTable(string File, Table? Written);
