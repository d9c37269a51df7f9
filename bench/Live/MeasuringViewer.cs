using System.Diagnostics;
using Ganchao.Contracts.Boards;
using Microsoft.AspNetCore.SignalR.Client;

namespace Ganchao.Bench.Live;

/// <summary>A viewer that keeps the board as a page does, and notes when it first showed each entry of the probed team.</summary>
internal sealed class MeasuringViewer
{
    private readonly long[] _seenAt = new long[Probe.Most + 1];
    private readonly HubConnection _connection;
    private BoardFrame? _frame;
    private int _seen;

    public MeasuringViewer(HubConnection connection)
    {
        _connection = connection;
        connection.On<BoardFrame>(nameof(IBoardClient.Frame), Take);
        connection.On<BoardDelta>(nameof(IBoardClient.Delta), TakeAsync);
    }

    /// <summary>How many of the probed team's entries it has shown.</summary>
    public int Seen => Volatile.Read(ref _seen);

    /// <summary>The timestamp at which it showed this entry; null: not yet.</summary>
    public long? SeenAt(int entry) => entry <= Seen ? _seenAt[entry] : null;

    private async Task TakeAsync(BoardDelta delta)
    {
        if (_frame is { } frame && delta.On(frame) is { } next)
        {
            Take(next);
        }
        else
        {
            await _connection.SendAsync(nameof(IBoardHub.Snapshot));
        }
    }

    private void Take(BoardFrame frame)
    {
        if (!frame.IsNewerThan(_frame))
        {
            return;
        }

        _frame = frame;
        var now = Stopwatch.GetTimestamp();
        var total = (int)(frame.Rows.Single(row => row.Entrant == MadeUpPlant.ProbedTeam).Total ?? 0);
        for (var entry = _seen + 1; entry <= total; entry++)
        {
            _seenAt[entry] = now;
        }

        Volatile.Write(ref _seen, Math.Max(_seen, total));
    }
}
