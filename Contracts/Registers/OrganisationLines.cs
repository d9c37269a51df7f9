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

/// <summary>How a person is employed (用工).</summary>
public enum Employment
{
    NotSet,

    /// <summary>本厂.</summary>
    Own,

    /// <summary>借工.</summary>
    Borrowed,

    /// <summary>派遣.</summary>
    Dispatched,
}

/// <summary>
/// A person belongs to a unit from a date on; a move is a further line. Known by the pseudonym only, never by name.
/// </summary>
public sealed record MemberLine : RegisterLine
{
    public required PersonId Person { get; init; }

    public required UnitId Unit { get; init; }

    public required Employment Employment { get; init; }

    /// <summary>The last production date; null: until ended.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether the person is there on a date.</summary>
    public bool IsOpenOn(DateOnly day) => Until is null || day <= Until;
}
