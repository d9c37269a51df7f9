using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;

namespace Ganchao.Grains.Sheets;

/// <summary>
/// What a sheet's events amount to: its lines, who fills them, whether it is signed off. Pure: the grain appends what is
/// decided here, and applies the same events live and on replay.
/// </summary>
internal sealed class Sheet(SheetKey key)
{
    public const int MaxEntries = 1_000;

    private readonly Dictionary<long, Line> _lines = [];
    private readonly Dictionary<Cell, long> _lineByCell = [];
    private readonly Dictionary<Guid, (long Seq, EntryRecorded Recorded)> _entries = [];
    private readonly Dictionary<Guid, Actor> _enteredBy = [];
    private readonly Dictionary<Guid, EntriesConfirmed> _confirmations = [];
    private readonly HashSet<Guid> _confirmed = [];
    private readonly Dictionary<Guid, LoanConfirmed> _loanConfirmations = [];
    private readonly HashSet<Guid> _loansConfirmed = [];
    private readonly Dictionary<Guid, (long Seq, NothingReported Reported)> _nothings = [];
    private readonly Dictionary<Guid, (long Seq, SheetEvidence Attached)> _evidence = [];
    private (long Seq, Guid Id)? _signOff;

    public ShiftExclusions Exclusions { get; } = new();

    public long Version { get; private set; }

    public bool IsSignedOff => _signOff is not null;

    public IReadOnlyCollection<Line> Lines => [.. _lines.Values.OrderBy(line => line.Number)];

    /// <summary>The rows that the sheet has in the fact table now.</summary>
    public IEnumerable<FactRow> Facts
    {
        get
        {
            var lines = _lines.Values
                .Select(line => SheetFacts.RowOf(key, Receipt(line.Entry).Seq, line.Entry, line.Recorded))
                .Concat(Exclusions.FactsOf(key));
            return _signOff is var (seq, id) && SheetFacts.RowOf(key, seq, id, new SheetSignedOff(0)) is { } handedIn
                ? lines.Append(handedIn)
                : lines;
        }
    }

    public bool HasSignOff(Guid id) => _signOff?.Id == id;

    /// <summary>Whether an event of the sheet that is no entry has this id.</summary>
    public bool HasOther(Guid id) => HasSignOff(id) || _confirmations.ContainsKey(id) || _loanConfirmations.ContainsKey(id)
        || _nothings.ContainsKey(id) || _evidence.ContainsKey(id) || Exclusions.Recorded(id) is not null;

    /// <summary>Whether somebody said that there is nothing to report, and no figure stands against it.</summary>
    public bool SaysNothing => _nothings.Count > 0 && _lines.Values.All(line => line.IsVoid);

    /// <summary>The recorded content of an entry, or null where the sheet has none with this id.</summary>
    public EntryRecorded? Recorded(Guid id) => _entries.TryGetValue(id, out var entry) ? entry.Recorded : null;

    public EntryReceipt Receipt(Guid id) => new(id, _entries[id].Seq, _entries[id].Recorded.Line);

    /// <summary>
    /// Judges a list. Entries that the sheet has already, with the same content, are left out of the events.
    /// <paramref name="differences"/> compares a form with the recorded content, free text included.
    /// </summary>
    public SheetDecision Decide(
        EntryList list, EntryRules rules, Func<EntryForm, EntryRecorded, IEnumerable<string>> differences)
    {
        if (list.Entries.Count is 0 or > MaxEntries)
        {
            return SheetDecision.Refused([SheetRefusals.ListLength(list.Entries.Count, MaxEntries)]);
        }

        var draft = new SheetDraft(this, key, rules);
        foreach (var (index, form) in list.Entries.Index())
        {
            draft.Add(form, $"entries[{index}]", differences);
        }

        return draft.Decision(rules.CheckSheet());
    }

    public Line? LineAt(Cell cell) => _lineByCell.TryGetValue(cell, out var number) ? _lines[number] : null;

    public Line? LineOf(Guid entry) => Recorded(entry) is { } recorded ? _lines[recorded.Line] : null;

    public void Apply(StoredEvent stored) => Apply(stored.Seq, stored.Id, EventCodec.Decode(stored), stored.Actor);

    public void Apply(long seq, Guid id, object payload, Actor actor)
    {
        switch (payload)
        {
            case EntryRecorded entry:
                Apply(seq, id, entry);
                _enteredBy.Add(id, actor);
                break;
            case EntriesConfirmed confirmed:
                _confirmations.Add(id, confirmed);
                _confirmed.UnionWith(confirmed.Entries);
                break;
            case LoanConfirmed confirmed:
                _loanConfirmations.Add(id, confirmed);
                _loansConfirmed.UnionWith(confirmed.Entries);
                break;
            case NothingReported nothing:
                _nothings.Add(id, (seq, nothing));
                break;
            case EvidenceAttached attached:
                _evidence.Add(id, (seq, new SheetEvidence(id, attached.Entry, attached.File)));
                break;
            case SheetSignedOff:
                _signOff = (seq, id);
                break;
            case var exclusion when Exclusions.Apply(seq, id, exclusion, actor):
                break;
            default:
                throw new InvalidOperationException($"A {payload.GetType().Name} is no event of a sheet.");
        }

        Version = seq;
    }

    public SheetView View(string stream) => new(
        stream,
        Version,
        IsSignedOff,
        [.. Lines.Select(LineView)],
        Exclusions.View(),
        SaysNothing,
        _evidence.Count == 0 ? null : [.. Evidence]);

    /// <summary>The lead who has still to confirm an entry that was made on the lead's behalf; null: nobody.</summary>
    public PersonId? Awaits(Guid entry) =>
        Recorded(entry) is { Way: EntryWay.OnBehalf, For: { } lead } && !_confirmed.Contains(entry) ? lead : null;

    /// <summary>The team whose lead has still to confirm what one of its people did here; null: none.</summary>
    public UnitId? AwaitsLender(Guid entry) =>
        Recorded(entry) is { Lender: { } lender, Value: not null } && !_loansConfirmed.Contains(entry) ? lender : null;

    /// <summary>Who made an entry of the sheet.</summary>
    public Actor EnteredBy(Guid entry) => _enteredBy[entry];

    /// <summary>The entry with this id that there is nothing to report, and its number; null where the sheet has none.</summary>
    public (long Seq, NothingReported Reported)? Nothing(Guid id) => _nothings.TryGetValue(id, out var nothing) ? nothing : null;

    /// <summary>What was attached to entries of the sheet, in the order of its numbers.</summary>
    public IEnumerable<SheetEvidence> Evidence => _evidence.Values.OrderBy(known => known.Seq).Select(known => known.Attached);

    /// <summary>The attachment with this id, and its number; null where the sheet has none.</summary>
    public (long Seq, SheetEvidence Attached)? EvidenceOf(Guid id) => _evidence.TryGetValue(id, out var known) ? known : null;

    /// <summary>What a confirmation confirmed; null where the sheet has none with this id.</summary>
    public EntriesConfirmed? Confirmation(Guid id) => _confirmations.GetValueOrDefault(id);

    /// <summary>What a confirmation of figures about people lent confirmed; null where the sheet has none with this id.</summary>
    public LoanConfirmed? LoanConfirmation(Guid id) => _loanConfirmations.GetValueOrDefault(id);

    private SheetLine LineView(Line line) => new(
        line.Number,
        line.Entry,
        line.Cell.Measure,
        line.Cell.Subject,
        line.Cell.Product?.Value,
        line.Cell.WorkOrder?.Value,
        line.Cell.Detail,
        line.Recorded.Record,
        line.Recorded.Value,
        Awaits(line.Entry),
        line.Recorded.Lender,
        AwaitsLender(line.Entry));

    private void Apply(long seq, Guid id, EntryRecorded entry)
    {
        var cell = SheetDraft.CellOf(entry);
        _entries.Add(id, (seq, entry));
        _lines[entry.Line] = new Line(entry.Line, cell, id, entry);
        if (SheetDraft.TakesMany(entry))
        {
            return;
        }

        // Another line may have taken the cell of one that was void before.
        if (entry.Value is not null)
        {
            _lineByCell[cell] = entry.Line;
        }
        else if (_lineByCell.GetValueOrDefault(cell) == entry.Line)
        {
            _lineByCell.Remove(cell);
        }
    }
}

/// <summary>What a sheet says to a list: refused, or the events to append (none: everything is there already).</summary>
internal sealed record SheetDecision(
    ImmutableArray<Refusal> Refusals,
    ImmutableArray<Warning> Warnings,
    ImmutableArray<(Guid Id, EntryRecorded Event)> Events,
    ImmutableArray<PrivateContent> Private)
{
    public bool IsRefused => !Refusals.IsEmpty;

    public static SheetDecision Refused(IEnumerable<Refusal> refusals) => new([.. refusals], [], [], []);
}
