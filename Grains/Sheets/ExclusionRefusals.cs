using System.Globalization;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;

namespace Ganchao.Grains.Sheets;

/// <summary>Every reason for which a stretch is not left out of a shift, or an answer to one not taken.</summary>
internal static class ExclusionRefusals
{
    public static Refusal IdMissing() =>
        new("id-missing", "id", "The exclusion or its answer has no id. Make a UUIDv7 and keep it over retries.");

    public static Refusal IdTaken(Guid id) =>
        new("id-taken", "id", $"{id} is recorded in this sheet with other content. Use an id of its own.");

    public static Refusal Unknown(Guid exclusion) =>
        new("unknown-exclusion", "exclusion", $"There is no exclusion {exclusion} in this sheet.");

    public static Refusal CauseMissing() => new("cause-missing", "cause", "An exclusion names its cause, one of the list.");

    public static Refusal OwnTeam(SheetKey sheet) =>
        new("responsible-own-team", "responsible",
            $"{sheet}: the responsible side is another than the team itself; it countersigns. Name the branch, department or team.");

    public static Refusal ResponsibleUnknown(UnitId unit, DateOnly date) =>
        new("unknown-unit", "responsible", Text($"The organisation holds no '{unit}' on {date:yyyy-MM-dd}. Check the id."));

    public static Refusal OutsideShift(SheetKey sheet, ExclusionForm form, int length) =>
        new("outside-shift", "fromMinute",
            Text($"{sheet} lasts {length} minutes; {form.FromMinute} to {form.ToMinute} is no stretch of it."));

    public static Refusal Overlaps(Exclusion over) =>
        new("overlaps", "fromMinute",
            Text($"Minutes {over.Stretch.FromMinute} to {over.Stretch.ToMinute} are {Word(over.State)} already ({over.Id}). ") +
            "Choose another stretch, or have that one withdrawn first.");

    public static Refusal ActMissing() =>
        new("act-missing", "act", "Say what becomes of it: agree, contest, withdraw, uphold or reject.");

    public static Refusal SideMissing() =>
        new("side-missing", "side", "Say for which side you act: team or responsible.");

    public static Refusal NotWaiting(Exclusion exclusion, ExclusionAct act) =>
        new("exclusion-settled", "act",
            $"The exclusion is {Word(exclusion.State)}, so one cannot {Word(act)} it. Propose a new one, or ask the office.");

    public static Refusal OwnProposal(Exclusion exclusion) =>
        new("own-proposal", "side",
            $"The {Word(exclusion.ProposedBy)} side proposed it; somebody of the other side countersigns or contests it.");

    public static Refusal NotOwnProposal(Exclusion exclusion) =>
        new("not-own-proposal", "side", $"Only the {Word(exclusion.ProposedBy)} side, which proposed it, withdraws it.");

    public static Refusal OwnCase(Exclusion exclusion) =>
        new("own-case", "actor",
            $"Exclusion {exclusion.Id}: who proposed, countersigned or contested it does not decide it. Ask the office.");

    public static Refusal NotOfSide(Role role, ExclusionSide side, UnitId unit) =>
        new("wrong-role", "actor", $"A {role} does not speak for the {Word(side)} side, '{unit}'.");

    public static Refusal NotDecider(Role role, bool isBranchParty) =>
        new("wrong-role", "actor", isBranchParty
            ? $"A {role} does not decide it: the branch is a party to it. The competition office decides."
            : $"A {role} does not decide it. The branch organiser or the competition office decides.");

    public static Refusal ReasonMissing(ExclusionAct act) =>
        new("reason-missing", "reason", $"To {Word(act)} an exclusion needs a reason.");

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
