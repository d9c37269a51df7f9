using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Evidence;

namespace Ganchao.Dashboard.Entry;

/// <summary>Everything that was ever written on a shift's sheet.</summary>
public sealed record SheetHistory(
    ShiftHeading Heading, IReadOnlyList<HistoryLine> Lines, HistoryAct? SignOff, IReadOnlyList<HistoryNothing>? Nothings = null);

/// <summary>无事可报: somebody said that there is nothing to enter.</summary>
/// <param name="Seq">Its number in the sheet.</param>
/// <param name="Entry">Its id.</param>
/// <param name="Act">Who, and when.</param>
/// <param name="Way">How it came about.</param>
public sealed record HistoryNothing(long Seq, Guid Entry, HistoryAct Act, EntryWay Way);

/// <summary>Everything that was ever written on a department's sheet; never empty.</summary>
/// <param name="Sheet">Its address.</param>
/// <param name="Plant">The plant's name.</param>
/// <param name="Department">The department's name.</param>
/// <param name="UtcOffset">The plant's, so that times read as on the plant's own clocks.</param>
/// <param name="Lines">In the order in which they were first entered.</param>
public sealed record DepartmentHistory(
    DepartmentSheet Sheet, Names Plant, Names Department, TimeSpan UtcOffset, IReadOnlyList<HistoryLine> Lines);

/// <summary>One line, its versions oldest first.</summary>
/// <param name="Line">The number of its first entry.</param>
/// <param name="Cell">What it is about.</param>
/// <param name="Words">How it is called.</param>
/// <param name="Record">The heat or lot.</param>
/// <param name="Subject">Whom it is about, where that is not the sheet's own team.</param>
/// <param name="IsOurs">Whether a shift lead may correct it.</param>
/// <param name="Versions">Never empty; the last one holds.</param>
public sealed record HistoryLine(
    long Line,
    EntryCell Cell,
    CellWords Words,
    string? Record,
    Names? Subject,
    bool IsOurs,
    IReadOnlyList<HistoryVersion> Versions)
{
    public HistoryVersion Current => Versions[^1];
}

/// <summary>Who did something, and when by the server's clock.</summary>
public sealed record HistoryAct(Role Role, string Actor, DateTimeOffset At);

/// <summary>One version of a line; without a value the line is void from here on.</summary>
/// <param name="Seq">The entry's number in the sheet.</param>
/// <param name="Entry">The entry's id.</param>
/// <param name="Value">The figure.</param>
/// <param name="Act">Who, and when.</param>
/// <param name="DeviceAt">When by the device's clock, where it said so.</param>
/// <param name="ObservedAt">When it was observed, where somebody asserts it: the time on the paper.</param>
/// <param name="Way">How it came about.</param>
/// <param name="Reason">Why it was corrected.</param>
/// <param name="Note">A remark.</param>
/// <param name="Unusual">What was unusual about the figure when it was entered.</param>
/// <param name="WhyUnusual">Why it is right although it is unusual.</param>
/// <param name="Evidence">Photos and files that prove it.</param>
public sealed record HistoryVersion(
    long Seq,
    Guid Entry,
    decimal? Value,
    HistoryAct Act,
    DateTimeOffset? DeviceAt,
    DateTimeOffset? ObservedAt,
    EntryWay Way,
    KeptText? Reason,
    KeptText? Note,
    IReadOnlyList<UnusualMark>? Unusual = null,
    KeptText? WhyUnusual = null,
    IReadOnlyList<ShownEvidence>? Evidence = null);

/// <summary>A text held outside the ledger; null once it was erased.</summary>
public sealed record KeptText(string? Text);
