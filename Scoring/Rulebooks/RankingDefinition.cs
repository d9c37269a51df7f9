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
public sealed record StagesDefinition(StageRollKind Roll, int Best, int? Decimals, RoundingMode Rounding)
{
    /// <summary>With <see cref="StageRollKind.Weighted"/>: a weight for each stage, in order; a later stage has none.</summary>
    public ImmutableArray<decimal> Weights { get; init; } = [];

    public bool Equals(StagesDefinition? other) =>
        other is not null && Roll == other.Roll && Best == other.Best && Decimals == other.Decimals
        && Rounding == other.Rounding && Weights.AsSpan().SequenceEqual(other.Weights.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Roll, Best, Decimals, Rounding, Weights.Length);
}

public enum StageRollKind
{
    NotSet = 0,
    Sum,
    Mean,

    /// <summary>The sum of the n highest.</summary>
    Best,

    /// <summary>That of the last stage.</summary>
    Last,

    /// <summary>The sum of weight × total.</summary>
    Weighted,
}
