using System.Collections.Immutable;
using Ganchao.Contracts.Entries;

namespace Ganchao.Grains.Boards;

/// <summary>
/// The senders whose totals are still to be compared with the database: the ledger's tail named them, or a hint of theirs was
/// taken. A sender is due once it has been quiet for one tick, or after <see cref="MaxTicks"/>.
/// </summary>
internal sealed class PendingSenders
{
    public const int MaxTicks = 15;

    private readonly Dictionary<SubjectId, (int Ticks, bool Quiet)> _pending = [];

    public bool IsEmpty => _pending.Count == 0;

    public void Hinted(SubjectId sender) => _pending[sender] = (_pending.GetValueOrDefault(sender).Ticks, Quiet: false);

    public void Touched(IEnumerable<SubjectId> senders)
    {
        foreach (var sender in senders)
        {
            _pending.TryAdd(sender, (0, Quiet: true));
        }
    }

    /// <summary>The senders to compare now; all of them, or on a tick the quiet and the overdue ones.</summary>
    public ImmutableArray<SubjectId> Due(bool quietOnly)
    {
        if (!quietOnly)
        {
            return [.. _pending.Keys];
        }

        ImmutableArray<SubjectId> due =
            [.. _pending.Where(pair => pair.Value.Quiet || pair.Value.Ticks >= MaxTicks).Select(pair => pair.Key)];
        foreach (var (sender, (ticks, _)) in _pending.ToArray())
        {
            _pending[sender] = (ticks + 1, Quiet: true);
        }

        return due;
    }

    public void Remove(SubjectId sender) => _pending.Remove(sender);
}
