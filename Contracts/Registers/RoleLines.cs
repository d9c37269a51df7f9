using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Registers;

/// <summary>
/// A person holds a role from <see cref="RegisterLine.From"/> on, in one unit and all below it or in the whole plant; for
/// oneself, or as the deputy (代) of somebody who holds it. A later line about the same person, role, unit and principal holds
/// from its own date.
/// </summary>
public sealed record RoleLine : RegisterLine
{
    public required PersonId Person { get; init; }

    public required Role Role { get; init; }

    /// <summary>The team, branch or department; absent: the whole plant.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>The last date; absent: until ended. A deputy's is needed.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whose deputy; absent: the role is the person's own.</summary>
    public PersonId? For { get; init; }
}

/// <summary>A role ends before its time: <see cref="RegisterLine.From"/> is the first date without it.</summary>
public sealed record RoleEndedLine : RegisterLine
{
    public required PersonId Person { get; init; }

    public required Role Role { get; init; }

    /// <summary>As in the line that gave the role.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>As in the line that gave the role.</summary>
    public PersonId? For { get; init; }
}
