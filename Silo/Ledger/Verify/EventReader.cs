using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Ledger.Verify;

/// <summary>
/// Reads a raw row strictly: every column must be written exactly as the ledger writes it. Enums, for one, could
/// else be replaced by their numbers without changing a hash.
/// </summary>
internal static class EventReader
{
    private const int IdBytes = 16;

    /// <returns>The event, or null with the column that cannot be read.</returns>
    public static StoredEvent? TryRead(RawEvent raw, out string unreadable)
    {
        unreadable = "";
        if (raw.Algorithm != Chain.Algorithm)
        {
            unreadable = $"algorithm '{raw.Algorithm}'";
        }
        else if (TryParseStream(raw.Stream) is not { } stream)
        {
            unreadable = $"stream '{raw.Stream}'";
        }
        else if (!TryParseName<ActorKind>(raw.ActorKind, out var kind))
        {
            unreadable = $"actor kind '{raw.ActorKind}'";
        }
        else if (!TryParseName<Role>(raw.Role, out var role))
        {
            unreadable = $"role '{raw.Role}'";
        }
        else if (raw.EntryId.Length != IdBytes)
        {
            unreadable = "entry id";
        }
        else if (raw.Version is < int.MinValue or > int.MaxValue)
        {
            unreadable = $"version {raw.Version}";
        }
        else if (!IsTime(raw.At))
        {
            unreadable = $"time {raw.At}";
        }
        else
        {
            return new StoredEvent(
                stream,
                raw.Seq,
                raw.Position,
                new Guid(raw.EntryId, bigEndian: true),
                raw.Type,
                (int)raw.Version,
                new Actor(kind, raw.ActorId, role),
                DateTimeOffset.FromUnixTimeMilliseconds(raw.At),
                raw.Payload,
                raw.PreviousHash,
                raw.Hash);
        }

        return null;
    }

    public static StreamId? TryParseStream(string text)
    {
        try
        {
            var stream = StreamId.Parse(text);
            return stream.ToString() == text ? stream : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool TryParseName<T>(string text, out T value)
        where T : struct, Enum =>
        Enum.TryParse(text, out value) && value.ToString() == text && Enum.IsDefined(value);

    private static bool IsTime(long milliseconds) =>
        milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() &&
        milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
}
