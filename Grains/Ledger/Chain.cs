using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Unicode;

namespace Ganchao.Grains.Ledger;

/// <summary>
/// The hash chain of a stream. An event's hash is SHA-256 over its header, its payload's bytes as stored and its
/// predecessor's hash, each preceded by its length (4 bytes, big-endian). The header is UTF-8 text, one item a line:
/// algorithm, stream, seq, id, type, version, actor kind, actor id, role, server time in Unix milliseconds.
/// No item may hold a line break, or two headers could read the same; the ledger refuses such an append.
/// </summary>
public static class Chain
{
    public const string Algorithm = "ganchao-sha256-1";
    public const int HashBytes = 32;

    private const int LengthBytes = 4;
    private const int BytesPerChar = 3;
    private const int HeaderBytesBesidesText = 256;

    public static byte[] Hash(StreamId stream, long seq, EventDraft draft, ReadOnlySpan<byte> previousHash) =>
        Hash(stream.ToString(), seq, draft, previousHash);

    /// <summary>The same with the stream's text at hand: a list of events makes it once.</summary>
    public static byte[] Hash(string stream, long seq, EventDraft draft, ReadOnlySpan<byte> previousHash)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(draft);
        var textLength = stream.Length + draft.Type.Length + draft.Actor.Id.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(
            HeaderBytesBesidesText + (BytesPerChar * textLength) + draft.Payload.Length + previousHash.Length);
        try
        {
            var header = buffer.AsSpan(LengthBytes);
            var (id, type, version) = (draft.Id, draft.Type, draft.Version);
            var (kind, actor, role) = draft.Actor;
            var at = draft.At.ToUnixTimeMilliseconds();
            if (!Utf8.TryWrite(
                header,
                CultureInfo.InvariantCulture,
                $"{Algorithm}\n{stream}\n{seq}\n{id:D}\n{type}\n{version}\n{kind}\n{actor}\n{role}\n{at}",
                out var headerLength))
            {
                throw new InvalidOperationException($"The header of {stream} {seq} is too long.");
            }

            BinaryPrimitives.WriteInt32BigEndian(buffer, headerLength);
            var length = LengthBytes + headerLength;
            length += WriteWithLength(buffer.AsSpan(length), draft.Payload.Span);
            length += WriteWithLength(buffer.AsSpan(length), previousHash);
            return SHA256.HashData(buffer.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The hash that a stored event should have after the given predecessor.</summary>
    public static byte[] Hash(StoredEvent stored, ReadOnlySpan<byte> previousHash)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var draft = new EventDraft(
            stored.Id, stored.Type, stored.Version, stored.Actor, stored.At, stored.Payload, null);
        return Hash(stored.Stream, stored.Seq, draft, previousHash);
    }

    private static int WriteWithLength(Span<byte> target, ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(target, bytes.Length);
        bytes.CopyTo(target[LengthBytes..]);
        return LengthBytes + bytes.Length;
    }
}
