using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Interfaces.Teams;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Microsoft.Extensions.Logging;

namespace Ganchao.Grains.Sheets;

/// <summary>
/// A sheet: the only writer of its ledger stream. Write, then apply, then hint upward; the base of shift sheets,
/// department sheets and events.
/// </summary>
internal abstract partial class SheetGrain(
    StreamKind kind,
    ILedger ledger,
    IFacts facts,
    IPrivateContents contents,
    IPlantBooks books,
    PlantClock clock,
    ILogger logger) : Grain, ISheetGrain
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(2);

    private SheetKey _key = null!;
    private Sheet _sheet = null!;
    private RecentFigures _recent = null!;
    private StreamHead _head = StreamHead.Empty;
    private IGrainTimer? _idle;

    private protected SheetKey Key => _key;

    private protected Sheet State => _sheet;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _key = SheetKey.Parse(kind, this.GetPrimaryKeyString());
        _sheet = new Sheet(_key);
        _recent = new RecentFigures(facts, _key);
        foreach (var stored in await ledger.ReadStreamAsync(_key.Stream, 0, cancellationToken))
        {
            _sheet.Apply(stored);
            _head = new StreamHead(stored.Seq, stored.Hash);
        }

        _idle = this.RegisterGrainTimer(Leave, new() { DueTime = IdleTime, Period = Timeout.InfiniteTimeSpan });
    }

    public async Task<EntryAnswer> Enter(EntryList entries, Actor actor, bool dryRun)
    {
        Stay();
        var decision = await Decide(entries, actor);
        if (decision.IsRefused)
        {
            LogRefused(_key.Stream.ToString(), decision.Refusals.Length, decision.Refusals[0].Message);
            return Answer(EntryOutcome.Refused, [], decision.Warnings, decision.Refusals);
        }

        if (dryRun)
        {
            return Answer(OutcomeOf(decision), [], decision.Warnings, []);
        }

        if (!decision.Events.IsEmpty)
        {
            await Append([.. decision.Events.Select(e => (e.Id, (object)e.Event))], decision.Private, actor);
            await Announce(decision.Events.Select(e => e.Event.Subject).Distinct());
        }

        return Answer(OutcomeOf(decision), Receipts(entries), decision.Warnings, []);
    }

    public async Task<EntryAnswer> SignOff(Guid id, Actor actor)
    {
        Stay();
        if (_sheet.HasSignOff(id))
        {
            return Answer(EntryOutcome.AlreadyRecorded, [], [], []);
        }

        var refusals = id == Guid.Empty ? [SheetRefusals.SignOffIdMissing()]
            : _sheet.Recorded(id) is not null || _sheet.HasOther(id) ? [SheetRefusals.SignOffIdTaken(id)]
            : _sheet.IsSignedOff ? [SheetRefusals.SignedOffBefore(_key)]
            : (await Rules(actor, refresh: true)).CheckSheet().ToImmutableArray();
        if (!refusals.IsEmpty)
        {
            return Answer(EntryOutcome.Refused, [], [], refusals);
        }

        await Append([(id, new SheetSignedOff(_sheet.Version))], [], actor);
        await Announce(_key.Team is { } team ? [team] : []);
        return Answer(EntryOutcome.Recorded, [], [], []);
    }

    public Task<SheetView> Read()
    {
        Stay();
        return Task.FromResult(_sheet.View(_key.Stream.ToString()));
    }

    // A register may have moved since this silo read it; nothing is refused before the ledger was asked.
    private async Task<SheetDecision> Decide(EntryList entries, Actor actor)
    {
        var known = await ReadKnownTexts(entries);
        var rules = await Rules(actor, refresh: false);
        var decision = Judge();
        if (decision.IsRefused)
        {
            rules = await Rules(actor, refresh: true);
            decision = Judge();
        }

        return decision.Events.IsEmpty ? decision : await Doubt(decision, entries, rules);

        SheetDecision Judge() => _sheet.Decide(
            entries, rules, (form, recorded) => EntryIdentity.Differences(form, recorded, rules, known));
    }

    private async Task<SheetDecision> Doubt(SheetDecision decision, EntryList entries, EntryRules rules)
    {
        var doubts = new Doubts(entries, rules);
        var asked = doubts.Asked(decision);
        return doubts.Mark(
            decision, asked.IsEmpty ? Plausibility.None(_key) : await _recent.ReadAsync(asked, rules.Book, _sheet.Facts));
    }

    private async Task<EntryRules> Rules(Actor actor, bool refresh)
    {
        var book = await Book(refresh);
        return new EntryRules(_key, book, actor, TodayIn(book));
    }

    private protected async Task<PlantBook> Book(bool refresh) => refresh
        ? await books.RefreshAsync(_key.Stream.Plant, CancellationToken.None)
        : await books.ReadAsync(_key.Stream.Plant, CancellationToken.None);

    private protected DateOnly TodayIn(PlantBook book) => book.Calendar.DateAt(clock.GetUtcNow());

    private async Task<IReadOnlyDictionary<Guid, PrivateContent>> ReadKnownTexts(EntryList entries)
    {
        var kept = entries.Entries
            .Select(form => _sheet.Recorded(form.Id))
            .SelectMany(recorded => new[] { recorded?.Reason, recorded?.Note, recorded?.WhyUnusual });
        return await ReadTexts(kept);
    }

    private protected async Task<IReadOnlyDictionary<Guid, PrivateContent>> ReadTexts(IEnumerable<Contracts.Commitment?> kept)
    {
        var known = new Dictionary<Guid, PrivateContent>();
        foreach (var commitment in kept.OfType<Contracts.Commitment>())
        {
            if (await contents.ReadAsync(_key.Stream.Plant, commitment.Content, CancellationToken.None) is { } content)
            {
                known[content.Id] = content;
            }
        }

        return known;
    }

    private protected async Task Append(
        ImmutableArray<(Guid Id, object Payload)> events, ImmutableArray<PrivateContent> texts, Actor actor)
    {
        var now = clock.GetLedgerNow();
        var drafts = events.Select((e, index) => new EventDraft(
            e.Id,
            EventCodec.NameOf(e.Payload),
            EventCodec.Version,
            actor,
            now,
            EventCodec.Encode(e.Payload),
            SheetFacts.RowOf(_key, _head.Seq + index + 1, e.Id, e.Payload)));
        var append = new Append(_key.Stream, _head, [.. drafts], texts);
        _head = await ledger.AppendOrLeaveAsync(this, append);
        foreach (var (index, (id, payload)) in events.Index())
        {
            _sheet.Apply(append.After.Seq + index + 1, id, payload, actor);
        }

        LogAppended(_key.Stream.ToString(), events.Length, _head.Seq);
    }

    // A hint: whoever misses it is told by the tail reader.
    private protected async Task Announce(IEnumerable<SubjectId> subjects)
    {
        var facts = _sheet.Facts.ToLookup(row => row.Subject, SheetFacts.FigureOf);
        foreach (var subject in subjects)
        {
            var rows = facts[subject].ToArray();
            var team = GrainFactory.GetGrain<ITeamGrain>($"{_key.Stream.Plant}/{subject}");
            await team.SheetChanged(new SheetTotals(_key.Stream.ToString(), rows.Max(row => row.Seq), rows));
        }
    }

    private static EntryOutcome OutcomeOf(SheetDecision decision) =>
        decision.Events.IsEmpty ? EntryOutcome.AlreadyRecorded : EntryOutcome.Recorded;

    private ImmutableArray<EntryReceipt> Receipts(EntryList entries) =>
        [.. entries.Entries.Select(form => _sheet.Receipt(form.Id))];

    private protected EntryAnswer Answer(
        EntryOutcome outcome,
        ImmutableArray<EntryReceipt> receipts,
        ImmutableArray<Warning> warnings,
        ImmutableArray<Refusal> refusals) =>
        new(outcome, _key.Stream.ToString(), _sheet.Version, receipts, warnings, refusals);

    private protected void Stay() => _idle?.Change(IdleTime, Timeout.InfiniteTimeSpan);

    private Task Leave(CancellationToken cancellationToken)
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Debug, "{Stream}: {Events} events appended, now at {Seq}")]
    private partial void LogAppended(string stream, int events, long seq);

    [LoggerMessage(LogLevel.Information, "{Stream}: list refused for {Refusals} reasons, first: {Message}")]
    private partial void LogRefused(string stream, int refusals, string message);
}
