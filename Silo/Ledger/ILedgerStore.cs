using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger.Verify;

namespace Ganchao.Silo.Ledger;

/// <summary>The database under the <see cref="LedgerWriter"/>: commits batches, says what is there.</summary>
internal interface ILedgerStore
{
    /// <summary>
    /// Commits events, facts and private contents of all appends in one transaction, or nothing. No two of the
    /// appends are of one stream. One call at a time.
    /// </summary>
    /// <returns>The position of each append's last event, in the order of the batch.</returns>
    /// <exception cref="CommitRefusedException">
    /// Nothing was written, and the batch is why. After any other exception the outcome is unknown.
    /// </exception>
    Task<long[]> CommitAsync(IReadOnlyList<PreparedAppend> batch);

    /// <summary>What stands at places of streams; null where nothing does. In the order asked.</summary>
    Task<StoredPlace?[]> LookAsync(IReadOnlyList<EventPlace> places);

    /// <inheritdoc cref="ILedger.ReadStreamAsync"/>
    Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(
        StreamId stream, long afterSeq, CancellationToken cancellationToken);

    /// <inheritdoc cref="ILedger.ReadTailAsync"/>
    Task<IReadOnlyList<StoredEvent>> ReadTailAsync(
        PlantId plant, long afterPosition, int limit, CancellationToken cancellationToken);

    /// <inheritdoc cref="ILedger.ReadKindsAsync"/>
    Task<IReadOnlyList<StoredEvent>> ReadKindsAsync(
        PlantId plant, IReadOnlyList<StreamKind> kinds, long afterPosition, CancellationToken cancellationToken);

    /// <inheritdoc cref="ILedger.ReadPositionAsync"/>
    Task<long> ReadPositionAsync(PlantId plant, CancellationToken cancellationToken);

    /// <inheritdoc cref="ILedger.ReadPlantsAsync"/>
    Task<IReadOnlyList<PlantId>> ReadPlantsAsync(CancellationToken cancellationToken);

    /// <summary>The database as it is now, for <see cref="LedgerVerifier"/>.</summary>
    Task<ILedgerSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken);
}

/// <summary>A sequence number of a stream.</summary>
internal readonly record struct EventPlace(StreamId Stream, long Seq);

/// <summary>What the ledger holds at a place.</summary>
internal sealed record StoredPlace(byte[] Hash, long Position);
