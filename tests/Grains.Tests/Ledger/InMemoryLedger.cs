using System.Security.Cryptography;
using System.Text.Json;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Contracts.Registers;
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

    /// <summary>Half of the list is looked at when the connection breaks; the database rolls it back.</summary>
    DuringCommit,

    /// <summary>Everything is written, and the caller is told that nobody knows.</summary>
    AfterCommit,
}

/// <summary>
/// The ledger's ports in memory, with the same promises: whole or nothing, one writer a stream, gapless positions.
/// </summary>
internal sealed class InMemoryLedger : ILedger, IFacts, IStandings, IPrivateContents
{
    private readonly Lock _lock = new();
    private readonly SheetFacts _projection = new();
    private readonly Dictionary<PlantId, List<StoredEvent>> _events = [];
    private readonly Dictionary<PlantId, Dictionary<(StreamId, long), FactRow>> _facts = [];
    private readonly Dictionary<(PlantId, Guid), PrivateContent> _private = [];
    private readonly Dictionary<BoardId, BoardFrame> _standings = [];
    private readonly Dictionary<(BoardId, string), BoardFrame> _finals = [];
    private readonly Dictionary<PlantId, Queue<Fault>> _faults = [];
    private readonly Dictionary<PlantId, (Task Until, TaskCompletionSource Waits)> _slow = [];

    /// <summary>A plant's events in order of position.</summary>
    public IReadOnlyList<StoredEvent> EventsOf(PlantId plant)
    {
        lock (_lock)
        {
            return [.. Of(plant)];
        }
    }

    /// <summary>Where a stream ends.</summary>
    public StreamHead HeadOf(StreamId stream)
    {
        lock (_lock)
        {
            return Of(stream.Plant).LastOrDefault(e => e.Stream == stream) is { } last
                ? new StreamHead(last.Seq, last.Hash)
                : StreamHead.Empty;
        }
    }

    /// <summary>Everything that is kept outside of the chain for a plant.</summary>
    public IReadOnlyList<PrivateContent> PrivateContentsOf(PlantId plant)
    {
        lock (_lock)
        {
            return [.. _private.Where(pair => pair.Key.Item1 == plant).Select(pair => pair.Value)];
        }
    }

    /// <summary>Breaks the next appends of a plant, in order.</summary>
    public void Break(PlantId plant, params Fault[] faults)
    {
        lock (_lock)
        {
            _faults[plant] = new Queue<Fault>(faults);
        }
    }

    /// <summary>Readings of a whole period of the plant take until the task has ended.</summary>
    /// <returns>Ends once one of them waits.</returns>
    public Task SlowDown(PlantId plant, Task until)
    {
        lock (_lock)
        {
            var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _slow[plant] = (until, waits);
            return waits.Task;
        }
    }

    /// <summary>Deletes a plant's fact rows and saved standings, as an operator with a free hand would.</summary>
    public void DropProjections(PlantId plant)
    {
        lock (_lock)
        {
            DropFacts(plant);
            DropStandings(plant);
        }
    }

    /// <summary>The plant as an older backup has it: events after a position are gone, with what was derived from them.</summary>
    public void RestoreBackup(PlantId plant, long position)
    {
        lock (_lock)
        {
            Cut(plant, position);
            DropStandings(plant);
        }
    }

    public Task<AppendResult> AppendAsync(Append append)
    {
        lock (_lock)
        {
            var fault = _faults.TryGetValue(append.Stream.Plant, out var faults) && faults.TryDequeue(out var planned)
                ? planned
                : Fault.None;
            if (fault == Fault.BeforeCommit)
            {
                throw Broken("before");
            }

            if (fault == Fault.DuringCommit && !IsConflict(append))
            {
                var before = Of(append.Stream.Plant).Count;
                Write(append with { Events = append.Events[..(append.Events.Length / 2)], Private = [] });
                Cut(append.Stream.Plant, before);
                throw Broken("during");
            }

            var result = Append(append);
            return fault == Fault.AfterCommit
                ? throw Broken("after")
                : Task.FromResult(result);
        }
    }

    public Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(
        StreamId stream, long afterSeq, CancellationToken cancellationToken) =>
        Read(stream.Plant, e => e.Stream == stream && e.Seq > afterSeq);

    public async Task<IReadOnlyList<StoredEvent>> ReadTailAsync(
        PlantId plant, long afterPosition, int limit, CancellationToken cancellationToken) =>
        [.. (await Read(plant, e => e.Position > afterPosition)).Take(limit)];

    public Task<IReadOnlyList<StoredEvent>> ReadKindsAsync(
        PlantId plant, IReadOnlyList<StreamKind> kinds, long afterPosition, CancellationToken cancellationToken) =>
        Read(plant, e => kinds.Contains(e.Stream.Kind) && e.Position > afterPosition);

    public async Task<long> ReadPositionAsync(PlantId plant, CancellationToken cancellationToken) =>
        (await Read(plant, _ => true)).Select(e => e.Position).LastOrDefault();

    public Task<IReadOnlyList<PlantId>> ReadPlantsAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<PlantId>>([.. _events.Keys]);
        }
    }

    public Task<IReadOnlyList<FactRow>> ReadSubjectAsync(
        PlantId plant, SubjectId subject, DateRange dates, CancellationToken cancellationToken) =>
        ReadFacts(plant, row => row.Subject == subject && dates.Contains(row.Date));

    public async Task<IReadOnlyList<FactRow>> ReadNewestAsync(
        PlantId plant, SubjectId subject, DateRange dates, int limit, CancellationToken cancellationToken) =>
    [
        .. (await ReadFacts(plant, row => row.Subject == subject && dates.Contains(row.Date)))
            .OrderByDescending(row => row.Date)
            .ThenByDescending(row => row.Seq)
            .Take(limit),
    ];

    public Task<IReadOnlyList<FactRow>> ReadWorkOrderAsync(
        PlantId plant, WorkOrderNumber workOrder, DateRange dates, CancellationToken cancellationToken) =>
        ReadFacts(plant, row => row.WorkOrder == workOrder.Value && dates.Contains(row.Date));

    public Task<IReadOnlyList<FactRow>> ReadExcludedAsync(
        PlantId plant, DateRange dates, CancellationToken cancellationToken) =>
        ReadFacts(plant, row => row.Measure == ReservedMeasures.ExcludedMinutes && dates.Contains(row.Date));

    public Task<IReadOnlyList<FactRow>> ReadSheetAsync(StreamId sheet, CancellationToken cancellationToken) =>
        ReadFacts(sheet.Plant, row => row.Stream == sheet);

    public async Task<IReadOnlyList<FactRow>> ReadPeriodAsync(
        PlantId plant, DateRange dates, CancellationToken cancellationToken)
    {
        await SlownessOf(plant);
        return await ReadFacts(plant, row => dates.Contains(row.Date));
    }

    public async Task<IReadOnlyList<PlacedFact>> ReadPlacedAsync(
        PlantId plant, DateRange dates, CancellationToken cancellationToken)
    {
        var events = await Read(plant, _ => true);
        var positions = events.ToDictionary(e => (e.Stream, e.Seq), e => e.Position);
        var rows = await ReadPeriodAsync(plant, dates, cancellationToken);
        return [.. rows.Select(row => new PlacedFact(row, positions[(row.Stream, row.Seq)]))];
    }

    public async Task<IReadOnlyList<TouchedSheet>> ReadTouchedAsync(
        PlantId plant, long afterPosition, long upToPosition, CancellationToken cancellationToken)
    {
        var touched = (await Read(plant, e => e.Position > afterPosition && e.Position <= upToPosition))
            .Select(e => e.Stream)
            .ToHashSet();
        var rows = await ReadFacts(plant, row => touched.Contains(row.Stream));
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
            DeriveFacts(plant);
            return Task.FromResult(Of(plant).Select(e => e.Position).LastOrDefault());
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

    public Task<string> SaveFinalAsync(BoardId board, BoardFrame frame, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var document = JsonSerializer.SerializeToUtf8Bytes(frame, GanchaoJson.Options);
            var hash = Convert.ToHexStringLower(SHA256.HashData(document));
            _finals[(board, hash)] = frame;
            return Task.FromResult(hash);
        }
    }

    public Task<BoardFrame?> ReadFinalAsync(BoardId board, string hash, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_finals.GetValueOrDefault((board, hash)));
        }
    }

    /// <summary>Loses a board's final documents, as nobody should.</summary>
    public void LoseFinals(BoardId board)
    {
        lock (_lock)
        {
            foreach (var key in _finals.Keys.Where(key => key.Item1 == board).ToArray())
            {
                _finals.Remove(key);
            }
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
            DropStandings(plant);
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

    private Task SlownessOf(PlantId plant)
    {
        lock (_lock)
        {
            var (until, waits) = _slow.GetValueOrDefault(plant, (Task.CompletedTask, new TaskCompletionSource()));
            waits.TrySetResult();
            return until;
        }
    }

    private static LedgerUnavailableException Broken(string when) =>
        new($"Broken {when} the commit, as the test asks.", new DriverException());

    private List<StoredEvent> Of(PlantId plant) =>
        _events.TryGetValue(plant, out var events) ? events : _events[plant] = [];

    private AppendResult Append(Append append) => IsConflict(append) ? AppendResult.Conflict : Write(append);

    private bool IsConflict(Append append)
    {
        var head = HeadOf(append.Stream);
        return head.Seq != append.After.Seq || !head.Hash.Span.SequenceEqual(append.After.Hash.Span) ||
            append.Events.Any(draft => Of(append.Stream.Plant).Any(e => e.Stream == append.Stream && e.Id == draft.Id));
    }

    private AppendResult Write(Append append)
    {
        var events = Of(append.Stream.Plant);
        var head = append.After;
        var position = (long)events.Count;
        foreach (var draft in append.Events)
        {
            var hash = Chain.Hash(append.Stream, head.Seq + 1, draft, head.Hash.Span);
            events.Add(new StoredEvent(
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

    private void Cut(PlantId plant, long position)
    {
        Of(plant).RemoveAll(stored => stored.Position > position);
        DeriveFacts(plant);
    }

    private void DeriveFacts(PlantId plant)
    {
        DropFacts(plant);
        foreach (var row in Of(plant).Select(_projection.Project).OfType<FactRow>())
        {
            Keep(row);
        }
    }

    private void DropFacts(PlantId plant) => FactsOf(plant).Clear();

    private Dictionary<(StreamId, long), FactRow> FactsOf(PlantId plant) =>
        _facts.TryGetValue(plant, out var facts) ? facts : _facts[plant] = [];

    private void DropStandings(PlantId plant)
    {
        foreach (var board in _standings.Keys.Where(board => board.Plant == plant).ToArray())
        {
            _standings.Remove(board);
        }
    }

    private void Keep(FactRow row)
    {
        var facts = FactsOf(row.Stream.Plant);
        if (!facts.TryGetValue((row.Stream, row.Line), out var known) || known.Seq < row.Seq)
        {
            facts[(row.Stream, row.Line)] = row;
        }
    }

    private Task<IReadOnlyList<StoredEvent>> Read(PlantId plant, Func<StoredEvent, bool> wanted)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<StoredEvent>>([.. Of(plant).Where(wanted)]);
        }
    }

    private Task<IReadOnlyList<FactRow>> ReadFacts(PlantId plant, Func<FactRow, bool> wanted)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<FactRow>>([.. FactsOf(plant).Values.Where(wanted)]);
        }
    }

    /// <summary>What a database's driver throws: nothing that another silo would know.</summary>
    private sealed class DriverException : Exception;
}
