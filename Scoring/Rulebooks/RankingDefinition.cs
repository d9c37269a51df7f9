using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>How places are given.</summary>
public sealed record RankingDefinition
{
    /// <summary>The order, then its tie-breaks; never empty.</summary>
    public required ImmutableArray<RankingColumn> By { get; init; }

    public SharedPlaces Shared { get; init; } = SharedPlaces.Competition;

    /// <summary>Places and cohorts by division; otherwise one field.</summary>
    public bool DivisionsApart { get; init; } = true;
}

/// <param name="Descending">Greater is better.</param>
public sealed record RankingColumn(Formula Formula, bool Descending);

/// <summary>The places of entrants with equal keys.</summary>
public enum SharedPlaces
{
    NotSet = 0,

    /// <summary>1-2-2-4.</summary>
    Competition = 1,

    /// <summary>1-2-2-3.</summary>
    Dense = 2,

    /// <summary>1-2.5-2.5-4.</summary>
    Fractional = 3,

    /// <summary>1-2-3-4: what the chain leaves equal is ordered by entrant id, ordinal.</summary>
    None = 4,
}

/// <summary>How the totals of stages make one result.</summary>
/// <param name="Best">With <see cref="StageRollKind.Best"/>: how many of the highest count.</param>
public sealed record StagesDefinition(StageRollKind Roll, int Best, int? Decimals, RoundingMode Rounding);

public enum StageRollKind
{
    NotSet = 0,
    Sum,
    Mean,

    /// <summary>The sum of the n highest.</summary>
    Best,
}
