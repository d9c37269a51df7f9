using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Roles;

namespace Ganchao.Grains.Sheets;

/// <summary>Who may do what with a stretch that is not to count, and which stretches there can be.</summary>
internal sealed class ExclusionRules(SheetKey sheet, PlantBook book, Actor actor, DateOnly today)
{
    private UnitId Team => sheet.Owner!.Value;

    private DateOnly Date => sheet.Date!.Value;

    /// <summary>Everything against a proposal.</summary>
    public IEnumerable<Refusal> CheckProposal(ExclusionForm form, IEnumerable<Exclusion> others)
    {
        if (CheckCause(form) is { } wrong)
        {
            return [wrong];
        }

        var stretch = new ExcludedStretch(form.FromMinute, form.ToMinute, form.Cause, form.Responsible);
        var length = book.Calendar.KindAt(sheet.Shift!.Value, Date)?.LengthMinutes ?? 0;
        var over = others.FirstOrDefault(other => other.IsOpenOrAgreed && other.Stretch.Overlaps(stretch));
        return
        [
            .. form.FromMinute < 0 || form.ToMinute <= form.FromMinute || form.ToMinute > length
                ? [ExclusionRefusals.OutsideShift(sheet, form, length)]
                : Array.Empty<Refusal>(),
            .. over is null ? Array.Empty<Refusal>() : [ExclusionRefusals.Overlaps(over)],
            .. CheckText(form.Note, "note"),
            .. CheckSide(form.Side, stretch.Responsible),
        ];
    }

    /// <summary>Everything against an answer to a proposal.</summary>
    public IEnumerable<Refusal> CheckAnswer(ExclusionAnswer answer, Exclusion to) => answer.Act switch
    {
        ExclusionAct.Agree or ExclusionAct.Contest => CheckOther(answer, to),
        ExclusionAct.Withdraw => CheckWithdrawal(answer, to),
        ExclusionAct.Uphold or ExclusionAct.Reject => CheckDecision(answer, to),
        ExclusionAct.NotSet => [ExclusionRefusals.ActMissing()],
    };

    private Refusal? CheckCause(ExclusionForm form) =>
        form.Cause == ExclusionCause.NotSet || !Enum.IsDefined(form.Cause) ? ExclusionRefusals.CauseMissing()
        : form.Responsible == Team ? ExclusionRefusals.OwnTeam(sheet)
        : book.Organisation.At(form.Responsible, Date) is null ? ExclusionRefusals.ResponsibleUnknown(form.Responsible, Date)
        : null;

    private IEnumerable<Refusal> CheckOther(ExclusionAnswer answer, Exclusion to)
    {
        if (to.State != ExclusionState.Proposed)
        {
            yield return ExclusionRefusals.NotWaiting(to, answer.Act);
        }
        else if (answer.Side == to.ProposedBy || HasActed(to))
        {
            yield return ExclusionRefusals.OwnProposal(to);
        }

        foreach (var refusal in CheckSide(answer.Side ?? ExclusionSide.NotSet, to.Stretch.Responsible)
            .Concat(CheckReason(answer, isNeeded: answer.Act == ExclusionAct.Contest)))
        {
            yield return refusal;
        }
    }

    private IEnumerable<Refusal> CheckWithdrawal(ExclusionAnswer answer, Exclusion to)
    {
        if (to.State is not (ExclusionState.Proposed or ExclusionState.Contested))
        {
            yield return ExclusionRefusals.NotWaiting(to, answer.Act);
        }
        else if (answer.Side != to.ProposedBy)
        {
            yield return ExclusionRefusals.NotOwnProposal(to);
        }

        foreach (var refusal in CheckSide(answer.Side ?? ExclusionSide.NotSet, to.Stretch.Responsible)
            .Concat(CheckReason(answer, isNeeded: false)))
        {
            yield return refusal;
        }
    }

    private IEnumerable<Refusal> CheckDecision(ExclusionAnswer answer, Exclusion to)
    {
        var isDecidable = to.State == ExclusionState.Contested
            || (to.State == ExclusionState.Agreed && answer.Act == ExclusionAct.Reject);
        if (!isDecidable)
        {
            yield return ExclusionRefusals.NotWaiting(to, answer.Act);
        }
        else if (HasActed(to))
        {
            yield return ExclusionRefusals.OwnCase(to);
        }

        foreach (var refusal in CheckDecider(to).Concat(CheckReason(answer, isNeeded: true)))
        {
            yield return refusal;
        }
    }

    // A branch that is a party itself leaves it to the office, which answers for the whole plant.
    private IEnumerable<Refusal> CheckDecider(Exclusion to)
    {
        var isParty = book.Organisation.At(to.Stretch.Responsible, Date)?.Kind == UnitKind.Branch;
        return actor.Role switch
        {
            Role.CompetitionOffice => RoleRules.CheckActor(actor, null, book, today),
            Role.BranchOrganiser when !isParty => RoleRules.CheckActor(actor, Team, book, today),
            _ => [ExclusionRefusals.NotDecider(actor.Role, isParty)],
        };
    }

    private IEnumerable<Refusal> CheckSide(ExclusionSide side, UnitId responsible)
    {
        var unit = side == ExclusionSide.Responsible ? responsible : Team;
        return side is not (ExclusionSide.Team or ExclusionSide.Responsible) ? [ExclusionRefusals.SideMissing()]
            : !ExclusionSides.RolesOf(side, book.Organisation.At(responsible, Date)?.Kind ?? UnitKind.NotSet).Contains(actor.Role)
                ? [ExclusionRefusals.NotOfSide(actor.Role, side, unit)]
            : RoleRules.CheckActor(actor, unit, book, today);
    }

    private static IEnumerable<Refusal> CheckReason(ExclusionAnswer answer, bool isNeeded) =>
        isNeeded && string.IsNullOrWhiteSpace(answer.Reason)
            ? [ExclusionRefusals.ReasonMissing(answer.Act)]
            : CheckText(answer.Reason, "reason");

    private static IEnumerable<Refusal> CheckText(string? text, string field) =>
        text is not null && (text.Length > EntryRules.MaxTextLength || text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
            ? [SheetRefusals.TextWrong("exclusion", field, EntryRules.MaxTextLength)]
            : [];

    // The machine's own user is whoever sits there; of people and keys it takes two.
    private bool HasActed(Exclusion to) =>
        actor.Kind != ActorKind.System && to.Actors.Any(before => (before.Kind, before.Id) == (actor.Kind, actor.Id));
}

/// <summary>Who speaks for which side.</summary>
public static class ExclusionSides
{
    private static readonly Role[] OfTeam = [Role.ShiftLead, Role.Statistician];

    /// <summary>The roles in which one acts for a side, the usual one first.</summary>
    /// <param name="side">For which one acts.</param>
    /// <param name="responsible">The kind of the responsible unit.</param>
    public static IReadOnlyList<Role> RolesOf(ExclusionSide side, UnitKind responsible) => (side, responsible) switch
    {
        (ExclusionSide.Team, _) or (ExclusionSide.Responsible, UnitKind.Team or UnitKind.TemporaryTeam) => OfTeam,
        (ExclusionSide.Responsible, UnitKind.Branch) => [Role.BranchOrganiser, Role.Statistician],
        (ExclusionSide.Responsible, UnitKind.Department) =>
            [Role.DepartmentCertifier, Role.Statistician, Role.ProductionPlanning],
        (ExclusionSide.Responsible, UnitKind.Plant) => [Role.ProductionPlanning, Role.CompetitionOffice],
        _ => [],
    };
}
