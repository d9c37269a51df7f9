using System.Text.Json.Serialization;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Competitions;

/// <summary>One step in the life of a competition (竞赛), appended and never changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(CompetitionProposedLine), "proposed")]
[JsonDerivedType(typeof(RulebookAdoptedLine), "rulebook-adopted")]
[JsonDerivedType(typeof(StageLine), "stage")]
[JsonDerivedType(typeof(DivisionLine), "division")]
[JsonDerivedType(typeof(EnrolmentLine), "enrolment")]
[JsonDerivedType(typeof(WithdrawalLine), "withdrawal")]
[JsonDerivedType(typeof(ObjectionLine), "objection")]
[JsonDerivedType(typeof(ObjectionAnsweredLine), "objection-answered")]
[JsonDerivedType(typeof(StageFinalisedLine), "stage-finalised")]
[JsonDerivedType(typeof(ReferenceLine), "reference")]
[JsonDerivedType(typeof(AdjustmentLine), "adjustment")]
public abstract record CompetitionLine
{
    /// <summary>Made by the client, kept over retries.</summary>
    public required Guid Id { get; init; }
}

/// <summary>A list of lines for one competition: taken whole or refused whole.</summary>
public sealed record CompetitionLines(IReadOnlyList<CompetitionLine> Lines);

/// <summary>The competition's name; the first line of each.</summary>
public sealed record CompetitionProposedLine : CompetitionLine
{
    public required Names Names { get; init; }
}

/// <summary>From now on the competition is scored by this rulebook, published before in the register.</summary>
public sealed record RulebookAdoptedLine : CompetitionLine
{
    /// <summary>SHA-256 of the rulebook's text, lower-case hexadecimal.</summary>
    public required string Rulebook { get; init; }

    /// <summary>
    /// The first stage that it is for; null: all. Needed once a stage has ended: what has ended keeps its rulebook.
    /// </summary>
    public StageCode? From { get; init; }
}

/// <summary>A stage (赛段) and its production dates.</summary>
public sealed record StageLine : CompetitionLine
{
    public required StageCode Stage { get; init; }

    public required Names Names { get; init; }

    public required DateRange Dates { get; init; }
}

/// <summary>A division (组别); places are given inside it.</summary>
public sealed record DivisionLine : CompetitionLine
{
    public required string Division { get; init; }

    public required Names Names { get; init; }
}

/// <summary>An entrant: a team, branch, person, project or the plant itself, by its id.</summary>
public sealed record EnrolmentLine : CompetitionLine
{
    public required string Entrant { get; init; }

    /// <summary>The name shown where the registers hold none.</summary>
    public Names? Names { get; init; }

    public string? Division { get; init; }

    /// <summary>Listed without a place.</summary>
    public bool Guest { get; init; }
}

/// <summary>An entrant leaves.</summary>
public sealed record WithdrawalLine : CompetitionLine
{
    public required string Entrant { get; init; }
}
