using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;

namespace Ganchao.Contracts.Entries;

/// <summary>How an entry came about; shown beside it.</summary>
public enum EntryWay
{
    NotSet,

    /// <summary>In the ordinary way: by the shift, in time.</summary>
    Ordinary,

    /// <summary>补报: after the deadline.</summary>
    Late,

    /// <summary>补录: typed from paper.</summary>
    FromPaper,

    /// <summary>代填: typed for another; both are kept.</summary>
    OnBehalf,

    /// <summary>期初: an opening balance.</summary>
    Opening,

    /// <summary>From a file.</summary>
    Imported,
}

/// <summary>
/// One value for one cell of a sheet. With <paramref name="Supersedes"/> it is a correction (更正) of that entry, with a
/// reason; without <paramref name="Value"/> then, the line is void (作废).
/// </summary>
/// <param name="Id">Made by the client (UUIDv7), kept over retries; unique in the sheet.</param>
/// <param name="Measure">The measure (统计指标).</param>
/// <param name="Value">The figure in the measure's unit, with at most its decimals; null only in a correction.</param>
/// <param name="Subject">Whom it is about; the sheet's own team where absent.</param>
/// <param name="Product">The product, where the measure is taken by product.</param>
/// <param name="WorkOrder">The work order (工作令号), where there is one.</param>
/// <param name="Detail">A cost element or a cause.</param>
/// <param name="Record">The heat or lot (炉次), where the measure's occasion is one.</param>
/// <param name="Unit">The unit that the client believes the value is in; refused where it is not the measure's.</param>
/// <param name="Way">How it came about; ordinary where absent.</param>
/// <param name="For">Whose entry it is, where one enters for another; pseudonymous.</param>
/// <param name="ObservedAt">When it was observed, where that is asserted.</param>
/// <param name="DeviceAt">The device's clock; recorded, never trusted.</param>
/// <param name="Supersedes">The current entry of the line that this one corrects.</param>
/// <param name="Date">The production date, on event sheets; every other sheet has its own.</param>
/// <param name="Reason">Why it is corrected; needed there. Private content.</param>
/// <param name="Note">A remark. Private content.</param>
/// <param name="Tags">
/// Attributes (属性) that the measure declares, such as severity: minor; at most 8. A correction carries its own, whole.
/// </param>
/// <param name="WhyUnusual">
/// Why the figure is right although it is unusual: whoever sends it has seen the warnings. Private content.
/// </param>
public sealed record EntryForm(
    Guid Id,
    MeasureCode Measure,
    decimal? Value = null,
    SubjectId? Subject = null,
    ProductCode? Product = null,
    WorkOrderNumber? WorkOrder = null,
    string? Detail = null,
    string? Record = null,
    string? Unit = null,
    EntryWay? Way = null,
    PersonId? For = null,
    DateTimeOffset? ObservedAt = null,
    DateTimeOffset? DeviceAt = null,
    Guid? Supersedes = null,
    DateOnly? Date = null,
    string? Reason = null,
    string? Note = null,
    IReadOnlyDictionary<string, string>? Tags = null,
    string? WhyUnusual = null);

/// <summary>A list of entries for one sheet: taken whole or refused whole.</summary>
public sealed record EntryList(IReadOnlyList<EntryForm> Entries);

/// <summary>What became of a list.</summary>
public enum EntryOutcome
{
    NotSet,

    /// <summary>Committed by this call.</summary>
    Recorded,

    /// <summary>The same entries were committed before; the first receipt is given again.</summary>
    AlreadyRecorded,

    /// <summary>A rule was broken; nothing was stored.</summary>
    Refused,
}

/// <summary>Where one entry stands in its sheet.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Seq">Its number in the sheet's stream.</param>
/// <param name="Line">The number of the first entry of its line.</param>
public sealed record EntryReceipt(Guid Id, long Seq, long Line);

/// <summary>The answer to a list of entries.</summary>
/// <param name="Outcome">Recorded, already recorded or refused.</param>
/// <param name="Sheet">The sheet's stream.</param>
/// <param name="Version">The number of events in the sheet now; its ETag.</param>
/// <param name="Entries">One receipt per entry, in order; empty where refused.</param>
/// <param name="Warnings">What is worth a second look.</param>
/// <param name="Refusals">Each broken rule; empty unless refused.</param>
public sealed record EntryAnswer(
    EntryOutcome Outcome,
    string Sheet,
    long Version,
    IReadOnlyList<EntryReceipt> Entries,
    IReadOnlyList<Warning> Warnings,
    IReadOnlyList<Refusal> Refusals);

/// <summary>One line of a sheet as it stands.</summary>
/// <param name="Awaits">The lead in whose name it was entered, and who has still to confirm it.</param>
/// <param name="Lender">The team of the person whom it is about, where that is another than the sheet's (借用).</param>
/// <param name="AwaitsLender">The same, where its lead has still to confirm it.</param>
public sealed record SheetLine(
    long Line,
    Guid Entry,
    MeasureCode Measure,
    SubjectId Subject,
    string? Product = null,
    string? WorkOrder = null,
    string? Detail = null,
    string? Record = null,
    decimal? Value = null,
    PersonId? Awaits = null,
    UnitId? Lender = null,
    UnitId? AwaitsLender = null);

/// <summary>A list of entries that were made on a lead's behalf, or about people lent, and are right.</summary>
public sealed record ConfirmationForm(IReadOnlyList<Guid> Entries);

/// <summary>
/// A sheet as it stands; of a shift's sheet also the stretches that were proposed to be left out, and whether it says that there
/// is nothing to report, and what is attached to its entries.
/// </summary>
public sealed record SheetView(
    string Sheet,
    long Version,
    bool SignedOff,
    IReadOnlyList<SheetLine> Lines,
    IReadOnlyList<SheetExclusion>? Exclusions = null,
    bool NothingToReport = false,
    IReadOnlyList<SheetEvidence>? Evidence = null);
