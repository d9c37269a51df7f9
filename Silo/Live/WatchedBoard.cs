using System.Threading.Channels;
using Ganchao.Contracts.Boards;
using Ganchao.Grains;
using Ganchao.Grains.Interfaces.Boards;

namespace Ganchao.Silo.Live;

/// <summary>
/// One board that somebody looks at through this silo: keeps hold of the standing, keeps the last frame, and paces it out to
/// the viewers. One loop does everything, so nothing here is locked.
/// </summary>
internal sealed partial class WatchedBoard(
    BoardId board, IGrainFactory grains, PlantClock clock, TimeProvider time, string build, ILogger logger)
    : IBoardObserver, IAsyncDisposable
{
    private static readonly TimeSpan LivePace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan WallPace = TimeSpan.FromSeconds(1);

    private readonly Channel<object> _mail = Channel.CreateUnbounded<object>(new() { SingleReader = true });
    private readonly BoardAudience _live = new(ViewerKind.Live, LivePace, time);
    private readonly BoardAudience _wall = new(ViewerKind.Wall, WallPace, time);
    private readonly CancellationTokenSource _stop = new();
    private BoardFrame? _latest;
    private Task _loop = Task.CompletedTask;

    private BoardAudience[] Audiences => [_live, _wall];

    /// <summary>Begins; ends when it is disposed.</summary>
    public void Start() => _loop = Task.WhenAll(DeliverAsync(_stop.Token), HoldAsync(_stop.Token));

    public void Join(BoardViewer viewer) => _mail.Writer.TryWrite(viewer);

    public void Leave(string connection) => _mail.Writer.TryWrite(new Left(connection));

    public void Refresh(string connection) => _mail.Writer.TryWrite(new Asked(connection));

    public Task Moved(BoardFrame frame)
    {
        _mail.Writer.TryWrite(frame);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    // Asks the standing again and again: that keeps its hold on us over its activations, brings whatever frame was lost, and
    // is what a heartbeat vouches for. Where it fails there is no heartbeat, and every viewer sees that the board is old.
    private async Task HoldAsync(CancellationToken cancellationToken)
    {
        var standing = grains.GetGrain<IStandingGrain>(board.ToString());
        var self = grains.CreateObjectReference<IBoardObserver>(this);
        try
        {
            for (; ; await Task.Delay(BoardWatch.Renewal, time, cancellationToken))
            {
                try
                {
                    var frame = await standing.Watch(self).WaitAsync(BoardWatch.Renewal, time, cancellationToken);
                    _mail.Writer.TryWrite(new Held(frame));
                }
#pragma warning disable CA1031 // The edge of a loop: viewers see that the board is old; the next round asks again.
                catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    LogFailed(failed, board.ToString());
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The last viewer has gone.
        }

        await ReleaseAsync(standing, self);
    }

    // Where the standing cannot be told it forgets us by itself.
    private async Task ReleaseAsync(IStandingGrain standing, IBoardObserver self)
    {
        try
        {
            await standing.Unwatch(self).WaitAsync(BoardWatch.Renewal, time);
        }
#pragma warning disable CA1031 // The edge of a loop that ends; the process itself may be ending.
        catch (Exception failed)
#pragma warning restore CA1031
        {
            LogLeft(failed, board.ToString());
        }

        grains.DeleteObjectReference<IBoardObserver>(self);
    }

    private async Task DeliverAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                while (_mail.Reader.TryRead(out var letter))
                {
                    Take(letter);
                }

                Send();
            }
#pragma warning disable CA1031 // The edge of a loop: whom it concerned sees that the board is old, and asks for it again.
            catch (Exception failed)
#pragma warning restore CA1031
            {
                LogUndelivered(failed, board.ToString());
            }

            await NextAsync(cancellationToken);
        }
    }

    private void Take(object letter)
    {
        switch (letter)
        {
            case BoardViewer viewer:
                AudienceOf(viewer).Add(viewer);
                CatchUp(viewer);
                break;
            case Left left:
                Array.ForEach(Audiences, audience => audience.Remove(left.Connection));
                break;
            case Asked asked:
                Array.ForEach(Audiences, audience => CatchUp(audience.Refresh(asked.Connection)));
                break;
            case BoardFrame frame when frame.IsNewerThan(_latest):
                _latest = frame;
                break;
            case Held { Frame: { } frame }:
                _latest = frame.IsNewerThan(_latest) ? frame : _latest;
                Send();
                Array.ForEach(Audiences, audience => audience.Beat(
                    new BoardHeartbeat(frame.Board, frame.Epoch, frame.Seq, clock.GetLedgerNow(), build)));
                break;
            case Held:
                _latest = null;
                Array.ForEach(Audiences, audience => audience.Say(nameof(IBoardClient.NoBoard), board.ToString()));
                break;
            case Ready ready:
                CatchUp(ready.Viewer);
                break;
        }
    }

    private void Send()
    {
        foreach (var audience in Audiences)
        {
            if (_latest is { } latest && audience.WaitFor(latest) is { Ticks: <= 0 })
            {
                foreach (var busy in audience.Send(latest))
                {
                    Await(busy);
                }
            }
        }
    }

    private void CatchUp(BoardViewer? viewer)
    {
        if (viewer is null || _latest is not { } latest)
        {
            return;
        }

        if (viewer.IsBusy)
        {
            Await(viewer);
        }
        else
        {
            AudienceOf(viewer).CatchUp(viewer, latest);
        }
    }

    // A busy viewer is written to again once its message is through.
    private void Await(BoardViewer viewer) => viewer.Idle.ContinueWith(
        _ => _mail.Writer.TryWrite(new Ready(viewer)),
        CancellationToken.None,
        TaskContinuationOptions.None,
        TaskScheduler.Default);

    private BoardAudience AudienceOf(BoardViewer viewer) => viewer.Kind == ViewerKind.Wall ? _wall : _live;

    // Until there is mail, or a frame that was held back for its pace is due.
    private async Task NextAsync(CancellationToken cancellationToken)
    {
        var due = Audiences
            .Where(audience => !audience.IsEmpty)
            .Select(audience => _latest is { } latest ? audience.WaitFor(latest) : null)
            .Min();
        using var woken = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task mail = _mail.Reader.WaitToReadAsync(woken.Token).AsTask();
        await Task.WhenAny(mail, Task.Delay(due ?? Timeout.InfiniteTimeSpan, time, woken.Token));
        await woken.CancelAsync();
        await mail.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed record Left(string Connection);

    private sealed record Asked(string Connection);

    private sealed record Ready(BoardViewer Viewer);

    private sealed record Held(BoardFrame? Frame);

    [LoggerMessage(LogLevel.Error, "{Board}: a frame could not be delivered")]
    private partial void LogUndelivered(Exception exception, string board);

    [LoggerMessage(LogLevel.Debug, "{Board}: nobody looks any more, and the standing could not be told")]
    private partial void LogLeft(Exception exception, string board);

    [LoggerMessage(LogLevel.Warning, "{Board}: the standing did not answer; viewers see that the board is old until it does")]
    private partial void LogFailed(Exception exception, string board);
}
