using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ganchao.Grains.Ledger;

/// <summary>
/// The hash chain of a stream. An event's hash is SHA-256 over its header, its payload's bytes as stored and its
/// predecessor's hash, each preceded by its length (4 bytes, big-endian). The header is UTF-8 text, one item a line:
/// algorithm, stream, seq, id, type, version, actor kind, actor id, role, server time in Unix milliseconds.
/// </summary>
public static class Chain
{
    public const string Algorithm = "ganchao-sha256-1";
    public const int HashBytes = 32;

    public static byte[] Hash(StreamId stream, long seq, EventDraft draft, ReadOnlySpan<byte> previousHash)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var header = FormattableString.Invariant(
            $"""
            {Algorithm}
            {stream}
            {seq}
            {draft.Id:D}
            {draft.Type}
            {draft.Version}
            {draft.Actor.Kind}
            {draft.Actor.Id}
            {draft.Actor.Role}
            {draft.At.ToUnixTimeMilliseconds()}
            """).ReplaceLineEndings("\n");
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendWithLength(sha, Encoding.UTF8.GetBytes(header));
        AppendWithLength(sha, draft.Payload.Span);
        AppendWithLength(sha, previousHash);
        return sha.GetHashAndReset();
    }

    /// <summary>The hash that a stored event should have after the given predecessor.</summary>
    public static byte[] Hash(StoredEvent stored, ReadOnlySpan<byte> previousHash)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var draft = new EventDraft(
            stored.Id, stored.Type, stored.Version, stored.Actor, stored.At, stored.Payload, null);
        return Hash(stored.Stream, stored.Seq, draft, previousHash);
    }

    private static void AppendWithLength(IncrementalHash sha, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        sha.AppendData(length);
        sha.AppendData(bytes);
    }
}
