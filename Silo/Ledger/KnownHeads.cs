using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Ledger;

/// <summary>
/// Ends of streams that are known to be in the ledger, so that an append need not ask whether its predecessor is
/// there. Forgets the older half when it is full; a head that is missing here only costs a look. Thread-safe.
/// </summary>
internal sealed class KnownHeads
{
    private const int Half = 8192;

    private readonly Lock _lock = new();
    private Dictionary<StreamId, StreamHead> _recent = [];
    private Dictionary<StreamId, StreamHead> _older = [];

    public void Remember(StreamId stream, StreamHead head)
    {
        lock (_lock)
        {
            if (_recent.Count >= Half)
            {
                (_older, _recent) = (_recent, _older);
                _recent.Clear();
            }

            _recent[stream] = head;
        }
    }

    public bool Knows(StreamId stream, StreamHead head)
    {
        lock (_lock)
        {
            return (_recent.TryGetValue(stream, out var known) || _older.TryGetValue(stream, out known)) &&
                known.Seq == head.Seq && known.Hash.Span.SequenceEqual(head.Hash.Span);
        }
    }

    public void Forget()
    {
        lock (_lock)
        {
            _recent.Clear();
            _older.Clear();
        }
    }
}
