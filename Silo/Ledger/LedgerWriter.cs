using System.Threading.Channels;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Ledger;

/// <summary>How the writer gathers and how long it tries.</summary>
internal sealed record LedgerWriterOptions
{
    /// <summary>Appends that may wait; further callers are held back.</summary>
    public int Capacity { get; init; } = 4096;

    /// <summary>Appends in one transaction.</summary>
    public int MaxAppends { get; init; } = 512;

    /// <summary>Events in one transaction, unless a single append has more.</summary>
    public int MaxEvents { get; init; } = 4096;

    /// <summary>Tries of one commit whose outcome stays unknown.</summary>
    public int Attempts { get; init; } = 8;

    /// <summary>The pause after the first failed try; it doubles.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(50);
}

/// <summary>
/// The one way into the ledger, one per silo. A loop takes whatever waits, at most one append per stream, and
/// commits it together: under load the batches grow by themselves. A lone append, with nobody before it, is written
/// by its own caller at once. Callers may be grains: nothing here goes on in the caller's context.
/// </summary>
internal sealed partial class LedgerWriter : ILedger, IHostedLifecycleService, IAsyncDisposable
{
    private readonly ILedgerStore _store;
    private readonly LedgerWriterOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<LedgerWriter> _logger;
    private readonly Channel<Pending> _waiting;
    private readonly KnownHeads _heads = new();
    private readonly SemaphoreSlim _turn = new(1); // One writes at a time: the loop, or a lone caller.
    private readonly Task _loop;
    private int _lastBatch; // Appends that were written together last time.
    private bool _stopped;

    public LedgerWriter(
        ILedgerStore store, LedgerWriterOptions options, TimeProvider time, ILogger<LedgerWriter> logger)
    {
        _store = store;
        _options = options;
        _time = time;
        _logger = logger;
        _waiting = Channel.CreateBounded<Pending>(
            new BoundedChannelOptions(options.Capacity) { SingleReader = true });
        _loop = Task.Run(RunAsync);
    }

    public async Task<AppendResult> AppendAsync(Append append)
    {
        var pending = new Pending(PreparedAppend.From(append));
        if (!await TryWriteAloneAsync(pending).ConfigureAwait(false))
        {
            try
            {
                await _waiting.Writer.WriteAsync(pending).ConfigureAwait(false);
            }
            catch (ChannelClosedException closed)
            {
                throw new LedgerUnavailableException("This silo is stopping; nothing was written.", closed);
            }
        }

        return await pending.Task.ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(
        StreamId stream, long afterSeq, CancellationToken cancellationToken)
    {
        var events = await _store.ReadStreamAsync(stream, afterSeq, cancellationToken);
        if (events is [.., var last])
        {
            _heads.Remember(stream, new StreamHead(last.Seq, last.Hash));
        }

        return events;
    }

    public Task<IReadOnlyList<StoredEvent>> ReadTailAsync(
        PlantId plant, long afterPosition, int limit, CancellationToken cancellationToken) =>
        _store.ReadTailAsync(plant, afterPosition, limit, cancellationToken);

    public Task<IReadOnlyList<StoredEvent>> ReadKindsAsync(
        PlantId plant, IReadOnlyList<StreamKind> kinds, long afterPosition, CancellationToken cancellationToken) =>
        _store.ReadKindsAsync(plant, kinds, afterPosition, cancellationToken);

    public Task<long> ReadPositionAsync(PlantId plant, CancellationToken cancellationToken) =>
        _store.ReadPositionAsync(plant, cancellationToken);

    public Task<IReadOnlyList<PlantId>> ReadPlantsAsync(CancellationToken cancellationToken) =>
        _store.ReadPlantsAsync(cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The grains are gone by now: writes what still waits.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken) => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        await _turn.WaitAsync();
        _stopped = true;
        _turn.Release();
    }

    private async Task RunAsync()
    {
        var batch = new List<Pending>(_options.MaxAppends);
        var streams = new HashSet<StreamId>(_options.MaxAppends);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            if (_lastBatch > 1)
            {
                await Task.Yield(); // The callers just answered come back first, and into this batch.
            }

            await _turn.WaitAsync();
            Gather(batch, streams);
            await WriteAsync(batch);
            _lastBatch = batch.Count;
            _turn.Release();
            batch.Clear();
            streams.Clear();
        }
    }

    private async ValueTask<bool> TryWriteAloneAsync(Pending pending)
    {
        if (_lastBatch > 1 || _waiting.Reader.Count > 0 || !_turn.Wait(0))
        {
            return false;
        }

        try
        {
            if (_stopped)
            {
                return false;
            }

            await WriteAsync([pending]).ConfigureAwait(false);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    // A second append of a stream waits for the next batch, where it meets what the first one did.
    private void Gather(List<Pending> batch, HashSet<StreamId> streams)
    {
        var events = 0;
        while (batch.Count < _options.MaxAppends && _waiting.Reader.TryPeek(out var next) &&
            (batch.Count == 0 || events + next.Append.Count <= _options.MaxEvents) &&
            streams.Add(next.Append.Stream) && _waiting.Reader.TryRead(out next))
        {
            batch.Add(next);
            events += next.Append.Count;
        }
    }

    private async Task WriteAsync(List<Pending> batch)
    {
        try
        {
            await RetryAsync(() => CommitAsync(batch)).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The edge of the loop: every caller gets the exception, the loop goes on.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            LogAppendsFailed(failed, batch.Count);
            foreach (var pending in batch)
            {
                pending.TrySetException(failed);
            }
        }
    }

    private async Task RetryAsync(Func<Task> commit)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await commit().ConfigureAwait(false);
                return;
            }
            catch (Exception unknown) when (unknown is not CommitRefusedException)
            {
                _heads.Forget();
                if (attempt == _options.Attempts)
                {
                    throw new LedgerUnavailableException(
                        $"The database did not confirm a write in {attempt} tries; it may have landed.", unknown);
                }

                LogOutcomeUnknown(unknown, attempt);
                await Task.Delay(_options.FirstPause * (1 << (attempt - 1)), _time).ConfigureAwait(false);
            }
        }
    }

    private async Task CommitAsync(List<Pending> batch)
    {
        var open = await WithoutFencedAsync(batch).ConfigureAwait(false);
        if (open.Count == 0)
        {
            return;
        }

        long[] positions;
        try
        {
            positions = await _store.CommitAsync(open.ConvertAll(p => p.Append)).ConfigureAwait(false);
        }
        catch (CommitRefusedException) when (open.Count > 1)
        {
            // One of them is refused; halving finds it, and the others are written.
            await WriteAsync(open[..(open.Count / 2)]).ConfigureAwait(false);
            await WriteAsync(open[(open.Count / 2)..]).ConfigureAwait(false);
            return;
        }
        catch (CommitRefusedException refused)
        {
            await ExplainAsync(open[0], refused).ConfigureAwait(false);
            return;
        }

        for (var i = 0; i < open.Count; i++)
        {
            var append = open[i].Append;
            _heads.Remember(append.Stream, append.Head);
            open[i].TrySetResult(new AppendResult(AppendOutcome.Appended, append.Head, positions[i]));
        }
    }

    // The key keeps out whoever comes second to a place; this keeps out who continues what was never written.
    private async Task<List<Pending>> WithoutFencedAsync(List<Pending> batch)
    {
        var unsure = batch.FindAll(
            p => p.Append.Append.After.Seq > 0 && !_heads.Knows(p.Append.Stream, p.Append.Append.After));
        if (unsure.Count == 0)
        {
            return batch;
        }

        var found = await _store.LookAsync(
            unsure.ConvertAll(p => new EventPlace(p.Append.Stream, p.Append.Append.After.Seq))).ConfigureAwait(false);
        for (var i = 0; i < unsure.Count; i++)
        {
            if (found[i] is not { } place || !place.Hash.AsSpan().SequenceEqual(unsure[i].Append.Append.After.Hash.Span))
            {
                unsure[i].TrySetResult(AppendResult.Conflict);
            }
        }

        return batch.FindAll(p => !p.Task.IsCompleted);
    }

    private async Task ExplainAsync(Pending pending, CommitRefusedException refused)
    {
        var append = pending.Append;
        var places = new List<EventPlace>(append.Count);
        for (var i = 1; i <= append.Count; i++)
        {
            places.Add(new EventPlace(append.Stream, append.Append.After.Seq + i));
        }

        var found = await _store.LookAsync(places).ConfigureAwait(false);
        var isOurs = true;
        for (var i = 0; i < append.Count; i++)
        {
            isOurs &= found[i] is { } place && place.Hash.AsSpan().SequenceEqual(append.Hashes[i]);
        }

        if (isOurs)
        {
            pending.TrySetResult(new AppendResult(AppendOutcome.Appended, append.Head, found[^1]!.Position));
        }
        else if (refused.IsTaken)
        {
            LogFenced(append.Stream, append.Append.After.Seq);
            pending.TrySetResult(AppendResult.Conflict);
        }
        else
        {
            throw refused;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The outcome of a commit is unknown after try {Attempt}; trying the same again.")]
    private partial void LogOutcomeUnknown(Exception exception, int attempt);

    [LoggerMessage(LogLevel.Error, "{Count} appends failed; their grains will read the ledger again.")]
    private partial void LogAppendsFailed(Exception exception, int count);

    [LoggerMessage(LogLevel.Warning, "Stream {Stream} was continued after {Seq} by another writer; nothing was written.")]
    private partial void LogFenced(StreamId stream, long seq);

    private sealed class Pending(PreparedAppend append)
        : TaskCompletionSource<AppendResult>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public PreparedAppend Append { get; } = append;
    }
}
