using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Grains.Interfaces.Sheets;

/// <summary>
/// An entry was recorded: the first of its line, or a correction of the entry that it supersedes. The event's id is the
/// entry's. Whole in itself: facts are derived from it without looking anywhere else.
/// </summary>
/// <param name="Line">The sequence number of the line's first entry; its own for a first entry.</param>
/// <param name="Date">Production date of the figure.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Subject">Whom it is about.</param>
/// <param name="Occasion">The measure's occasion.</param>
/// <param name="Product">The product, if any.</param>
/// <param name="WorkOrder">The work order, if any.</param>
/// <param name="Detail">The cost element or cause, if any.</param>
/// <param name="Record">The heat or lot; the line's number where the measure takes many entries; else absent.</param>
/// <param name="Value">The figure; absent where the line is void from now on.</param>
/// <param name="Decimals">The measure's decimals.</param>
/// <param name="Way">How the entry came about.</param>
/// <param name="For">Whose entry it is, where one entered for another.</param>
/// <param name="ObservedAt">When it was observed, where asserted.</param>
/// <param name="DeviceAt">The device's clock.</param>
/// <param name="Supersedes">The entry that it corrects.</param>
/// <param name="Reason">Why it was corrected.</param>
/// <param name="Note">A remark.</param>
/// <param name="Tags">Its attributes in the order of their names; absent where it has none.</param>
/// <param name="WhyUnusual">Why the figure is right although it is unusual.</param>
/// <param name="Unusual">What was unusual about it when it was recorded; absent where nothing was.</param>
/// <param name="Lender">
/// The team of the person whom it is about, where that was another than the sheet's (借用); its lead confirms the figure.
/// </param>
public sealed record EntryRecorded(
    long Line,
    DateOnly Date,
    MeasureCode Measure,
    SubjectId Subject,
    Occasion Occasion,
    ProductCode? Product,
    WorkOrderNumber? WorkOrder,
    string? Detail,
    string? Record,
    decimal? Value,
    int Decimals,
    EntryWay Way,
    PersonId? For,
    DateTimeOffset? ObservedAt,
    DateTimeOffset? DeviceAt,
    Guid? Supersedes,
    Commitment? Reason,
    Commitment? Note,
    IReadOnlyDictionary<string, string>? Tags = null,
    Commitment? WhyUnusual = null,
    IReadOnlyList<UnusualMark>? Unusual = null,
    UnitId? Lender = null);

/// <summary>The lead, or the branch for the lead, confirmed entries that somebody else had made on the lead's behalf.</summary>
/// <param name="Entries">Their ids.</param>
public sealed record EntriesConfirmed(IReadOnlyList<Guid> Entries);

/// <summary>
/// The lead of a lending team, or its branch, confirmed what people lent (借用) did on this sheet.
/// </summary>
/// <param name="Entries">Their ids.</param>
public sealed record LoanConfirmed(IReadOnlyList<Guid> Entries);

/// <summary>无事可报: in this shift its team had nothing to enter. A figure that is entered later takes its place.</summary>
/// <param name="Way">How the entry came about.</param>
/// <param name="For">Whose entry it is, where one entered for another.</param>
/// <param name="DeviceAt">The device's clock.</param>
public sealed record NothingReported(EntryWay Way, PersonId? For, DateTimeOffset? DeviceAt);

/// <summary>A photo or file was attached to an entry; only the commitment to its bytes stands in the ledger.</summary>
/// <param name="Entry">The entry, or the correction.</param>
/// <param name="File">What was attached.</param>
public sealed record EvidenceAttached(Guid Entry, EvidenceCommitment File);

/// <summary>The sheet was signed off at hand-over (交班确认).</summary>
public sealed record SheetSignedOff(long Entries);
