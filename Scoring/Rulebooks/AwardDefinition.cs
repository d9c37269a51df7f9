using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>An award (奖励), with or without money, given within each field after places. Money is CNY.</summary>
public sealed record AwardDefinition
{
    public required string Id { get; init; }

    public required Names Names { get; init; }

    public required AwardKind Kind { get; init; }

    /// <summary>Null: everybody may take it.</summary>
    public Formula? When { get; init; }

    /// <summary>The tag by whose text the field is divided for this award; empty: it is not.</summary>
    public string Per { get; init; } = "";

    /// <summary>With <see cref="AwardKind.Places"/>: the first whose condition holds counts.</summary>
    public ImmutableArray<PlacesTable> Tables { get; init; } = [];

    /// <summary>
    /// With <see cref="AwardKind.Quota"/>, unless <see cref="Share"/> says it: how many; a formula of the field.
    /// </summary>
    public Formula? Quota { get; init; }

    /// <summary>The quota as a part of the field, above 0 and at most 1, rounded down to whole entrants.</summary>
    public decimal? Share { get; init; }

    /// <summary>With places and quotas only.</summary>
    public AwardTies Ties { get; init; }

    /// <summary>With a quota: its order; empty: that of the standing.</summary>
    public ImmutableArray<RankingColumn> By { get; init; } = [];

    /// <summary>
    /// With <see cref="AwardKind.Pool"/>: what is split, a formula of the field; with <see cref="AwardKind.Money"/>: what all
    /// amounts must add up to, null where nothing is said.
    /// </summary>
    public Formula? Pool { get; init; }

    /// <summary>With <see cref="AwardKind.Pool"/> only.</summary>
    public Formula? Weight { get; init; }

    /// <summary>With <see cref="AwardKind.Money"/>, and with a quota that has money.</summary>
    public Formula? Money { get; init; }

    public required TextPlace Place { get; init; }
}

/// <summary>Money by place.</summary>
/// <param name="When">A formula of the field; null: always.</param>
/// <param name="Money">From place 1; at most 2 decimals, negative is a fine.</param>
public sealed record PlacesTable(Formula? When, ImmutableSortedDictionary<int, decimal> Money);

public enum AwardKind
{
    NotSet = 0,

    /// <summary>Money by place.</summary>
    Places,

    /// <summary>The first n, or a share of the field.</summary>
    Quota,

    /// <summary>Shares of a sum by weight; they add up to it.</summary>
    Pool,

    /// <summary>Money by a formula.</summary>
    Money,
}

/// <summary>What entrants on a level get.</summary>
public enum AwardTies
{
    NotSet = 0,

    /// <summary>In equal parts what the places that they take up are worth.</summary>
    Split,

    /// <summary>Each what the better place is worth; with a quota all who are level.</summary>
    Each,

    /// <summary>Nobody is level: the order of the standing decides.</summary>
    None,
}
