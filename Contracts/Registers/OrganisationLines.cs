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

/// <summary>How somebody is employed (用工性质).</summary>
public enum Employment
{
    NotSet,

    /// <summary>The plant's own (本厂).</summary>
    Own,

    /// <summary>借工: lent by another plant or firm.</summary>
    Borrowed,

    /// <summary>派遣: sent by an agency.</summary>
    Dispatched,
}

/// <summary>
/// A person belongs to a team from a date on (班组成员); a later line moves the person, one without a unit says that the person
/// has left.
/// </summary>
public sealed record MembershipLine : RegisterLine
{
    /// <summary>Pseudonymous; whose name it is stands with the accounts alone.</summary>
    public required PersonId Person { get; init; }

    public UnitId? Unit { get; init; }

    /// <summary>Set where a unit is.</summary>
    public Employment Employment { get; init; }
}
