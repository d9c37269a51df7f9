using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Registers;

/// <summary>What a node of the organisation tree is; the plant's own word for it is in its name.</summary>
public enum UnitKind
{
    NotSet,
    Plant,
    Branch,
    Department,
    Team,

    /// <summary>攻关队: draws people from other teams for a while.</summary>
    TemporaryTeam,
}

/// <summary>A unit's name and place in the tree from a date on; a move is a further line with another parent.</summary>
public sealed record UnitLine : RegisterLine
{
    public required UnitId Unit { get; init; }

    public required UnitKind Kind { get; init; }

    public required Names Names { get; init; }

    /// <summary>The unit above; null only for the plant itself.</summary>
    public UnitId? Parent { get; init; }
}

/// <summary>A unit ends (split, merged, dissolved): <see cref="RegisterLine.From"/> is the first date without it.</summary>
public sealed record UnitClosedLine : RegisterLine
{
    public required UnitId Unit { get; init; }

    public UnitId? Successor { get; init; }

    /// <summary>Whether the successor goes on as the same entrant in running competitions.</summary>
    public bool EntrantContinues { get; init; }
}
