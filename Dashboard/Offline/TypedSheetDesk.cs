using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Dashboard.Crew;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Ganchao.Dashboard.Offline;

/// <summary>
/// Takes what a device kept: reads it as the form's own page does, judges it by the same rules and enters it once, however
/// often it comes.
/// </summary>
internal sealed class TypedSheetDesk(IEntryDesk desk, ICrewDesk crews, ReceiptSeal seal)
{
    /// <summary>The receipt, or what is wrong; neither: whether it was recorded is not known.</summary>
    public async Task<TypedAnswer> TakeAsync(
        ShiftId shift, TypedSheet typed, Actor actor, ReaderLanguage words, CancellationToken cancellationToken)
    {
        var (form, unknown) = typed.Part == SheetPart.Crew
            ? await crews.ReadAsync(shift, cancellationToken)
            : await desk.ReadAsync(shift, cancellationToken);
        return form is null ? TypedAnswer.Wrong([new TypedProblem("unknown-shift", words.Of(EntryTexts.Of(unknown)))])
            : typed.Part == SheetPart.Nothing ? await TakeNothingAsync(shift, typed, actor, words, cancellationToken)
            : await TakeFiguresAsync(form, typed, actor, words, cancellationToken);
    }

    private async Task<TypedAnswer> TakeFiguresAsync(
        ShiftForm form, TypedSheet typed, Actor actor, ReaderLanguage words, CancellationToken cancellationToken)
    {
        var draft = EntryDraft.Read(PostedOf(typed), form);
        if (DraftProblems.Find(draft, words) is { Count: > 0 } problems)
        {
            return TypedAnswer.Wrong([.. problems.Select(problem => new TypedProblem("not-readable", problem.Message)).Distinct()]);
        }

        (draft, var judgement) = await JudgeAsync(form, draft, typed, actor, words, cancellationToken);
        var wrong = WrongWith(judgement, draft, form, words);
        return wrong.Count > 0
            ? TypedAnswer.Wrong(wrong)
            : await EnterAsync(form, draft, typed, actor, words, cancellationToken);
    }

    private async Task<TypedAnswer> TakeNothingAsync(
        ShiftId shift, TypedSheet typed, Actor actor, ReaderLanguage words, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(typed.Fields.GetValueOrDefault("id"), out var id))
        {
            return TypedAnswer.Wrong([new TypedProblem("id-missing", words.Of(OutboxTexts.NoId))]);
        }

        var (submission, isLate) = (await ReportAsync(EntryWay.Ordinary), false);
        if (submission.Answer?.Refusals.Any(IsOfTheWay) == true)
        {
            (submission, isLate) = (await ReportAsync(EntryWay.Late), true);
        }

        return submission.Answer is { Outcome: EntryOutcome.Refused } refused
            ? TypedAnswer.Wrong(
                [.. refused.Refusals.Select(refusal => new TypedProblem(refusal.Rule, RefusalTexts.Say(refusal, null, words)))])
            : Received(shift, submission, before: null, isLate, words);

        Task<EntrySubmission> ReportAsync(EntryWay way) =>
            desk.ReportNothingAsync(shift, new NothingForm(id, way, DeviceAt: typed.DeviceAt), actor, cancellationToken);
    }

    // Whoever was offline cannot know that the shift was signed off meanwhile; and what came before, then, is known again
    // only in the way in which it was recorded.
    private static bool IsOfTheWay(Refusal refusal) => refusal.Rule is "signed-off" or "id-taken";

    private async Task<(EntryDraft, EntryJudgement)> JudgeAsync(
        ShiftForm form, EntryDraft draft, TypedSheet typed, Actor actor, ReaderLanguage words,
        CancellationToken cancellationToken)
    {
        var judgement = await CheckAsync(draft);
        if (!judgement.Answer.Refusals.Any(IsOfTheWay))
        {
            return (draft, judgement);
        }

        var otherWay = draft with { IsLate = !draft.IsLate };
        var otherwise = await CheckAsync(otherWay);
        return otherwise.Answer.Outcome == EntryOutcome.Refused ? (draft, judgement) : (otherWay, otherwise);

        Task<EntryJudgement> CheckAsync(EntryDraft it) =>
            desk.CheckAsync(form.Heading.Shift, EntriesOf(form, it, typed, words), actor, cancellationToken);
    }

    private static IReadOnlyList<TypedProblem> WrongWith(
        EntryJudgement judgement, EntryDraft draft, ShiftForm form, ReaderLanguage words)
    {
        if (judgement.Answer.Outcome == EntryOutcome.Refused)
        {
            return Said(judgement.Answer, draft, form, words);
        }

        // What is recorded already is not judged by what became usual since.
        return judgement.Answer.Outcome == EntryOutcome.AlreadyRecorded ? [] :
        [
            .. UnusualWords.Of(judgement.Unusual, draft, form, words).Select(message => new TypedProblem("unusual", message)),
        ];
    }

    private async Task<TypedAnswer> EnterAsync(
        ShiftForm form, EntryDraft draft, TypedSheet typed, Actor actor, ReaderLanguage words,
        CancellationToken cancellationToken)
    {
        var shift = form.Heading.Shift;
        var submission = await desk.SubmitAsync(shift, EntriesOf(form, draft, typed, words), actor, cancellationToken);
        return submission.Answer is { Outcome: EntryOutcome.Refused } refused
            ? TypedAnswer.Wrong(Said(refused, draft, form, words))
            : Received(shift, submission, seal.Open(shift.ToString(), draft.Before), draft.IsLate, words);
    }

    private TypedAnswer Received(ShiftId shift, EntrySubmission submission, Receipt? before, bool isLate, ReaderLanguage words) =>
        submission.Answer is not { } answer ? TypedAnswer.Unknown : new TypedAnswer(
            new TypedReceipt(
                words.Receipt(shift, seal.Seal(shift.ToString(), Receipt.Of(submission, before))),
                answer.Entries,
                answer.Outcome == EntryOutcome.AlreadyRecorded,
                isLate),
            []);

    // The same bytes at each try: of what the device kept, and of nothing else.
    private static EntryList EntriesOf(ShiftForm form, EntryDraft draft, TypedSheet typed, ReaderLanguage words)
    {
        var list = draft.ToEntries(form);
        var age = typed.FormAt is { } at ? words.Of(OutboxTexts.FormOf, HoursFrom(at, typed.DeviceAt)) : null;
        return new EntryList(
        [
            .. list.Entries.Index().Select(entry => entry.Item with
            {
                DeviceAt = typed.DeviceAt,
                Note = entry.Index > 0 || age is null ? entry.Item.Note
                    : entry.Item.Note is { } note ? $"{note}\n{age}" : age,
            }),
        ]);
    }

    private static IReadOnlyList<TypedProblem> Said(EntryAnswer answer, EntryDraft draft, ShiftForm form, ReaderLanguage words) =>
    [
        .. answer.Refusals
            .Select(refusal => new TypedProblem(
                refusal.Rule, DraftProblems.Of([refusal], draft, form, words)[0].Message, DetailOf(refusal)))
            .Distinct(),
    ];

    private static string? DetailOf(Refusal refusal) =>
        refusal.Rule is "id-taken" or "cell-taken" or "already-superseded" ? refusal.Message : null;

    private static long HoursFrom(DateTimeOffset start, DateTimeOffset end) => Math.Max(0, (long)(end - start).TotalHours);

    private static FormCollection PostedOf(TypedSheet typed) =>
        new(typed.Fields.ToDictionary(field => field.Key, field => new StringValues(field.Value)));
}

/// <summary>What became of a typed sheet.</summary>
internal sealed record TypedAnswer(TypedReceipt? Receipt, IReadOnlyList<TypedProblem> Problems)
{
    public static TypedAnswer Unknown { get; } = new(null, []);

    public static TypedAnswer Wrong(IReadOnlyList<TypedProblem> problems) => new(null, problems);
}
