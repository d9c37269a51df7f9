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

    /// <summary>With <see cref="AwardKind.Places"/>: money by place, from 1; at most 2 decimals, negative is a fine.</summary>
    public ImmutableSortedDictionary<int, decimal> Places { get; init; } = ImmutableSortedDictionary<int, decimal>.Empty;

    /// <summary>With <see cref="AwardKind.Quota"/>, unless <see cref="Share"/> says it: how many, from 1.</summary>
    public int? Quota { get; init; }

    /// <summary>The quota as a part of the field, above 0 and at most 1, rounded down to whole entrants.</summary>
    public decimal? Share { get; init; }

    /// <summary>With places and quotas only.</summary>
    public AwardTies Ties { get; init; }

    /// <summary>With a quota: its order; empty: that of the standing.</summary>
    public ImmutableArray<RankingColumn> By { get; init; } = [];

    /// <summary>With <see cref="AwardKind.Pool"/>: what is split, above 0, at most 2 decimals.</summary>
    public decimal Pool { get; init; }

    /// <summary>With <see cref="AwardKind.Pool"/> only.</summary>
    public Formula? Weight { get; init; }

    /// <summary>With <see cref="AwardKind.Money"/>, and with a quota that has money.</summary>
    public Formula? Money { get; init; }

    public required TextPlace Place { get; init; }
}

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
