namespace Ganchao.Scoring;

/// <summary>
/// A group of indicators with a result of its own: sum or highest, times weight, then floor and cap, then
/// rounding.
/// </summary>
public sealed record SectionDefinition
{
    public required string Id { get; init; }

    public required Names Names { get; init; }

    public decimal Weight { get; init; } = 1m;

    public decimal? Floor { get; init; }

    public decimal? Cap { get; init; }

    /// <summary>Only the highest points of its indicators count; nothing is stacked.</summary>
    public bool HighestOnly { get; init; }

    public int? Decimals { get; init; }

    public RoundingMode Rounding { get; init; } = RoundingMode.HalfAway;

    public required TextPlace Place { get; init; }
}

/// <summary>
/// The total: a formula, or without one the sum of sections and of indicators without section; then floor,
/// cap, rounding.
/// </summary>
public sealed record TotalDefinition
{
    public Formula? Formula { get; init; }

    public decimal? Floor { get; init; }

    public decimal? Cap { get; init; }

    public int? Decimals { get; init; }

    public RoundingMode Rounding { get; init; } = RoundingMode.HalfAway;
}
