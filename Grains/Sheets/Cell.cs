using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Interfaces.Sheets;

namespace Ganchao.Grains.Sheets;

/// <summary>
/// A cell of a sheet: subject, occasion, measure, product, work order, detail; and the heat or lot, where the measure's
/// occasion is one.
/// </summary>
internal sealed record Cell(
    SubjectId Subject,
    DateOnly Date,
    MeasureCode Measure,
    ProductCode? Product,
    WorkOrderNumber? WorkOrder,
    string? Detail,
    string? Heat)
{
    public override string ToString() => string.Join(
        ' ', new[] { $"'{Measure}' of {Subject}", Product?.Value, WorkOrder?.Value, Detail, Heat }
            .Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>A line of a sheet: its cell, the entry that fills it now, the figure (null: void).</summary>
internal sealed record Line(long Number, Cell Cell, Guid Entry, EntryRecorded Recorded)
{
    public bool IsVoid => Recorded.Value is null;
}
