using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Competitions;

/// <summary>An objection (异议) against what a stage shows of some entrants; whoever objects is not named.</summary>
public sealed record ObjectionLine : CompetitionLine
{
    public required ObjectionId Objection { get; init; }

    public required StageCode Stage { get; init; }

    /// <summary>The entrants concerned; at least one.</summary>
    public required IReadOnlyList<string> Entrants { get; init; }

    /// <summary>What is objected; needed. Private content: the ledger holds <see cref="TextKept"/> instead.</summary>
    public string? Text { get; init; }

    /// <summary>Set by the server.</summary>
    public Commitment? TextKept { get; init; }
}

/// <summary>The decision on an objection; there is one.</summary>
public sealed record ObjectionAnsweredLine : CompetitionLine
{
    public required ObjectionId Objection { get; init; }

    /// <summary>Whether the objection was right; figures are then corrected on their sheets.</summary>
    public required bool Upheld { get; init; }

    /// <summary>The decision's document number (文号).</summary>
    public required string Decision { get; init; }

    /// <summary>The reasons; needed. Private content: the ledger holds <see cref="AnswerKept"/> instead.</summary>
    public string? Answer { get; init; }

    /// <summary>Set by the server.</summary>
    public Commitment? AnswerKept { get; init; }
}

/// <summary>
/// The committee has decided on a stage's standing (定榜): it is this document from now on and never computed again.
/// Written by the server when the standing is finalised, never sent as a line.
/// </summary>
public sealed record StageFinalisedLine : CompetitionLine
{
    public required StageCode Stage { get; init; }

    /// <summary>The ledger position up to which the document holds the plant's events.</summary>
    public required long Position { get; init; }

    /// <summary>SHA-256 of the stored document's UTF-8 bytes, lower-case hexadecimal.</summary>
    public required string Standing { get; init; }

    /// <summary>The decision's document number (文号).</summary>
    public required string Decision { get; init; }
}

/// <summary>The request that makes a stage's standing final; <paramref name="Decision"/> is the document number (文号).</summary>
public sealed record FinalDecision(string Decision);
