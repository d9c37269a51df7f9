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
