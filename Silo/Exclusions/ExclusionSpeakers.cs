using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Exclusions;
using Ganchao.Grains.Sheets;
using Ganchao.Silo.Entry;

namespace Ganchao.Silo.Exclusions;

/// <summary>
/// Which buttons a page offers to whoever looks; the sheet decides. A person acts in a role as far as it reaches; a machine's own
/// user may speak for either side.
/// </summary>
internal sealed class ExclusionSpeakers(KnownShift shift, Actor? actor, DateOnly today)
{
    public IReadOnlyList<ExclusionSide> Sides(IReadOnlyList<ResponsibleUnit> units) =>
    [
        .. Speaks(ExclusionSide.Team, default) ? [ExclusionSide.Team] : Array.Empty<ExclusionSide>(),
        .. units.Any(unit => Speaks(ExclusionSide.Responsible, unit))
            ? [ExclusionSide.Responsible] : Array.Empty<ExclusionSide>(),
    ];

    public IReadOnlyList<ExclusionAct> ActsOn(ShownExclusion stretch)
    {
        var isOwn = Speaks(stretch.ProposedBy, stretch.Responsible);
        var isOther = Speaks(
            ExclusionAnswerDraft.SideOf(ExclusionAct.Agree, stretch)!.Value, stretch.Responsible) && !HasActed(stretch);
        var decides = Decides(stretch) && !HasActed(stretch);
        return stretch.State switch
        {
            ExclusionState.Proposed =>
            [
                .. isOther ? [ExclusionAct.Agree, ExclusionAct.Contest] : Array.Empty<ExclusionAct>(),
                .. isOwn ? [ExclusionAct.Withdraw] : Array.Empty<ExclusionAct>(),
            ],
            ExclusionState.Contested =>
            [
                .. decides ? [ExclusionAct.Uphold, ExclusionAct.Reject] : Array.Empty<ExclusionAct>(),
                .. isOwn ? [ExclusionAct.Withdraw] : Array.Empty<ExclusionAct>(),
            ],
            ExclusionState.Agreed => decides ? [ExclusionAct.Reject] : [],
            _ => [],
        };
    }

    private bool Speaks(ExclusionSide side, ResponsibleUnit? responsible) =>
        actor is { Kind: ActorKind.System }
        || (actor is not null
            && ExclusionSides.RolesOf(side, responsible?.Kind ?? UnitKind.NotSet).Contains(actor.Role)
            && Reaches(side == ExclusionSide.Team ? shift.Id.Team : responsible!.Unit));

    private bool Decides(ShownExclusion stretch) => actor switch
    {
        null => false,
        { Kind: ActorKind.System } => true,
        { Role: Role.CompetitionOffice } => Reaches(null),
        { Role: Role.BranchOrganiser } => stretch.Responsible.Kind != UnitKind.Branch && Reaches(shift.Id.Team),
        _ => false,
    };

    private bool Reaches(UnitId? unit) =>
        actor!.Kind != ActorKind.Person || shift.Book.Roles.IsEmpty
        || (PersonId.TryParse(actor.Id, null, out var person)
            && shift.Book.Roles.Holds(person, actor.Role, unit, shift.Book.Organisation, today));

    private bool HasActed(ShownExclusion stretch) =>
        actor is { Kind: not ActorKind.System } && stretch.Steps.Any(step => step.By.Actor == actor.Id);
}
