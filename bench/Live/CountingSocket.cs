using System.Net.WebSockets;

namespace Ganchao.Bench.Live;

/// <summary>Frames and deltas that came to many viewers, and their bytes.</summary>
internal sealed class FrameCount
{
    private long _messages;
    private long _bytes;

    public long Messages => Volatile.Read(ref _messages);

    public long Bytes => Volatile.Read(ref _bytes);

    public void Add(int messages, int bytes)
    {
        Interlocked.Add(ref _messages, messages);
        Interlocked.Add(ref _bytes, bytes);
    }
}

/// <summary>
/// A WebSocket that counts frames and deltas where they come in and hands on only the rest: otherwise a thousand viewers in
/// one process would take the processor from the server that they measure.
/// </summary>
internal sealed class CountingSocket(WebSocket inner, FrameCount count) : WebSocket
{
    private const byte Separator = 0x1e;

    private readonly byte[] _buffer = new byte[16 * 1_024];
    private ReadOnlyMemory<byte> _rest;
    private ValueWebSocketReceiveResult? _last;

    public override WebSocketCloseStatus? CloseStatus => inner.CloseStatus;

    public override string? CloseStatusDescription => inner.CloseStatusDescription;

    public override WebSocketState State => inner.State;

    public override string? SubProtocol => inner.SubProtocol;

    private static ReadOnlySpan<byte> FrameHead => "{\"type\":1,\"target\":\"Frame\""u8;

    private static ReadOnlySpan<byte> DeltaHead => "{\"type\":1,\"target\":\"Delta\""u8;

    public override async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(
        Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var last = _last ?? await ReadAsync(cancellationToken);
        var taken = Math.Min(buffer.Length, _rest.Length);
        _rest[..taken].CopyTo(buffer);
        _rest = _rest[taken..];
        var isAtEnd = _rest.IsEmpty && !buffer.IsEmpty;
        _last = isAtEnd ? null : last;
        return new ValueWebSocketReceiveResult(taken, last.MessageType, isAtEnd && last.EndOfMessage);
    }

    public override async Task<WebSocketReceiveResult> ReceiveAsync(
        ArraySegment<byte> buffer, CancellationToken cancellationToken)
    {
        var result = await ReceiveAsync(buffer.AsMemory(), cancellationToken);
        return new WebSocketReceiveResult(result.Count, result.MessageType, result.EndOfMessage);
    }

    public override ValueTask SendAsync(
        ReadOnlyMemory<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
        inner.SendAsync(buffer, messageType, endOfMessage, cancellationToken);

    public override Task SendAsync(
        ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
        inner.SendAsync(buffer, messageType, endOfMessage, cancellationToken);

    public override Task CloseAsync(
        WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        inner.CloseAsync(closeStatus, statusDescription, cancellationToken);

    public override Task CloseOutputAsync(
        WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) =>
        inner.CloseOutputAsync(closeStatus, statusDescription, cancellationToken);

    public override void Abort() => inner.Abort();

    public override void Dispose() => inner.Dispose();

    // Up to the first piece that is not of a frame or delta.
    private async Task<ValueWebSocketReceiveResult> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult piece;
            do
            {
                piece = await inner.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
                length += piece.Count;
            }
            while (!piece.EndOfMessage && length < FrameHead.Length);

            _rest = _buffer.AsMemory(0, length);
            if (!_rest.Span.StartsWith(FrameHead) && !_rest.Span.StartsWith(DeltaHead))
            {
                return piece;
            }

            count.Add(_rest.Span.Count(Separator), length);
            while (!piece.EndOfMessage)
            {
                piece = await inner.ReceiveAsync(_buffer.AsMemory(), cancellationToken);
                count.Add(_buffer.AsSpan(0, piece.Count).Count(Separator), piece.Count);
            }
        }
    }
}
