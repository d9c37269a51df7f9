using System.Threading.Channels;
using Ganchao.Contracts;
using Ganchao.Contracts.Boards;
using Ganchao.Silo.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace Ganchao.Silo.Tests.Live;

/// <summary>Somebody who looks at a board: what came, in order, in a word and the frame's number.</summary>
internal sealed class LookingOn
{
    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();

    public LookingOn(string connection, ViewerKind kind) => Viewer = new BoardViewer(connection, kind, (message, _) =>
    {
        _heard.Writer.TryWrite(Said(message));
        return ValueTask.CompletedTask;
    });

    public BoardViewer Viewer { get; }

    /// <summary>What came next; waits for it.</summary>
    public async Task<string> NextAsync() => await _heard.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>The same, letting time go on until it is there.</summary>
    public async Task<string> NextAsync(FakeTimeProvider time, TimeSpan step)
    {
        string? next;
        while (!_heard.Reader.TryRead(out next))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            time.Advance(step);
            await Task.Yield();
        }

        return next;
    }

    /// <summary>Null where nothing has come yet.</summary>
    public string? Heard() => _heard.Reader.TryRead(out var heard) ? heard : null;

    public static string Said(SerializedHubMessage message) => message.Message is InvocationMessage said
        ? said.Arguments[0] switch
        {
            BoardFrame frame => $"Frame {frame.Seq}",
            BoardDelta delta => $"Delta {delta.FromSeq}-{delta.Seq}",
            BoardHeartbeat beat => $"Heartbeat {beat.Seq}",
            _ => said.Target,
        }
        : "nothing";

    public static BoardFrame Frame(long seq, params BoardRow[] rows) => new(
        "main/quarter/m1", Epoch: 1, seq, DateTimeOffset.UnixEpoch, new DateOnly(2026, 7, 3), BoardMode.Current, "3fa94c1d5b",
        Position: seq, new Names("班组季度赛"), [], [], rows);
}
