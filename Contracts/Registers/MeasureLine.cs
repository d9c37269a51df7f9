using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Registers;

/// <summary>What kind of figure a measure is; never changes.</summary>
public enum MeasureKind
{
    NotSet,
    Additive,

    /// <summary>A quotient of two additive measures; has no entries of its own.</summary>
    Ratio,
    Level,
    Count,

    /// <summary>A formula over other measures and product data; has no entries of its own.</summary>
    Derived,
}

/// <summary>How a measure adds up over the teams of a scope.</summary>
public enum OverTeams
{
    NotSet,
    Sum,

    /// <summary>Only at the last step of the product's route inside the scope: one casting counts once.</summary>
    LastStep,

    /// <summary>Not at all.</summary>
    None,
}

/// <summary>How many entries a cell takes.</summary>
public enum CellEntries
{
    NotSet,
    One,
    Many,
}

/// <summary>A measure (统计指标) from a date on. Unit, decimals and kind never change: another unit is another measure.</summary>
public sealed record MeasureLine : RegisterLine
{
    public required MeasureCode Measure { get; init; }

    public required Names Names { get; init; }

    public required string Unit { get; init; }

    /// <summary>Decimal places of its figures, 0 to 9.</summary>
    public required int Decimals { get; init; }

    public required MeasureKind Kind { get; init; }

    public required SubjectKind Subject { get; init; }

    public required Occasion Occasion { get; init; }

    public CellEntries Entries { get; init; } = CellEntries.One;

    public OverTeams OverTeams { get; init; } = OverTeams.Sum;

    /// <summary>The least value that is taken; null: no bound.</summary>
    public decimal? Min { get; init; }

    /// <summary>The greatest value that is taken; null: no bound.</summary>
    public decimal? Max { get; init; }

    /// <summary>Below it a value is taken with a warning.</summary>
    public decimal? UsualMin { get; init; }

    /// <summary>Above it a value is taken with a warning.</summary>
    public decimal? UsualMax { get; init; }

    /// <summary>The roles that may enter it; empty: any role that may write.</summary>
    public IReadOnlyList<Role> EnteredBy { get; init; } = [];

    /// <summary>The department that owns it.</summary>
    public UnitId? Owner { get; init; }

    /// <summary>The departments that certify its totals (认定), all of them, in their order; empty: nobody needs to.</summary>
    public IReadOnlyList<UnitId> Certifiers { get; init; } = [];

    /// <summary>
    /// The attributes that an entry may carry as tags, each with the values it may have; an empty list: any text. Null:
    /// entries carry none.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Attributes { get; init; }

    /// <summary>
    /// The formula of a derived or ratio measure in the rulebook language, over other measures and product
    /// data.
    /// </summary>
    public string? Formula { get; init; }

    /// <summary>The last production date for which figures are taken; null: until ended. What was entered stays.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether figures are taken for a date.</summary>
    public bool IsOpenOn(DateOnly day) => Until is null || day <= Until;
}
