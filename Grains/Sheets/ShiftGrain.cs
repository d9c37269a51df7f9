using System.Collections.Immutable;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Sheets;

/// <summary>One team's sheet for one shift (班报), and the stretches of the shift that both sides agree to leave out.</summary>
internal sealed class ShiftGrain(
    ILedger ledger, IFacts facts, IPrivateContents contents, IPlantBooks books, PlantClock clock, ILogger<ShiftGrain> logger)
    : SheetGrain(StreamKind.Shift, ledger, facts, contents, books, clock, logger), IShiftGrain
{
    public Task<EntryAnswer> Propose(ExclusionForm exclusion, Actor actor)
    {
        var form = exclusion with { Note = Tidied(exclusion.Note) };
        return Take(
            form.Id,
            form.Note,
            actor,
            (known, isSame) => known is ExclusionProposed proposed && isSame(proposed.Note)
                && (proposed.Stretch, proposed.Side, proposed.DeviceAt) == (StretchOf(form), form.Side, form.DeviceAt),
            rules => rules.CheckProposal(form, State.Exclusions.All),
            note => new ExclusionProposed(StretchOf(form), form.Side, note, form.DeviceAt));
    }

    public async Task<EntryAnswer> AnswerExclusion(Guid exclusion, ExclusionAnswer answer, Actor actor)
    {
        if (State.Exclusions.Find(exclusion) is not { } to)
        {
            return Answer(EntryOutcome.Refused, [], [], [ExclusionRefusals.Unknown(exclusion)]);
        }

        var form = answer with { Reason = Tidied(answer.Reason) };
        var taken = await Take(
            form.Id,
            form.Reason,
            actor,
            (known, isSame) => IsAnswer(known, form, exclusion, isSame),
            rules => rules.CheckAnswer(form, to),
            reason => EventOf(form, to, reason));
        if (taken.Outcome == EntryOutcome.Recorded && State.Exclusions.Find(exclusion)!.Judged == form.Id)
        {
            await Announce([Key.Team!.Value]);
        }

        return taken;
    }

    public Task<EntryAnswer> Confirm(Guid id, IReadOnlyList<Guid> entries, Actor actor) => Confirm(
        id,
        entries,
        new EntriesConfirmed([.. entries]),
        State.Confirmation(id)?.Entries,
        entry => State.Awaits(entry) is null ? null : Key.Owner,
        actor);

    public Task<EntryAnswer> ConfirmLoan(Guid id, IReadOnlyList<Guid> entries, Actor actor) => Confirm(
        id,
        entries,
        new LoanConfirmed([.. entries]),
        State.LoanConfirmation(id)?.Entries,
        State.AwaitsLender,
        actor);

    public Task<EntryAnswer> ReportNothing(NothingForm form, Actor actor)
    {
        var made = NothingRules.EventOf(form);
        return Take(
            form.Id,
            made,
            State.Nothing(form.Id) is { } known ? (known.Seq, known.Reported == made) : null,
            NothingRules.IdTaken(form.Id),
            () => NothingRules.Check(form, State, Key),
            actor);
    }

    public Task<EntryAnswer> Attach(SheetEvidence evidence, Actor actor) => Take(
        evidence.Id,
        new EvidenceAttached(evidence.Entry, evidence.File),
        State.EvidenceOf(evidence.Id) is { } known ? (known.Seq, known.Attached == evidence) : null,
        EvidenceRules.IdTaken(evidence.Id),
        () => EvidenceRules.Check(evidence, State, Key, actor),
        actor);

    /// <param name="known">What was confirmed under this id already; null: nothing.</param>
    /// <param name="awaits">The team whose lead, or branch, has still to confirm an entry; null: none.</param>
    private async Task<EntryAnswer> Confirm(
        Guid id,
        IReadOnlyList<Guid> entries,
        object confirmed,
        IReadOnlyList<Guid>? known,
        Func<Guid, UnitId?> awaits,
        Actor actor)
    {
        Stay();
        if (known is not null)
        {
            return known.SequenceEqual(entries)
                ? Answer(EntryOutcome.AlreadyRecorded, [], [], [])
                : Answer(EntryOutcome.Refused, [], [], [ConfirmationRules.IdTaken(id)]);
        }

        var book = await Book(refresh: true);
        var rules = new ConfirmationRules(State, Key, book, actor, TodayIn(book));
        var refusals = rules.Check(id, entries, awaits).ToImmutableArray();
        if (!refusals.IsEmpty)
        {
            return Answer(EntryOutcome.Refused, [], [], refusals);
        }

        await Append([(id, confirmed)], [], actor);
        return Answer(EntryOutcome.Recorded, [], [], []);
    }

    /// <summary>Records one event once; the same id with the same content is answered with the first receipt.</summary>
    private async Task<EntryAnswer> Take(
        Guid id,
        object made,
        (long Seq, bool IsSame)? known,
        Refusal idTaken,
        Func<IEnumerable<Refusal>> check,
        Actor actor)
    {
        Stay();
        if (known is { } first)
        {
            return first.IsSame
                ? Answer(EntryOutcome.AlreadyRecorded, [new EntryReceipt(id, first.Seq, first.Seq)], [], [])
                : Answer(EntryOutcome.Refused, [], [], [idTaken]);
        }

        var book = await Book(refresh: true);
        var refusals = check().Concat(new EntryRules(Key, book, actor, TodayIn(book)).CheckSheet()).ToImmutableArray();
        if (!refusals.IsEmpty)
        {
            return Answer(EntryOutcome.Refused, [], [], refusals);
        }

        await Append([(id, made)], [], actor);
        return Answer(EntryOutcome.Recorded, [new EntryReceipt(id, State.Version, State.Version)], [], []);
    }

    /// <summary>The same of an event of an exclusion, whose text is private content.</summary>
    private async Task<EntryAnswer> Take(
        Guid id,
        string? text,
        Actor actor,
        Func<object, Func<Commitment?, bool>, bool> isSame,
        Func<ExclusionRules, IEnumerable<Refusal>> check,
        Func<Commitment?, object> eventOf)
    {
        Stay();
        if (State.Exclusions.Recorded(id) is { } known)
        {
            var texts = await ReadTexts([TextOf(known)]);
            return isSame(known, kept => EntryIdentity.IsSame(text, kept, texts))
                ? Answer(EntryOutcome.AlreadyRecorded, [ReceiptOf(id)], [], [])
                : Answer(EntryOutcome.Refused, [], [], [ExclusionRefusals.IdTaken(id)]);
        }

        var refusals = id == Guid.Empty ? [ExclusionRefusals.IdMissing()]
            : State.Recorded(id) is not null || State.HasOther(id) ? [ExclusionRefusals.IdTaken(id)]
            : await CheckAll(actor, check);
        if (!refusals.IsEmpty)
        {
            return Answer(EntryOutcome.Refused, [], [], refusals);
        }

        var (content, commitment) = text is null ? default : Commitments.Keep(text);
        await Append([(id, eventOf(commitment))], content is null ? [] : [content], actor);
        return Answer(EntryOutcome.Recorded, [ReceiptOf(id)], [], []);
    }

    // A register may have moved since this silo read it; nothing is refused before the ledger was asked.
    private async Task<ImmutableArray<Refusal>> CheckAll(Actor actor, Func<ExclusionRules, IEnumerable<Refusal>> check)
    {
        var refusals = Judge(await Book(refresh: false));
        return refusals.IsEmpty ? refusals : Judge(await Book(refresh: true));

        ImmutableArray<Refusal> Judge(PlantBook book)
        {
            var today = TodayIn(book);
            ImmutableArray<Refusal> ofSheet = [.. new EntryRules(Key, book, actor, today).CheckAddress()];
            return ofSheet.IsEmpty ? [.. check(new ExclusionRules(Key, book, actor, today))] : ofSheet;
        }
    }

    private EntryReceipt ReceiptOf(Guid id)
    {
        var seq = State.Exclusions.SeqOf(id);
        var line = State.Exclusions.Recorded(id) switch
        {
            ExclusionAnswered answered => answered.Line,
            ExclusionDecided decided => decided.Line,
            ExclusionWithdrawn withdrawn => State.Exclusions.Find(withdrawn.Exclusion)!.Line,
            _ => seq,
        };
        return new EntryReceipt(id, seq, line);
    }

    private static object EventOf(ExclusionAnswer form, Exclusion to, Commitment? reason) => form.Act switch
    {
        ExclusionAct.Agree or ExclusionAct.Contest => new ExclusionAnswered(
            to.Id, to.Line, to.Stretch, form.Side!.Value, form.Act == ExclusionAct.Agree, reason, form.DeviceAt),
        ExclusionAct.Withdraw => new ExclusionWithdrawn(to.Id, form.Side!.Value, reason, form.DeviceAt),
        ExclusionAct.Uphold or ExclusionAct.Reject => new ExclusionDecided(
            to.Id, to.Line, to.Stretch, form.Act == ExclusionAct.Uphold, reason, form.DeviceAt),
        ExclusionAct.NotSet => throw new InvalidOperationException("An answer without an act is refused before."),
    };

    private static bool IsAnswer(object known, ExclusionAnswer form, Guid exclusion, Func<Commitment?, bool> isSame) =>
        known switch
        {
            ExclusionAnswered answered => (answered.Exclusion, answered.Side, answered.DeviceAt)
                == (exclusion, form.Side ?? ExclusionSide.NotSet, form.DeviceAt)
                && form.Act == (answered.Agreed ? ExclusionAct.Agree : ExclusionAct.Contest) && isSame(answered.Reason),
            ExclusionWithdrawn withdrawn => (withdrawn.Exclusion, withdrawn.Side, withdrawn.DeviceAt)
                == (exclusion, form.Side ?? ExclusionSide.NotSet, form.DeviceAt)
                && form.Act == ExclusionAct.Withdraw && isSame(withdrawn.Reason),
            ExclusionDecided decided => (decided.Exclusion, decided.DeviceAt) == (exclusion, form.DeviceAt)
                && form.Act == (decided.Upheld ? ExclusionAct.Uphold : ExclusionAct.Reject) && isSame(decided.Reason),
            _ => false,
        };

    private static Commitment? TextOf(object known) => known switch
    {
        ExclusionProposed proposed => proposed.Note,
        ExclusionAnswered answered => answered.Reason,
        ExclusionWithdrawn withdrawn => withdrawn.Reason,
        ExclusionDecided decided => decided.Reason,
        _ => null,
    };

    private static ExcludedStretch StretchOf(ExclusionForm form) =>
        new(form.FromMinute, form.ToMinute, form.Cause, form.Responsible);

    private static string? Tidied(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
