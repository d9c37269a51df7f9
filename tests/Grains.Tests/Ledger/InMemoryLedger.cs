using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Sheets;
using StreamId = Ganchao.Grains.Ledger.StreamId;

namespace Ganchao.Grains.Tests.Ledger;

/// <summary>Where the next append breaks.</summary>
internal enum Fault
{
    None,

    /// <summary>Nothing is written, and the caller is told that nobody knows.</summary>
    BeforeCommit,

    /// <summary>Everything is written, and the caller is told that nobody knows.</summary>
    AfterCommit,
}

/// <summary>The ledger's ports in memory, with the same promises: whole or nothing, one writer a stream, gapless positions.</summary>
internal sealed class InMemoryLedger : ILedger, IFacts, IStandings, IPrivateContents
{
    private readonly Lock _lock = new();
    private readonly SheetFacts _projection = new();
    private readonly List<StoredEvent> _events = [];
    private readonly Dictionary<(StreamId, long), FactRow> _facts = [];
    private readonly Dictionary<(PlantId, Guid), PrivateContent> _private = [];
    private readonly Dictionary<BoardId, BoardFrame> _standings = [];
    private readonly Queue<Fault> _faults = new();

    public IReadOnlyList<StoredEvent> Events
    {
        get
        {
            lock (_lock)
            {
                return [.. _events];
            }
        }
    }

    /// <summary>Breaks the next appends, in order.</summary>
    public void Break(params Fault[] faults)
    {
        lock (_lock)
        {
            Array.ForEach(faults, _faults.Enqueue);
        }
    }

    /// <summary>Deletes fact rows and saved standings, as an operator with a free hand would.</summary>
    public void DropProjections()
    {
        lock (_lock)
        {
            _facts.Clear();
            _standings.Clear();
        }
    }

    public Task<AppendResult> AppendAsync(Append append)
    {
        lock (_lock)
        {
            var fault = _faults.TryDequeue(out var planned) ? planned : Fault.None;
            if (fault == Fault.BeforeCommit)
            {
                throw new LedgerUnavailableException("Broken before commit, as the test asks.");
            }

            var result = Append(append);
            return fault == Fault.AfterCommit
                ? throw new LedgerUnavailableException("Broken after commit, as the test asks.")
                : Task.FromResult(result);
        }
    }

    public Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(
        StreamId stream, long afterSeq, CancellationToken cancellationToken) =>
        Read(e => e.Stream == stream && e.Seq > afterSeq);

    public async Task<IReadOnlyList<StoredEvent>> ReadTailAsync(
        PlantId plant, long afterPosition, int limit, CancellationToken cancellationToken) =>
        [.. (await Read(e => e.Stream.Plant == plant && e.Position > afterPosition)).Take(limit)];

    public Task<IReadOnlyList<StoredEvent>> ReadKindsAsync(
        PlantId plant, IReadOnlyList<StreamKind> kinds, long afterPosition, CancellationToken cancellationToken) =>
        Read(e => e.Stream.Plant == plant && kinds.Contains(e.Stream.Kind) && e.Position > afterPosition);

    public async Task<long> ReadPositionAsync(PlantId plant, CancellationToken cancellationToken) =>
        (await Read(e => e.Stream.Plant == plant)).Select(e => e.Position).LastOrDefault();

    public async Task<IReadOnlyList<PlantId>> ReadPlantsAsync(CancellationToken cancellationToken) =>
        [.. (await Read(_ => true)).Select(e => e.Stream.Plant).Distinct()];

    public Task<IReadOnlyList<FactRow>> ReadSubjectAsync(
        PlantId plant, SubjectId subject, DateRange dates, CancellationToken cancellationToken) =>
        ReadFacts(row => row.Stream.Plant == plant && row.Subject == subject && dates.Contains(row.Date));

    public Task<IReadOnlyList<FactRow>> ReadSheetAsync(StreamId sheet, CancellationToken cancellationToken) =>
        ReadFacts(row => row.Stream == sheet);

    public Task<IReadOnlyList<FactRow>> ReadPeriodAsync(
        PlantId plant, DateRange dates, CancellationToken cancellationToken) =>
        ReadFacts(row => row.Stream.Plant == plant && dates.Contains(row.Date));

    public async Task<IReadOnlyList<TouchedSheet>> ReadTouchedAsync(
        PlantId plant, long afterPosition, long upToPosition, CancellationToken cancellationToken)
    {
        var touched = (await Read(e => e.Stream.Plant == plant && e.Position > afterPosition && e.Position <= upToPosition))
            .Select(e => e.Stream)
            .ToHashSet();
        var rows = await ReadFacts(row => touched.Contains(row.Stream));
        return
        [
            .. rows.GroupBy(row => (row.Stream, row.Date, row.Subject)).Select(sheet => new TouchedSheet(
                sheet.Key.Stream, sheet.Key.Date, sheet.Key.Subject, sheet.Max(row => row.Seq))),
        ];
    }

    public Task<long> RebuildAsync(PlantId plant, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var key in _facts.Keys.Where(key => key.Item1.Plant == plant).ToArray())
            {
                _facts.Remove(key);
            }

            var events = _events.Where(e => e.Stream.Plant == plant).ToArray();
            foreach (var row in events.Select(_projection.Project).OfType<FactRow>())
            {
                Keep(row);
            }

            return Task.FromResult(events.Select(e => e.Position).LastOrDefault());
        }
    }

    public Task SaveAsync(BoardId board, BoardFrame frame, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _standings[board] = frame;
            return Task.CompletedTask;
        }
    }

    public Task<BoardFrame?> ReadAsync(BoardId board, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_standings.GetValueOrDefault(board));
        }
    }

    public Task<IReadOnlyList<BoardId>> ReadBoardsAsync(PlantId plant, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<BoardId>>([.. _standings.Keys.Where(board => board.Plant == plant)]);
        }
    }

    public Task DropAsync(PlantId plant, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var board in _standings.Keys.Where(board => board.Plant == plant).ToArray())
            {
                _standings.Remove(board);
            }

            return Task.CompletedTask;
        }
    }

    public Task<PrivateContent?> ReadAsync(PlantId plant, Guid id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_private.GetValueOrDefault((plant, id)));
        }
    }

    public Task EraseAsync(PlantId plant, Guid id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _private.Remove((plant, id));
            return Task.CompletedTask;
        }
    }

    private AppendResult Append(Append append)
    {
        var stream = _events.Where(e => e.Stream == append.Stream).ToArray();
        var head = stream is [.., var last] ? new StreamHead(last.Seq, last.Hash) : StreamHead.Empty;
        if (head.Seq != append.After.Seq || append.Events.Any(draft => stream.Any(e => e.Id == draft.Id)))
        {
            return AppendResult.Conflict;
        }

        var position = _events.Count(e => e.Stream.Plant == append.Stream.Plant);
        foreach (var draft in append.Events)
        {
            var hash = Chain.Hash(append.Stream, head.Seq + 1, draft, head.Hash.Span);
            _events.Add(new StoredEvent(
                append.Stream, head.Seq + 1, ++position, draft.Id, draft.Type, draft.Version, draft.Actor, draft.At,
                draft.Payload, head.Hash, hash));
            head = new StreamHead(head.Seq + 1, hash);
            if (draft.Fact is { } fact)
            {
                Keep(fact);
            }
        }

        foreach (var content in append.Private)
        {
            _private.Add((append.Stream.Plant, content.Id), content);
        }

        return new AppendResult(AppendOutcome.Appended, head, position);
    }

    private void Keep(FactRow row)
    {
        if (!_facts.TryGetValue((row.Stream, row.Line), out var known) || known.Seq < row.Seq)
        {
            _facts[(row.Stream, row.Line)] = row;
        }
    }

    private Task<IReadOnlyList<StoredEvent>> Read(Func<StoredEvent, bool> wanted)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<StoredEvent>>([.. _events.Where(wanted)]);
        }
    }

    private Task<IReadOnlyList<FactRow>> ReadFacts(Func<FactRow, bool> wanted)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<FactRow>>([.. _facts.Values.Where(wanted)]);
        }
    }
}
