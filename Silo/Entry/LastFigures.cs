using Ganchao.Contracts.Entries;
using Ganchao.Dashboard.Entry;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Entry;

/// <summary>A cell's figures before a shift, newest first; of a heat's measure those of earlier heats of the shift too.</summary>
internal static class LastFigures
{
    public static IEnumerable<FactRow> Of(
        KnownShift shift, EntryCell cell, Occasion occasion, IReadOnlyList<FactRow> rows, Guid? except = null) => rows
        .Where(row => row.Value is not null && row.Entry != except && ShiftCells.CellOf(row) == cell &&
            (shift.IsAfter(row) || (occasion == Occasion.Heat && row.Stream == shift.Sheet)))
        .OrderByDescending(row => row.Date)
        .ThenByDescending(shift.OrderOf)
        .ThenByDescending(row => row.Seq);
}

/// <summary>Which figures ask for a second look: compared with the last ten, and with what the register calls usual.</summary>
internal static class UnusualFigures
{
    private const int Compared = 10;
    private const int NeededForMean = 5;
    private const decimal Near = 0.3m;
    private const decimal OtherUnit = 300m;

    /// <summary>Null where nothing is odd about it.</summary>
    public static UnusualFigure? Judge(int index, decimal value, IEnumerable<decimal> newestFirst, bool isOutsideUsual)
    {
        var last = newestFirst.Take(Compared).ToArray();
        var mean = last.Length == 0 ? 0 : last.Average();
        return mean > 0 && value > 0 && (value / mean >= OtherUnit || mean / value >= OtherUnit)
            ? new UnusualFigure(index, Oddity.OtherUnit, mean, last.Length)
            : last.Length >= NeededForMean && IsFar(value, mean, last)
                ? new UnusualFigure(index, Oddity.FarFromMean, mean, last.Length)
                : isOutsideUsual ? new UnusualFigure(index, Oddity.OutsideUsual) : null;
    }

    // A figure that one of the last shifts had as well surprises nobody, however small the mean: two pieces after one.
    private static bool IsFar(decimal value, decimal mean, decimal[] last)
    {
        var off = value - mean;
        var variance = last.Average(figure => (figure - mean) * (figure - mean));
        return (value < last.Min() || value > last.Max()) &&
            (Math.Abs(off) > Near * Math.Abs(mean) || (variance > 0 && off * off > 9 * variance));
    }
}
