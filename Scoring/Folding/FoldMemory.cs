using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>
/// The memory that one entrant's accumulators may take. A series of days within a quarter is bounded by the window; all other
/// memory counts against the limit. Kept records are bounded in themselves: so many of them, for so many sets of inputs.
/// </summary>
internal static class FoldMemory
{
    /// <summary>Bytes per entrant, fold set and stage.</summary>
    public const int Limit = 16_384;

    /// <summary>Different sets of inputs, of one window, whose records are kept for figures by occasion.</summary>
    public const int KeptSets = 16;

    private const int DaysOfQuarter = 92;
    private const int DaysOfYear = 366;
    private const int ProductsOfEntrant = 64;
    private const int KeyBytes = 16;

    public static int Of(Window window, ImmutableArray<TallySlot> tallies, ImmutableArray<SeriesSlot> series) =>
        CountedAgainstLimit(window, tallies, series)
            + series.Where(slot => IsBounded(window, slot)).Sum(slot => Of(window, slot));

    public static int CountedAgainstLimit(Window window, ImmutableArray<TallySlot> tallies, ImmutableArray<SeriesSlot> series) =>
        (tallies.Length * Tally.Bytes) + series.Where(slot => !IsBounded(window, slot)).Sum(slot => Of(window, slot));

    private static bool IsBounded(Window window, SeriesSlot slot) => slot.Key == SeriesKey.Day && Days(window) <= DaysOfQuarter;

    private static int Of(Window window, SeriesSlot slot) =>
        (slot.Key == SeriesKey.Day ? Days(window) : ProductsOfEntrant) * (KeyBytes + (slot.Columns * SeriesCell.Bytes));

    private static int Days(Window window) => window.Kind switch
    {
        WindowKind.YearToDate or WindowKind.Own => DaysOfYear,
        WindowKind.Dates => Math.Max(0, window.Dates.End.DayNumber - window.Dates.Start.DayNumber),
        _ => DaysOfQuarter,
    };
}
