using System.Collections.Immutable;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;

namespace Ganchao.Grains.Sheets;

/// <summary>What a sheet's events say about stretches of the shift that are not to count. Pure.</summary>
internal sealed class ShiftExclusions
{
    private readonly Dictionary<Guid, Exclusion> _exclusions = [];
    private readonly Dictionary<Guid, (long Seq, object Event)> _events = [];

    /// <summary>In the order in which they were proposed.</summary>
    public IEnumerable<Exclusion> All => _exclusions.Values.OrderBy(exclusion => exclusion.Line);

    public Exclusion? Find(Guid id) => _exclusions.GetValueOrDefault(id);

    /// <summary>The event with this id, or null where it is none of an exclusion.</summary>
    public object? Recorded(Guid id) => _events.TryGetValue(id, out var recorded) ? recorded.Event : null;

    public long SeqOf(Guid id) => _events[id].Seq;

    /// <summary>The rows that stretches have among the facts, void ones included.</summary>
    public IEnumerable<FactRow> FactsOf(SheetKey key) => All
        .Select(exclusion => exclusion.Judged ?? exclusion.Id)
        .Select(id => SheetFacts.RowOf(key, SeqOf(id), id, Recorded(id)!))
        .OfType<FactRow>();

    public IReadOnlyList<SheetExclusion>? View() => _exclusions.Count == 0 ? null :
    [
        .. All.Select(exclusion => new SheetExclusion(
            exclusion.Id,
            exclusion.Stretch.FromMinute,
            exclusion.Stretch.ToMinute,
            exclusion.Stretch.Cause,
            exclusion.Stretch.Responsible,
            exclusion.ProposedBy,
            exclusion.State)),
    ];

    /// <summary>Takes an event; false where it is none of an exclusion.</summary>
    public bool Apply(long seq, Guid id, object payload, Actor actor)
    {
        var after = payload switch
        {
            ExclusionProposed proposed => new Exclusion(
                id, seq, proposed.Stretch, proposed.Side, ExclusionState.Proposed, [actor]),
            ExclusionAnswered answered => Moved(
                answered.Exclusion,
                answered.Agreed ? ExclusionState.Agreed : ExclusionState.Contested,
                answered.Agreed ? id : null,
                actor),
            ExclusionWithdrawn withdrawn => Moved(withdrawn.Exclusion, ExclusionState.Withdrawn, null, actor),
            ExclusionDecided decided => Moved(
                decided.Exclusion, decided.Upheld ? ExclusionState.Agreed : ExclusionState.Rejected, id, actor),
            _ => null,
        };
        if (after is null)
        {
            return false;
        }

        _exclusions[after.Id] = after;
        _events.Add(id, (seq, payload));
        return true;
    }

    private Exclusion Moved(Guid id, ExclusionState state, Guid? judged, Actor actor) => _exclusions[id] with
    {
        State = state,
        Judged = judged ?? _exclusions[id].Judged,
        Actors = _exclusions[id].Actors.Add(actor),
    };
}

/// <summary>One stretch as it stands.</summary>
/// <param name="Id">The proposal's id.</param>
/// <param name="Line">The proposal's number in the sheet's stream.</param>
/// <param name="Stretch">Minutes, cause, responsible side.</param>
/// <param name="ProposedBy">Which side proposed it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Actors">Who has acted on it, the proposer first.</param>
/// <param name="Judged">The event that made it count, or ended that it counts; null while there is none.</param>
internal sealed record Exclusion(
    Guid Id,
    long Line,
    ExcludedStretch Stretch,
    ExclusionSide ProposedBy,
    ExclusionState State,
    ImmutableArray<Actor> Actors,
    Guid? Judged = null)
{
    /// <summary>Whether no other stretch may lie over it.</summary>
    public bool IsOpenOrAgreed => State is ExclusionState.Proposed or ExclusionState.Agreed or ExclusionState.Contested;
}
