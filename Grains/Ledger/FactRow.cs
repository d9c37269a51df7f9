using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Grains.Ledger;

/// <summary>
/// One line of a sheet as it stands: a row per cell (per record where a measure takes many), replaced when the line is
/// corrected. Its key is (<paramref name="Stream"/>, <paramref name="Line"/>); the greater <paramref name="Seq"/> wins, so that
/// writing rows again in any order gives the same table.
/// </summary>
/// <param name="Stream">The sheet.</param>
/// <param name="Line">The sequence number of the event that first filled the line.</param>
/// <param name="Seq">The sequence number of the event that filled it last.</param>
/// <param name="Entry">The entry that fills it now.</param>
/// <param name="Date">The production date (a period's first day for week and month).</param>
/// <param name="Shift">The shift kind, empty on other sheets.</param>
/// <param name="Subject">Whom the figure is about.</param>
/// <param name="Occasion">What the figure is taken at.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Product">The product's code, or empty.</param>
/// <param name="WorkOrder">The work order's number, or empty.</param>
/// <param name="Detail">Cost element or cause, or empty.</param>
/// <param name="Record">The heat or lot, or the entry's id where a measure takes many entries; else empty.</param>
/// <param name="Scaled">The value times 10^<paramref name="Decimals"/>; null once the line is void (作废).</param>
/// <param name="Decimals">The measure's decimals, 0 to 9.</param>
/// <param name="ObservedAt">When it was observed, where somebody asserts it; UTC.</param>
/// <param name="Tags">Its attributes as <see cref="FactTags"/> writes them; empty where it has none.</param>
public sealed record FactRow(
    StreamId Stream,
    long Line,
    long Seq,
    Guid Entry,
    DateOnly Date,
    string Shift,
    SubjectId Subject,
    Occasion Occasion,
    MeasureCode Measure,
    string Product,
    string WorkOrder,
    string Detail,
    string Record,
    long? Scaled,
    int Decimals,
    DateTimeOffset? ObservedAt,
    string Tags = "")
{
    /// <summary>The exact value, or null once the line is void.</summary>
    public decimal? Value => Scaled is { } scaled ? new decimal(scaled) / Scale.Power(Decimals) : null;
}
