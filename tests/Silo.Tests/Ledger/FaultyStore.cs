using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger;
using Ganchao.Silo.Ledger.Verify;

namespace Ganchao.Silo.Tests.Ledger;

public enum Fault
{
    None,
    BeforeCommit,
    DuringCommit,
    AfterCommit,
}

/// <summary>A database that breaks where the test says so, once for each fault in its list.</summary>
internal sealed class FaultyStore(ILedgerStore inner, params Fault[] faults) : ILedgerStore
{
    private readonly Queue<Fault> _faults = new(faults);

    public int Commits { get; private set; }

    public async Task<long[]> CommitAsync(IReadOnlyList<PreparedAppend> batch)
    {
        Commits++;
        switch (_faults.TryDequeue(out var fault) ? fault : Fault.None)
        {
            case Fault.BeforeCommit:
                throw new IOException("The connection was lost before anything was sent.");
            case Fault.DuringCommit:
                await Assert.ThrowsAsync<CommitRefusedException>(() => inner.CommitAsync([.. batch, Impossible(batch[0])]));
                throw new IOException("The connection was lost in the middle; the database rolled back.");
            case Fault.AfterCommit:
                await inner.CommitAsync(batch);
                throw new IOException("The connection was lost after the commit.");
            case Fault.None:
                return await inner.CommitAsync(batch);
            default:
                throw new InvalidOperationException($"{fault} is no fault.");
        }
    }

    public Task<StoredPlace?[]> LookAsync(IReadOnlyList<EventPlace> places) => inner.LookAsync(places);

    public Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(
        StreamId stream, long afterSeq, CancellationToken cancellationToken) =>
        inner.ReadStreamAsync(stream, afterSeq, cancellationToken);

    public Task<IReadOnlyList<StoredEvent>> ReadTailAsync(
        PlantId plant, long afterPosition, int limit, CancellationToken cancellationToken) =>
        inner.ReadTailAsync(plant, afterPosition, limit, cancellationToken);

    public Task<IReadOnlyList<StoredEvent>> ReadKindsAsync(
        PlantId plant, IReadOnlyList<StreamKind> kinds, long afterPosition, CancellationToken cancellationToken) =>
        inner.ReadKindsAsync(plant, kinds, afterPosition, cancellationToken);

    public Task<long> ReadPositionAsync(PlantId plant, CancellationToken cancellationToken) =>
        inner.ReadPositionAsync(plant, cancellationToken);

    public Task<IReadOnlyList<PlantId>> ReadPlantsAsync(CancellationToken cancellationToken) =>
        inner.ReadPlantsAsync(cancellationToken);

    public Task<ILedgerSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken) =>
        inner.OpenSnapshotAsync(cancellationToken);

    // The same private content twice: the database notices when the events are in already.
    private static PreparedAppend Impossible(PreparedAppend like)
    {
        var sheet = new Sheet(like.Stream.Plant, "impossible");
        var content = new PrivateContent(Guid.Empty, new byte[16], new byte[1]);
        return PreparedAppend.From(sheet.Entries(1) with { Private = [content, content] });
    }
}
