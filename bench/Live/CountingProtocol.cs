using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Ganchao.Bench.Live;

/// <summary>
/// The JSON protocol of a viewer that counts frames and deltas instead of reading them: otherwise a thousand viewers in one
/// process would take the processor from the server that they measure.
/// </summary>
internal sealed class CountingProtocol : IHubProtocol
{
    private const byte Separator = 0x1e;

    private readonly JsonHubProtocol _json = new();
    private long _messages;
    private long _bytes;

    public long Messages => Volatile.Read(ref _messages);

    public long Bytes => Volatile.Read(ref _bytes);

    public string Name => _json.Name;

    public int Version => _json.Version;

    public TransferFormat TransferFormat => _json.TransferFormat;

    private static ReadOnlySpan<byte> FrameHead => "{\"type\":1,\"target\":\"Frame\""u8;

    private static ReadOnlySpan<byte> DeltaHead => "{\"type\":1,\"target\":\"Delta\""u8;

    private static ReadOnlySpan<byte> HeartbeatHead => "{\"type\":1,\"target\":\"Heartbeat\""u8;

    public bool IsVersionSupported(int version) => _json.IsVersionSupported(version);

    public bool TryParseMessage(
        ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message)
    {
        message = null;
        if (input.PositionOf(Separator) is not { } end)
        {
            return false;
        }

        var reader = new SequenceReader<byte>(input);
        var isBoard = reader.IsNext(FrameHead) || reader.IsNext(DeltaHead);
        if (!isBoard && !reader.IsNext(HeartbeatHead))
        {
            return _json.TryParseMessage(ref input, binder, out message);
        }

        if (isBoard)
        {
            Interlocked.Increment(ref _messages);
            Interlocked.Add(ref _bytes, input.Slice(0, end).Length + 1);
        }

        input = input.Slice(input.GetPosition(1, end));
        message = PingMessage.Instance;
        return true;
    }

    public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => _json.WriteMessage(message, output);

    public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => _json.GetMessageBytes(message);
}
