using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Grains.Ledger;

/// <summary>
/// The only truth: streams of events with one writer each, gapless positions per plant, facts in the same
/// transaction. Implemented by the silo for SQLite and PostgreSQL.
/// </summary>
public interface ILedger
{
    /// <summary>
    /// Appends a whole list or nothing; returns after commit. An append that landed although its answer was lost is
    /// recognised by its hash and answered like the first time. At most one append per stream may be in flight.
    /// </summary>
    /// <exception cref="LedgerUnavailableException">
    /// The outcome is unknown: it may have landed. The caller forgets its memory and reads again; the same ids tell.
    /// </exception>
    Task<AppendResult> AppendAsync(Append append);

    /// <summary>The stream's events after a sequence number, in order.</summary>
    Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(
        StreamId stream, long afterSeq, CancellationToken cancellationToken);

    /// <summary>The plant's events after a position, in order of position, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<StoredEvent>> ReadTailAsync(
        PlantId plant, long afterPosition, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// The events of all streams of some undated kinds (register, project, competition, event, certification) after a
    /// position, in order of position; one consistent read.
    /// </summary>
    Task<IReadOnlyList<StoredEvent>> ReadKindsAsync(
        PlantId plant, IReadOnlyList<StreamKind> kinds, long afterPosition, CancellationToken cancellationToken);

    /// <summary>The position of the plant's last committed event; 0 where there is none.</summary>
    Task<long> ReadPositionAsync(PlantId plant, CancellationToken cancellationToken);

    /// <summary>All plants with at least one event.</summary>
    Task<IReadOnlyList<PlantId>> ReadPlantsAsync(CancellationToken cancellationToken);
}

/// <summary>The fact table: what the sheets say now. A projection of the ledger, written with it.</summary>
public interface IFacts
{
    /// <summary>The rows about one subject dated within the range; void lines included.</summary>
    Task<IReadOnlyList<FactRow>> ReadSubjectAsync(
        PlantId plant, SubjectId subject, DateRange dates, CancellationToken cancellationToken);

    /// <summary>
    /// The newest rows about one subject dated within the range, by date and then by number in their sheet, at most
    /// <paramref name="limit"/>; void lines included.
    /// </summary>
    Task<IReadOnlyList<FactRow>> ReadNewestAsync(
        PlantId plant, SubjectId subject, DateRange dates, int limit, CancellationToken cancellationToken);

    /// <summary>The rows under a work order, whoever reported them, dated within the range; void lines included.</summary>
    Task<IReadOnlyList<FactRow>> ReadWorkOrderAsync(
        PlantId plant, WorkOrderNumber workOrder, DateRange dates, CancellationToken cancellationToken);

    /// <summary>
    /// The rows of stretches of shifts that were proposed to be left out, dated within the range; void where they do not count.
    /// </summary>
    Task<IReadOnlyList<FactRow>> ReadExcludedAsync(PlantId plant, DateRange dates, CancellationToken cancellationToken);

    /// <summary>The rows of one sheet, void lines included.</summary>
    Task<IReadOnlyList<FactRow>> ReadSheetAsync(StreamId sheet, CancellationToken cancellationToken);

    /// <summary>All rows of a plant dated within the range; void lines included.</summary>
    Task<IReadOnlyList<FactRow>> ReadPeriodAsync(
        PlantId plant, DateRange dates, CancellationToken cancellationToken);

    /// <summary>The same rows, each with the plant's position of the event that filled it last.</summary>
    Task<IReadOnlyList<PlacedFact>> ReadPlacedAsync(
        PlantId plant, DateRange dates, CancellationToken cancellationToken);

    /// <summary>
    /// Which sheets changed, and about whom, after one position and up to another (inclusive): the work list of a
    /// reconciliation.
    /// </summary>
    Task<IReadOnlyList<TouchedSheet>> ReadTouchedAsync(
        PlantId plant, long afterPosition, long upToPosition, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the plant's rows and derives them again from its events, in one transaction that no append can
    /// cross. Readers see the old rows until it commits.
    /// </summary>
    /// <returns>The position up to which the rows now stand.</returns>
    Task<long> RebuildAsync(PlantId plant, CancellationToken cancellationToken);
}

/// <summary>A sheet with figures about a subject; its version is the greatest sequence number of its rows about it.</summary>
public sealed record TouchedSheet(StreamId Sheet, DateOnly Date, SubjectId Subject, long Version);

/// <summary>A row and the position of the event that filled it last.</summary>
public sealed record PlacedFact(FactRow Row, long Position);

/// <summary>What events say about facts; pure, so that facts can be dropped and derived again.</summary>
public interface IFactProjection
{
    /// <summary>The row that the event leaves, or null where it leaves none.</summary>
    FactRow? Project(StoredEvent stored);
}

/// <summary>Private content by id.</summary>
public interface IPrivateContents
{
    /// <summary>The content and its key, or null where it was erased or never stored.</summary>
    Task<PrivateContent?> ReadAsync(PlantId plant, Guid id, CancellationToken cancellationToken);

    /// <summary>Deletes content and key; the event that says so is the caller's.</summary>
    Task EraseAsync(PlantId plant, Guid id, CancellationToken cancellationToken);
}

/// <summary>The database did not answer as it should; whether the append landed is not known.</summary>
public sealed class LedgerUnavailableException : Exception
{
    public LedgerUnavailableException()
    {
    }

    public LedgerUnavailableException(string message)
        : base(message)
    {
    }

    public LedgerUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
