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

    /// <summary>The definition where the plant's register has none of its own, or null for a measure of the plant's.</summary>
    public static MeasureLine? Of(MeasureCode measure) => measure == SheetsHandedIn ? HandedIn : null;

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
}
