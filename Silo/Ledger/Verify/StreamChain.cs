using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Ledger.Verify;

/// <summary>Walks one stream from its first event to its last and says what is wrong with each.</summary>
internal sealed class StreamChain(string stream)
{
    private readonly StreamId? _id = EventReader.TryParseStream(stream);
    private long _seq;
    private long _position;
    private byte[] _hash = new byte[Chain.HashBytes];

    /// <summary>The checks of the next event; <paramref name="stored"/> is null where it cannot be read.</summary>
    public IEnumerable<Finding> Next(RawEvent raw, out StoredEvent? stored)
    {
        stored = EventReader.TryRead(raw, out var unreadable);
        var findings = new List<Finding>();
        void Find(FindingKind kind, string what) =>
            findings.Add(new Finding(kind, raw.Plant, raw.Stream, raw.Seq, raw.Position, what));

        if (raw.Seq != _seq + 1)
        {
            Find(
                FindingKind.SeqMissing,
                FormattableString.Invariant($"{raw.Seq} follows {_seq}: what was between them was removed"));
        }
        else if (!raw.PreviousHash.AsSpan().SequenceEqual(_hash))
        {
            Find(FindingKind.ChainBroken, "it does not hold its predecessor's hash");
        }

        if (raw.Position <= _position)
        {
            Find(
                FindingKind.PositionOrder,
                FormattableString.Invariant($"its predecessor in the stream has position {_position}"));
        }

        if (stored is null)
        {
            Find(FindingKind.Unreadable, unreadable);
        }
        else if (!Chain.Hash(stored, raw.PreviousHash).AsSpan().SequenceEqual(raw.Hash))
        {
            Find(FindingKind.HashWrong, "payload, header or hash was changed");
        }

        if (_id is { } id)
        {
            FindWrongCopies(raw, id, Find);
        }

        (_seq, _position, _hash) = (raw.Seq, raw.Position, raw.Hash);
        return findings;
    }

    private static void FindWrongCopies(RawEvent raw, StreamId id, Action<FindingKind, string> find)
    {
        if (raw.StreamDate != RawFact.Text(id.Date))
        {
            find(FindingKind.CopyWrong, $"stream_date is '{raw.StreamDate}'");
        }

        if (raw.Plant != id.Plant.Value)
        {
            find(FindingKind.CopyWrong, $"plant is '{raw.Plant}'");
        }

        if (raw.Kind != id.KindName)
        {
            find(FindingKind.CopyWrong, $"kind is '{raw.Kind}'");
        }
    }
}
