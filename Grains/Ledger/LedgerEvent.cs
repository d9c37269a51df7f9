using System.Collections.Immutable;
using Ganchao.Contracts.Identity;

namespace Ganchao.Grains.Ledger;

/// <summary>Where a stream ends: the last event's number (0 for an empty stream) and its hash (32 zero bytes then).</summary>
public sealed record StreamHead(long Seq, ReadOnlyMemory<byte> Hash)
{
    public static StreamHead Empty { get; } = new(0, new byte[Chain.HashBytes]);
}

/// <summary>
/// One event to be appended. <paramref name="Id"/> is unique in its stream: an entry's id where a client made one,
/// else a UUIDv7 of the server. <paramref name="At"/> is plant time, UTC, whole milliseconds.
/// <paramref name="Payload"/> is canonical UTF-8 JSON, stored and hashed as it is.
/// <paramref name="Fact"/> is the row this event leaves in the fact table, null where it leaves none.
/// </summary>
public sealed record EventDraft(
    Guid Id, string Type, int Version, Actor Actor, DateTimeOffset At, ReadOnlyMemory<byte> Payload, FactRow? Fact);

/// <summary>
/// Free text, evidence or personal attributes, held outside the chain with a random 128-bit key. The payload holds
/// only <see cref="Id"/> and the HMAC-SHA256 of the content under the key, so that erasing both leaves no trace.
/// </summary>
public sealed record PrivateContent(Guid Id, ReadOnlyMemory<byte> Key, ReadOnlyMemory<byte> Content);

/// <summary>A whole list of events for one stream, appended after <paramref name="After"/>: all or nothing.</summary>
public sealed record Append(
    StreamId Stream, StreamHead After, ImmutableArray<EventDraft> Events, ImmutableArray<PrivateContent> Private);

/// <summary>What became of an append.</summary>
public enum AppendOutcome
{
    NotSet,

    /// <summary>Every event of the list is committed (by this call, or by an earlier one whose answer was lost).</summary>
    Appended,

    /// <summary>
    /// Nothing was written: another writer continued the stream, or an event id is in it already. Forget memory,
    /// read the stream again and look.
    /// </summary>
    Conflict,
}

/// <summary>
/// The answer to an append. <paramref name="Head"/> and <paramref name="Position"/> (the plant's gapless position of the
/// last event) are set where the outcome is <see cref="AppendOutcome.Appended"/>.
/// </summary>
public sealed record AppendResult(AppendOutcome Outcome, StreamHead Head, long Position)
{
    public static AppendResult Conflict { get; } = new(AppendOutcome.Conflict, StreamHead.Empty, 0);
}

/// <summary>An event as the ledger holds it.</summary>
public sealed record StoredEvent(
    StreamId Stream,
    long Seq,
    long Position,
    Guid Id,
    string Type,
    int Version,
    Actor Actor,
    DateTimeOffset At,
    ReadOnlyMemory<byte> Payload,
    ReadOnlyMemory<byte> PreviousHash,
    ReadOnlyMemory<byte> Hash);
