using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Exclusions;

/// <summary>Where the pages about stretches that are not to count read and write; the host implements it.</summary>
public interface IExclusionDesk
{
    /// <summary>
    /// The stretches over all sheets that wait for somebody, and those of the last month that are settled; the newest shift
    /// first.
    /// </summary>
    Task<IReadOnlyList<ListedExclusion>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The stretches of one shift and what whoever asks may do with them; null where the address is unknown.</summary>
    Task<ShiftExclusionsView?> ReadAsync(ShiftId shift, HttpContext context, CancellationToken cancellationToken);

    /// <summary>Who proposes for a side by this request, or why nobody does.</summary>
    EntryWriter ProposerOf(HttpContext context, ExclusionSide side, UnitKind responsible);

    /// <summary>Who does something with a stretch by this request, or why nobody does.</summary>
    EntryWriter AnswererOf(HttpContext context, ExclusionAct act, ShownExclusion stretch);

    /// <summary>Null where whether it was recorded is not known: the same id tells.</summary>
    Task<EntryAnswer?> ProposeAsync(ShiftId shift, ExclusionForm form, Actor actor);

    /// <summary>Null where whether it was recorded is not known: the same id tells.</summary>
    Task<EntryAnswer?> AnswerAsync(ShiftId shift, Guid exclusion, ExclusionAnswer answer, Actor actor);
}

/// <summary>The stretches of one shift.</summary>
/// <param name="Heading">Which shift.</param>
/// <param name="Start">When it starts by the plant's clocks.</param>
/// <param name="LengthMinutes">How long it lasts.</param>
/// <param name="Units">Who may be the responsible side, the nearest first.</param>
/// <param name="Sides">The sides for which whoever asks may propose; empty: for none.</param>
/// <param name="Stretches">In the order in which they were proposed.</param>
public sealed record ShiftExclusionsView(
    ShiftHeading Heading,
    TimeOnly Start,
    int LengthMinutes,
    IReadOnlyList<ResponsibleUnit> Units,
    IReadOnlyList<ExclusionSide> Sides,
    IReadOnlyList<ShownExclusion> Stretches);

/// <summary>A unit that may be the responsible side.</summary>
public sealed record ResponsibleUnit(UnitId Unit, UnitKind Kind, Names Names);

/// <summary>A stretch as pages show it.</summary>
/// <param name="Id">The proposal's id.</param>
/// <param name="From">By the plant's clocks.</param>
/// <param name="To">By the plant's clocks.</param>
/// <param name="Minutes">How long.</param>
/// <param name="Cause">Why.</param>
/// <param name="Responsible">Who answers for the cause.</param>
/// <param name="ProposedBy">The side that proposed it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Steps">What was done with it, the proposal first.</param>
/// <param name="Acts">What whoever asks may do with it.</param>
public sealed record ShownExclusion(
    Guid Id,
    TimeOnly From,
    TimeOnly To,
    int Minutes,
    ExclusionCause Cause,
    ResponsibleUnit Responsible,
    ExclusionSide ProposedBy,
    ExclusionState State,
    IReadOnlyList<ExclusionStep> Steps,
    IReadOnlyList<ExclusionAct> Acts);

/// <summary>One step: proposed (not set) or what was done then; by whom, when, in which words.</summary>
public sealed record ExclusionStep(ExclusionAct Act, ExclusionSide Side, HistoryAct By, KeptText? Text);

/// <summary>A stretch of some shift.</summary>
public sealed record ListedExclusion(ShiftHeading Heading, ShownExclusion Stretch)
{
    public bool IsOpen => Stretch.State is ExclusionState.Proposed or ExclusionState.Contested;
}
