using Ganchao.Contracts.Boards;
using Microsoft.AspNetCore.SignalR;

namespace Ganchao.Silo.Live;

/// <summary>
/// The viewers of one kind at one board. The first change after quiet goes out at once; a burst is made into one frame an
/// interval, and holds what this kind shows. Used by one loop only.
/// </summary>
internal sealed class BoardAudience(ViewerKind kind, TimeSpan interval, TimeProvider time)
{
    private readonly Dictionary<string, BoardViewer> _viewers = [];
    private BoardFrame? _sent;
    private long _sentAt;

    public bool IsEmpty => _viewers.Count == 0;

    public bool Add(BoardViewer viewer) => _viewers.TryAdd(viewer.Connection, viewer);

    public bool Remove(string connection) => _viewers.Remove(connection);

    /// <summary>The viewer needs a whole frame, at once; null where it is not here.</summary>
    public BoardViewer? Refresh(string connection)
    {
        if (_viewers.GetValueOrDefault(connection) is { } viewer)
        {
            viewer.Holds = null;
            return viewer;
        }

        return null;
    }

    /// <summary>How long until the frame may go out; null where everybody has it.</summary>
    public TimeSpan? WaitFor(BoardFrame latest) =>
        !latest.IsNewerThan(_sent) ? null
        : _sent is null || interval - time.GetElapsedTime(_sentAt) is not { Ticks: > 0 } wait ? TimeSpan.Zero
        : wait;

    /// <summary>The frame to everybody who is not busy; the busy ones are left to <see cref="CatchUp"/>.</summary>
    public IEnumerable<BoardViewer> Send(BoardFrame latest)
    {
        var (from, shown) = (_sent, latest.For(kind));
        var delta = from is null ? null : BoardDelta.Between(from, shown);
        var change = delta is null ? null : BoardViewer.Message(nameof(IBoardClient.Delta), delta);
        SerializedHubMessage? whole = null;
        (_sent, _sentAt) = (shown, time.GetTimestamp());
        foreach (var viewer in _viewers.Values)
        {
            if (viewer.IsBusy)
            {
                viewer.Holds = null;
                continue;
            }

            viewer.Write(change is not null && from is not null && viewer.Holds == (from.Epoch, from.Seq)
                ? change
                : whole ??= BoardViewer.Message(nameof(IBoardClient.Frame), shown));
            viewer.Holds = (latest.Epoch, latest.Seq);
        }

        return _viewers.Values.Where(viewer => viewer.IsBusy);
    }

    /// <summary>What was sent last, to a viewer that does not hold it and is not busy.</summary>
    public void CatchUp(BoardViewer viewer, BoardFrame latest)
    {
        var frame = _sent ??= latest.For(kind);
        if (!viewer.IsBusy && viewer.Holds != (frame.Epoch, frame.Seq))
        {
            viewer.Write(nameof(IBoardClient.Frame), frame);
            viewer.Holds = (frame.Epoch, frame.Seq);
        }
    }

    public void Beat(BoardHeartbeat latest)
    {
        var beat = BoardViewer.Message(
            nameof(IBoardClient.Heartbeat), _sent is null ? latest : latest with { Epoch = _sent.Epoch, Seq = _sent.Seq });
        foreach (var viewer in _viewers.Values.Where(viewer => !viewer.IsBusy))
        {
            viewer.Write(beat);
        }
    }

    public void Say(string method, object argument)
    {
        var message = BoardViewer.Message(method, argument);
        foreach (var viewer in _viewers.Values.Where(viewer => !viewer.IsBusy))
        {
            viewer.Write(message);
        }
    }
}
