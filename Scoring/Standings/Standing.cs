namespace Ganchao.Scoring;

/// <summary>
/// A standing as of a production date: rows by division (ordinal), in it by place order. A projection: equal
/// facts, terms and rulebook give an equal standing, whichever evaluator made it.
/// </summary>
public sealed record Standing(string RulebookHash, DateOnly AsOf, StandingRows Rows)
{
    /// <summary>What is left in the accounts, field by field, in the rulebook's order.</summary>
    public ValueList<AccountBalance> Accounts { get; init; } = ValueList<AccountBalance>.Empty;
}

/// <summary>What is in an account of a field.</summary>
/// <param name="Field">The division, where divisions are ranked apart; otherwise empty.</param>
public sealed record AccountBalance(string Field, string Id, Result Balance);

/// <summary>
/// One entrant's line of a standing: its figures, and what the field gives it. Place and awards change when others move; the
/// figures are then the same object.
/// </summary>
public sealed record StandingRow
{
    private readonly RowLine _line;

    public StandingRow(RowFigures figures) => _line = new RowLine(figures);

    internal StandingRow(RowLine line) => _line = line;

    public RowFigures Figures => _line.Figures;

    public string Entrant => Figures.Entrant;

    public string Division => Figures.Division;

    public bool Guest => Figures.Guest;

    /// <summary>
    /// From 1, shared where equal, fractional under 1-2.5-2.5-4; null for guests, n/a totals and those ruled
    /// out.
    /// </summary>
    public decimal? Place { get; init; }

    /// <summary>What the row gets, in the rulebook's order; awards that it does not get are left out.</summary>
    public ValueList<AwardFinding> Awards { get; init; } = ValueList<AwardFinding>.Empty;

    public Result Total => Figures.Total;

    public ValueList<Result> Keys => Figures.Keys;

    public ValueList<IndicatorScore> Indicators => Figures.Indicators;

    public ValueList<SectionScore> Sections => Figures.Sections;

    public ValueList<GateFinding> Gates => Figures.Gates;

    public ValueList<EligibilityFinding> Eligibility => Figures.Eligibility;

    public Verdict Eligible => Figures.Eligible;

    public GradeFinding GradeGiven => Figures.GradeGiven;

    public ValueList<CarryResult> Carries => Figures.Carries;

    public Clearance Award => Figures.Award;

    public Clearance Grade => Figures.Grade;

    public Clearance Rating => Figures.Rating;

    public bool Equals(StandingRow? other) =>
        other is not null && Place == other.Place && Awards.Equals(other.Awards) && Figures.Equals(other.Figures);

    public override int GetHashCode() => HashCode.Combine(Place, Figures.Entrant, Figures.Total);
}

/// <summary>What an entrant has, whoever stands beside it.</summary>
public sealed record RowFigures
{
    public required string Entrant { get; init; }

    public string Division { get; init; } = "";

    public bool Guest { get; init; }

    /// <summary>Rounded as the rulebook says, after gates.</summary>
    public required Result Total { get; init; }

    /// <summary>The ranking columns in their order, rounded to 12 decimals. Equal keys are an equal place.</summary>
    public required ValueList<Result> Keys { get; init; }

    public required ValueList<IndicatorScore> Indicators { get; init; }

    public required ValueList<SectionScore> Sections { get; init; }

    /// <summary>Gates that fired or could not be decided, in the rulebook's order; quiet ones are left out.</summary>
    public required ValueList<GateFinding> Gates { get; init; }

    /// <summary>One finding per eligibility rule: 1 met, 0 not met, or n/a.</summary>
    public required ValueList<EligibilityFinding> Eligibility { get; init; }

    /// <summary>Yes when all rules are met, no when one is not, otherwise unknown.</summary>
    public required Verdict Eligible { get; init; }

    /// <summary>Also where <see cref="Grade"/> is held: shown, and on hold.</summary>
    public GradeFinding GradeGiven { get; init; } = GradeFinding.None;

    /// <summary>What is left to the next stage, in the rulebook's order.</summary>
    public ValueList<CarryResult> Carries { get; init; } = ValueList<CarryResult>.Empty;

    /// <summary>Whether the row may take an award.</summary>
    public required Clearance Award { get; init; }

    /// <summary>Whether the row may take a grade.</summary>
    public required Clearance Grade { get; init; }

    /// <summary>Excluded when a gate took the entrant out of the rating: shown, without a place.</summary>
    public required Clearance Rating { get; init; }
}

/// <summary>Value and points of one indicator, each rounded as the rulebook says; points after gates.</summary>
/// <param name="Mark">Of the effect that was consulted for missing points, such as <c>待财务</c>; empty when
/// they were computed.</param>
public readonly record struct IndicatorScore(string Id, Result Value, Result Points, string Mark);

public readonly record struct SectionScore(string Id, Result Points);

public readonly record struct CarryResult(string Id, Result Figure);

/// <param name="Fired">Yes: the gate took effect. Unknown: its condition is n/a, so it did not.</param>
public readonly record struct GateFinding(string Id, Verdict Fired);

public readonly record struct EligibilityFinding(string Id, Result Met);

/// <summary>The grade of a row.</summary>
/// <param name="Id">Empty when no grade is given or none is decided.</param>
/// <param name="Undecided">Why it cannot be decided yet; None when it is.</param>
public sealed record GradeFinding(string Id, NaReason Undecided)
{
    /// <summary>No grade: the rulebook has none, no condition holds, or a gate took the right to one.</summary>
    public static readonly GradeFinding None = new("", NaReason.None);
}

/// <summary>An award that a row gets, or may get once it is decided.</summary>
/// <param name="Money">CNY, 2 decimals, negative for a fine; null for an honour, or while undecided.</param>
/// <param name="Undecided">Why it cannot be decided yet; None when it is.</param>
/// <param name="Held">A gate holds it: the money is reserved, not paid.</param>
public sealed record AwardFinding(string Id, decimal? Money, NaReason Undecided, bool Held);

public enum Verdict
{
    NotSet = 0,
    Yes = 1,
    No = 2,
    Unknown = 3,
}

/// <summary>What gates left of a right; a later and stronger word replaces a weaker one.</summary>
public enum Clearance
{
    NotSet = 0,
    Open = 1,
    Held = 2,
    Excluded = 3,
}
