using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Exclusions;
using Ganchao.Dashboard.Tests.Entry;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Tests.Exclusions;

/// <summary>One shift's stretches of a made-up foundry, with answers as a test wants them.</summary>
internal sealed class FewExclusions : IExclusionDesk
{
    public static readonly ResponsibleUnit Foundry = new(new UnitId("foundry"), UnitKind.Branch, new Names("铸造分厂", "Foundry"));

    private static readonly ShiftHeading Heading = new(
        FewShifts.Shift, new Names("赶超机械厂", "Ganchao Works"), new Names("造型一班", "Moulding 1"), new Names("白班", "Day"),
        TimeSpan.FromHours(8));

    public EntryWriter Writer { get; init; } = new(new Actor(ActorKind.System, "local", Role.ShiftLead), 200, "");

    public IReadOnlyList<ExclusionSide> Sides { get; init; } = [ExclusionSide.Team, ExclusionSide.Responsible];

    public IReadOnlyList<ShownExclusion> Stretches { get; init; } = [];

    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    public bool IsUnknownOutcome { get; init; }

    public List<ExclusionForm> Proposed { get; } = [];

    public List<(Guid Exclusion, ExclusionAnswer Answer)> Answered { get; } = [];

    public static ShownExclusion Stretch(ExclusionState state, params ExclusionAct[] acts) => new(
        FewShifts.Id(5), new TimeOnly(10, 0), new TimeOnly(12, 0), 120, ExclusionCause.PowerCut, Foundry, ExclusionSide.Team,
        state,
        [
            new ExclusionStep(
                ExclusionAct.NotSet, ExclusionSide.Team, FewShifts.Act(Role.ShiftLead), new KeptText("1")),
            new ExclusionStep(
                ExclusionAct.Contest, ExclusionSide.Responsible, FewShifts.Act(Role.BranchOrganiser), new KeptText(null)),
            new ExclusionStep(ExclusionAct.Reject, ExclusionSide.NotSet, FewShifts.Act(Role.CompetitionOffice), null),
        ],
        acts);

    public async Task<IReadOnlyList<ListedExclusion>> ListAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        return [.. Stretches.Select(stretch => new ListedExclusion(Heading, stretch))];
    }

    public async Task<ShiftExclusionsView?> ReadAsync(
        ShiftId shift, HttpContext context, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return shift == FewShifts.Shift
            ? new ShiftExclusionsView(Heading, new TimeOnly(8, 0), 480, [Foundry], Sides, Stretches)
            : null;
    }

    public EntryWriter ProposerOf(HttpContext context, ExclusionSide side, UnitKind responsible) => Writer;

    public EntryWriter AnswererOf(HttpContext context, ExclusionAct act, ShownExclusion stretch) => Writer;

    public async Task<EntryAnswer?> ProposeAsync(ShiftId shift, ExclusionForm form, Actor actor)
    {
        await Task.Yield();
        Proposed.Add(form);
        return Answer();
    }

    public async Task<EntryAnswer?> AnswerAsync(ShiftId shift, Guid exclusion, ExclusionAnswer answer, Actor actor)
    {
        await Task.Yield();
        Answered.Add((exclusion, answer));
        return Answer();
    }

    private EntryAnswer? Answer() => IsUnknownOutcome ? null : new EntryAnswer(
        Refusals.Count > 0 ? EntryOutcome.Refused : EntryOutcome.Recorded, "sheet", 1, [], [], Refusals);
}
