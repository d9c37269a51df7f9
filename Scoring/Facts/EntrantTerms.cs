namespace Ganchao.Scoring;

/// <summary>What level 3 knows of an entrant besides its figures. Replaced as a whole when any of it changes.</summary>
public sealed record EntrantTerms
{
    public static readonly EntrantTerms None = new();

    /// <summary>Plan by code of the measure, in the unit of the measure.</summary>
    public IReadOnlyDictionary<string, PlanFigures> Plans { get; init; } = new Dictionary<string, PlanFigures>();

    /// <summary>Baseline by code of the measure, in the unit of the measure.</summary>
    public IReadOnlyDictionary<string, decimal> Baselines { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Coefficient by name: difficulty, size, head-count …</summary>
    public IReadOnlyDictionary<string, decimal> Coefficients { get; init; } = new Dictionary<string, decimal>();

    /// <summary>What is said of the entrant, by name: zone, sector, whom it sponsors …</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>What the stage before left to this one, by name of the carry; empty in the first.</summary>
    public IReadOnlyDictionary<string, Result> Carried { get; init; } = new Dictionary<string, Result>();

    /// <summary>What the committee recorded for the entrant in this stage, by name of the adjustment.</summary>
    public IReadOnlyDictionary<string, Adjustment> Adjustments { get; init; } = new Dictionary<string, Adjustment>();
}

/// <summary>A decision of the committee inside a range that the rulebook states.</summary>
/// <param name="Reason">Why, in the committee's words; shown where the score is explained.</param>
public sealed record Adjustment(decimal Amount, string Reason);

/// <summary>
/// One plan on its three bases; null where there is none. Without a change notice the caller gives the
/// original as the adjusted one.
/// </summary>
/// <param name="Original">As first planned.</param>
/// <param name="Adjusted">After all plan change notices.</param>
/// <param name="ToDate">Of the shifts that have ended, agreed exclusions taken out.</param>
public sealed record PlanFigures(decimal? Original, decimal? Adjusted, decimal? ToDate);

/// <summary>On which of its three figures a plan is read.</summary>
public enum PlanBasis
{
    NotSet = 0,
    Original = 1,
    Adjusted = 2,
    ToDate = 3,
}
