using System.Text.Json;
using Ganchao.Contracts.Competitions;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Ledger.Verify;

/// <summary>The stages that the ledger says are final, to be looked for among the saved standings.</summary>
internal sealed class DecidedStages
{
    private readonly List<(StoredEvent Event, StageFinalisedLine Decision)> _decided = [];

    public void Add(StoredEvent? stored)
    {
        if (stored is { Stream.Kind: StreamKind.Competition } && Read(stored) is { } decision)
        {
            _decided.Add((stored, decision));
        }
    }

    /// <summary>Those whose document is not saved with the hash and position that the event names.</summary>
    public IEnumerable<Finding> Missing(IReadOnlyList<RawStanding> standings)
    {
        var documents = standings.Where(standing => standing.Number > 0)
            .Select(standing => (
                standing.Plant,
                standing.Competition,
                standing.Stage,
                Convert.ToHexStringLower(StandingRecords.HashOf(standing.Document)),
                standing.Position))
            .ToHashSet();
        return _decided
            .Where(decided => !documents.Contains((
                decided.Event.Stream.Plant.Value,
                decided.Event.Stream.Key,
                decided.Decision.Stage.Value,
                decided.Decision.Standing,
                decided.Decision.Position)))
            .Select(decided => new Finding(
                FindingKind.FinalMissing,
                decided.Event.Stream.Plant.Value,
                decided.Event.Stream.ToString(),
                decided.Event.Seq,
                decided.Event.Position,
                $"stage {decided.Decision.Stage} is final by decision {decided.Decision.Decision}, and its document " +
                $"{decided.Decision.Standing} is not saved, or was changed"));
    }

    // What cannot be read was named already, by its hash.
    private static StageFinalisedLine? Read(StoredEvent stored)
    {
        try
        {
            return EventCodec.Decode(stored) as StageFinalisedLine;
        }
        catch (Exception unreadable) when (unreadable is JsonException or UnknownEventException or FormatException)
        {
            return null;
        }
    }
}
