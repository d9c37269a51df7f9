namespace Ganchao.Scoring;

public sealed record IndicatorDefinition
{
    public required string Id { get; init; }

    public required Names Names { get; init; }

    public string Unit { get; init; } = "";

    /// <summary>Id of its section; empty when it goes straight into the total.</summary>
    public string Section { get; init; } = "";

    /// <summary>Base points (weight); null when it has none. <c>base</c> in its points formula.</summary>
    public decimal? Base { get; init; }

    public required RoundedFormula Value { get; init; }

    /// <summary>Null: the points are the rounded value.</summary>
    public RoundedFormula? Points { get; init; }

    /// <summary>For whom it counts at all; null: for everybody.</summary>
    public Formula? Applies { get; init; }

    /// <summary>What stands in when the points are n/a(Missing).</summary>
    public MissingEffect WhenMissing { get; init; } = MissingEffect.None;

    /// <summary>What stands in when the points are n/a(Refused). Default: 0 points.</summary>
    public MissingEffect WhenRefused { get; init; } = MissingEffect.Worst;

    /// <summary>What stands in when the points are n/a for any other reason.</summary>
    public MissingEffect WhenNa { get; init; } = MissingEffect.None;

    public required TextPlace Place { get; init; }
}

/// <summary>A formula and how its result is rounded.</summary>
/// <param name="Decimals">0 to 12; null: not rounded.</param>
public sealed record RoundedFormula(Formula Formula, int? Decimals, RoundingMode Rounding);

public enum RoundingMode
{
    NotSet = 0,
    HalfAway = 1,
    HalfEven = 2,

    /// <summary>Towards zero.</summary>
    Down = 3,

    /// <summary>Away from zero.</summary>
    Up = 4,
}

/// <summary>What counts in place of points that are n/a.</summary>
/// <param name="Points">With <see cref="MissingEffectKind.Points"/> only.</param>
/// <param name="Mark">Shown beside the points, such as 待财务; empty when nothing is shown.</param>
public sealed record MissingEffect(MissingEffectKind Kind, decimal Points, string Mark)
{
    public static readonly MissingEffect None = new(MissingEffectKind.None, 0m, "");
    public static readonly MissingEffect Worst = new(MissingEffectKind.Points, 0m, "");
}

public enum MissingEffectKind
{
    NotSet = 0,

    /// <summary>The points stay n/a, and so does the total.</summary>
    None = 1,

    /// <summary>A stated number of points.</summary>
    Points = 2,

    /// <summary>The base of the indicator.</summary>
    Neutral = 3,

    /// <summary>The indicator is left out and its base re-spread over the others of its section.</summary>
    Exclude = 4,
}
