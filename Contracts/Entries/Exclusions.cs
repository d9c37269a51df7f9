using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Entries;

/// <summary>Why a stretch of a shift is not to count (免计时段).</summary>
public enum ExclusionCause
{
    NotSet,

    /// <summary>开机</summary>
    StartUp,

    /// <summary>故障</summary>
    Breakdown,

    /// <summary>停电</summary>
    PowerCut,

    /// <summary>待料</summary>
    NoMaterial,

    /// <summary>无任务</summary>
    NoTask,

    /// <summary>仪表故障</summary>
    SensorOutage,

    /// <summary>他方原因</summary>
    ByOthers,
}

/// <summary>The two who must agree.</summary>
public enum ExclusionSide
{
    NotSet,

    /// <summary>The team whose shift it is.</summary>
    Team,

    /// <summary>The branch, department or other team that answers for the cause.</summary>
    Responsible,
}

/// <summary>Where a stretch stands; only an agreed one counts.</summary>
public enum ExclusionState
{
    NotSet,

    /// <summary>One side has proposed it; it waits for the other.</summary>
    Proposed,

    /// <summary>Countersigned (会签), or upheld by the decision on a contest.</summary>
    Agreed,

    /// <summary>The other side says no; the branch organiser or the office decides.</summary>
    Contested,

    /// <summary>Taken back by the side that proposed it.</summary>
    Withdrawn,

    /// <summary>Turned down by decision.</summary>
    Rejected,
}

/// <summary>What one does with a proposed stretch.</summary>
public enum ExclusionAct
{
    NotSet,

    /// <summary>The other side countersigns.</summary>
    Agree,

    /// <summary>The other side contests, with a reason.</summary>
    Contest,

    /// <summary>The proposing side takes it back before it is agreed.</summary>
    Withdraw,

    /// <summary>Decision on a contest: it counts. With a reason.</summary>
    Uphold,

    /// <summary>Decision on a contest, or on an agreement that was a mistake: it does not count. With a reason.</summary>
    Reject,
}

/// <summary>A stretch of a shift that one side proposes to leave out.</summary>
/// <param name="Id">Made by the client (UUIDv7), kept over retries; unique in the sheet.</param>
/// <param name="FromMinute">Minutes after the shift's start, 0 or more.</param>
/// <param name="ToMinute">Minutes after the shift's start, more than from, at most the shift's length.</param>
/// <param name="Cause">Why.</param>
/// <param name="Responsible">The branch, department or other team that answers for the cause.</param>
/// <param name="Side">Which side proposes it.</param>
/// <param name="Note">A remark. Private content.</param>
/// <param name="DeviceAt">The device's clock; recorded, never trusted.</param>
public sealed record ExclusionForm(
    Guid Id,
    int FromMinute,
    int ToMinute,
    ExclusionCause Cause,
    UnitId Responsible,
    ExclusionSide Side,
    string? Note = null,
    DateTimeOffset? DeviceAt = null);

/// <summary>What becomes of a proposed stretch.</summary>
/// <param name="Id">Made by the client (UUIDv7), kept over retries; unique in the sheet.</param>
/// <param name="Act">Agree, contest, withdraw, uphold or reject.</param>
/// <param name="Side">Which side one acts for; absent in decisions.</param>
/// <param name="Reason">Needed to contest, to uphold and to reject. Private content.</param>
/// <param name="DeviceAt">The device's clock; recorded, never trusted.</param>
public sealed record ExclusionAnswer(
    Guid Id, ExclusionAct Act, ExclusionSide? Side = null, string? Reason = null, DateTimeOffset? DeviceAt = null);

/// <summary>A stretch as it stands.</summary>
/// <param name="Id">The proposal's id.</param>
/// <param name="FromMinute">Minutes after the shift's start.</param>
/// <param name="ToMinute">Minutes after the shift's start.</param>
/// <param name="Cause">Why.</param>
/// <param name="Responsible">Who answers for the cause.</param>
/// <param name="ProposedBy">The side that proposed it.</param>
/// <param name="State">Where it stands.</param>
public sealed record SheetExclusion(
    Guid Id,
    int FromMinute,
    int ToMinute,
    ExclusionCause Cause,
    UnitId Responsible,
    ExclusionSide ProposedBy,
    ExclusionState State);
