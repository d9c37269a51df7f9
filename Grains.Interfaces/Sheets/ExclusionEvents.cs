using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Grains.Interfaces.Sheets;

/// <summary>A stretch of a shift in minutes after its start, why it is not to count, who answers for that.</summary>
/// <param name="FromMinute">0 or more.</param>
/// <param name="ToMinute">More than from.</param>
/// <param name="Cause">Why.</param>
/// <param name="Responsible">The branch, department or other team.</param>
public sealed record ExcludedStretch(int FromMinute, int ToMinute, ExclusionCause Cause, UnitId Responsible)
{
    public int Minutes => ToMinute - FromMinute;

    public bool Overlaps(ExcludedStretch other) => FromMinute < other.ToMinute && other.FromMinute < ToMinute;
}

/// <summary>One side proposed to leave a stretch out. The event's id is the exclusion's.</summary>
public sealed record ExclusionProposed(
    ExcludedStretch Stretch, ExclusionSide Side, Commitment? Note, DateTimeOffset? DeviceAt);

/// <summary>
/// The other side countersigned (agree) or contested it. Whole in itself, like <see cref="ExclusionDecided"/>: the fact is
/// derived from it without looking anywhere else.
/// </summary>
/// <param name="Exclusion">The proposal.</param>
/// <param name="Line">The number of the proposal in the sheet's stream.</param>
/// <param name="Stretch">As it was proposed.</param>
/// <param name="Side">Who answers.</param>
/// <param name="Agreed">Whether it counts from now on.</param>
/// <param name="Reason">Why not.</param>
/// <param name="DeviceAt">The device's clock.</param>
public sealed record ExclusionAnswered(
    Guid Exclusion,
    long Line,
    ExcludedStretch Stretch,
    ExclusionSide Side,
    bool Agreed,
    Commitment? Reason,
    DateTimeOffset? DeviceAt);

/// <summary>The side that proposed it took it back.</summary>
public sealed record ExclusionWithdrawn(
    Guid Exclusion, ExclusionSide Side, Commitment? Reason, DateTimeOffset? DeviceAt);

/// <summary>The branch organiser or the office decided.</summary>
/// <param name="Exclusion">The proposal.</param>
/// <param name="Line">The number of the proposal in the sheet's stream.</param>
/// <param name="Stretch">As it was proposed.</param>
/// <param name="Upheld">Whether it counts from now on.</param>
/// <param name="Reason">Why.</param>
/// <param name="DeviceAt">The device's clock.</param>
public sealed record ExclusionDecided(
    Guid Exclusion, long Line, ExcludedStretch Stretch, bool Upheld, Commitment? Reason, DateTimeOffset? DeviceAt);
