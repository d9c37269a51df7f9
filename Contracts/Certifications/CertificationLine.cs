using System.Text.Json.Serialization;
using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Certifications;

/// <summary>One verdict on a certified total (认定), appended and never changed; the last of a department holds.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AcceptedLine), "accepted")]
[JsonDerivedType(typeof(RevokedLine), "revoked")]
public abstract record CertificationLine
{
    /// <summary>Made by the client, kept over retries.</summary>
    public required Guid Id { get; init; }

    /// <summary>The department that judges: one of the measure's certifiers.</summary>
    public required UnitId Department { get; init; }
}

/// <summary>A list of verdicts on one total: taken whole or refused whole.</summary>
public sealed record CertificationLines(IReadOnlyList<CertificationLine> Lines);

/// <summary>
/// 认定: the department answers for the total. It holds while no figure of it has a position after
/// <see cref="Position"/>.
/// </summary>
public sealed record AcceptedLine : CertificationLine
{
    /// <summary>The ledger position up to which it holds; set by the server.</summary>
    public long Position { get; init; }

    /// <summary>Private content: the ledger holds <see cref="OpinionKept"/> instead.</summary>
    public string? Opinion { get; init; }

    /// <summary>Set by the server.</summary>
    public Commitment? OpinionKept { get; init; }
}

/// <summary>撤销认定: the department's verdict is gone; the total waits for it again.</summary>
public sealed record RevokedLine : CertificationLine
{
    /// <summary>Why; needed. Private content: the ledger holds <see cref="ReasonKept"/> instead.</summary>
    public string? Reason { get; init; }

    /// <summary>Set by the server.</summary>
    public Commitment? ReasonKept { get; init; }
}
