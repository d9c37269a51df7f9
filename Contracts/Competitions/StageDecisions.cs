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

    /// <summary>Carries and accounts of the rulebook after the stage; null: it has none.</summary>
    public IReadOnlyList<LeftFigure>? Left { get; init; }
}

/// <summary>A figure from outside for a stage, the same for all entrants: a peers' average, a published line, a fund.</summary>
public sealed record ReferenceLine : CompetitionLine
{
    public required StageCode Stage { get; init; }

    /// <summary>As the rulebook's <c>reference(name)</c> has it.</summary>
    public required string Name { get; init; }

    public required decimal Value { get; init; }

    /// <summary>Where it comes from: document or publisher; needed.</summary>
    public required string Source { get; init; }
}

/// <summary>What the committee decided for an entrant inside the range that the rulebook states; the later line holds.</summary>
public sealed record AdjustmentLine : CompetitionLine
{
    public required StageCode Stage { get; init; }

    public required string Entrant { get; init; }

    /// <summary>As the rulebook's <c>adjustment(name)</c> has it.</summary>
    public required string Name { get; init; }

    public required decimal Amount { get; init; }

    /// <summary>The decision's document number (文号); shown where the score is explained.</summary>
    public required string Decision { get; init; }
}

/// <summary>What a final stage leaves to the next.</summary>
/// <param name="Entrant">Whose carry it is; empty with an account.</param>
/// <param name="Field">With an account: its division, where divisions are ranked apart; otherwise empty.</param>
/// <param name="Name">Id of the carry or account.</param>
/// <param name="Value">Null: n/a.</param>
/// <param name="Na">Why there is no value; null where there is.</param>
public sealed record LeftFigure(string Entrant, string Field, string Name, decimal? Value, string? Na);

/// <summary>The request that makes a stage's standing final; <paramref name="Decision"/> is the document number (文号).</summary>
public sealed record FinalDecision(string Decision);
