using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Exclusions;

/// <summary>A stretch as it is being proposed; nothing of it need be typed.</summary>
/// <param name="Id">The id that the proposal will have.</param>
/// <param name="FromMinute">Minutes after the shift's start.</param>
/// <param name="Minutes">How long; 0: not chosen; <see cref="WholeShift"/>: the whole shift.</param>
/// <param name="Cause">Why; not set: not chosen.</param>
/// <param name="Responsible">Who answers for it; null: not chosen.</param>
/// <param name="Side">Who proposes.</param>
/// <param name="Note">A remark.</param>
public sealed record ExclusionDraft(
    Guid Id, int FromMinute, int Minutes, ExclusionCause Cause, UnitId? Responsible, ExclusionSide Side, string Note)
{
    public const int WholeShift = -1;

    /// <summary>The lengths to choose from, in minutes.</summary>
    public static IReadOnlyList<int> Lengths { get; } = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240];

    public static ExclusionDraft New() =>
        new(Guid.CreateVersion7(), 0, 0, ExclusionCause.NotSet, null, ExclusionSide.Team, "");

    public static ExclusionDraft Read(IFormCollection posted) => new(
        Guid.TryParse(posted["proposal"], out var id) ? id : Guid.CreateVersion7(),
        Number(posted["from"]),
        Number(posted["minutes"]),
        Enum.TryParse<ExclusionCause>(posted["cause"], out var cause) && Enum.IsDefined(cause) ? cause : ExclusionCause.NotSet,
        UnitId.TryParse(posted["responsible"], null, out var unit) ? unit : null,
        posted["side"] == nameof(ExclusionSide.Responsible) ? ExclusionSide.Responsible : ExclusionSide.Team,
        posted["note"].ToString().ReplaceLineEndings("\n").Trim());

    internal IReadOnlyList<Problem> Problems(ShiftExclusionsView view, ReaderLanguage words)
    {
        var problems = new List<Problem>();
        if (Minutes == 0)
        {
            problems.Add(new Problem("minutes", words.Of(ExclusionTexts.LengthMissing)));
        }

        if (Cause == ExclusionCause.NotSet)
        {
            problems.Add(new Problem("cause", words.Of(ExclusionTexts.CauseMissing)));
        }

        if (view.Units.All(unit => unit.Unit != Responsible))
        {
            problems.Add(new Problem("responsible", words.Of(ExclusionTexts.ResponsibleMissing)));
        }

        return problems;
    }

    internal ExclusionForm ToForm(ShiftExclusionsView view) => Minutes == WholeShift
        ? new ExclusionForm(Id, 0, view.LengthMinutes, Cause, Responsible!.Value, Side, Kept)
        : new ExclusionForm(Id, FromMinute, FromMinute + Minutes, Cause, Responsible!.Value, Side, Kept);

    private string? Kept => Note.Length > 0 ? Note : null;

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number is >= WholeShift and <= 1_440 ? number : 0;
}

/// <summary>The reason with which a stretch is contested or decided.</summary>
public sealed record ExclusionAnswerDraft(string? Reason)
{
    /// <summary>The id and name of the reason's field.</summary>
    public static string FieldOf(Guid exclusion) => $"why-{exclusion}";

    public static ExclusionAnswerDraft Read(IFormCollection posted, Guid exclusion)
    {
        var reason = string.Join(
            ' ', posted[FieldOf(exclusion)].Select(part => (part ?? "").Trim()).Where(part => part.Length > 0));
        return new ExclusionAnswerDraft(reason.Length > 0 ? reason : null);
    }

    /// <summary>For which side one acts; null where one decides.</summary>
    public static ExclusionSide? SideOf(ExclusionAct act, ShownExclusion stretch) => act switch
    {
        ExclusionAct.Withdraw => stretch.ProposedBy,
        ExclusionAct.Agree or ExclusionAct.Contest => OtherThan(stretch.ProposedBy),
        ExclusionAct.NotSet or ExclusionAct.Uphold or ExclusionAct.Reject => null,
    };

    private static ExclusionSide OtherThan(ExclusionSide side) =>
        side == ExclusionSide.Team ? ExclusionSide.Responsible : ExclusionSide.Team;
}
