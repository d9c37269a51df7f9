using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Registers;

/// <summary>
/// Measures that every plant has, whose figures come from what happens to its sheets and are entered by nobody.
/// </summary>
public static class ReservedMeasures
{
    /// <summary>已交班报: 1 for every shift sheet that its team has signed off. Its plan is the number of shifts.</summary>
    public static MeasureCode SheetsHandedIn { get; } = new("sheets_handed_in");

    /// <summary>
    /// 免计分钟: the minutes of a shift that both sides agreed to leave out; a figure for each stretch, its detail the cause
    /// (<c>start-up</c>, <c>breakdown</c>, <c>power-cut</c>, <c>no-material</c>, <c>no-task</c>, <c>sensor-outage</c>,
    /// <c>by-others</c>), with the tag <c>responsible</c>.
    /// </summary>
    public static MeasureCode ExcludedMinutes { get; } = new("excluded_minutes");

    /// <summary>The definition where the plant's register has none of its own, or null for a measure of the plant's.</summary>
    public static MeasureLine? Of(MeasureCode measure) =>
        measure == SheetsHandedIn ? HandedIn
        : measure == ExcludedMinutes ? Excluded
        : null;

    private static readonly MeasureLine HandedIn = new()
    {
        Id = Guid.Empty,
        Measure = SheetsHandedIn,
        Names = new Names("已交班报", "Shift sheets handed in"),
        Unit = "份",
        Decimals = 0,
        Kind = MeasureKind.Count,
        Subject = SubjectKind.Team,
        Occasion = Occasion.Shift,
    };

    private static readonly MeasureLine Excluded = new()
    {
        Id = Guid.Empty,
        Measure = ExcludedMinutes,
        Names = new Names("免计分钟", "Excluded minutes"),
        Unit = "分钟",
        Decimals = 0,
        Kind = MeasureKind.Additive,
        Subject = SubjectKind.Team,
        Occasion = Occasion.Shift,
        Entries = CellEntries.Many,
    };
}
