using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Ledger;
using Ganchao.Silo.Ledger.Verify;
using Microsoft.Extensions.Logging.Abstractions;

namespace Ganchao.Silo.Tests.Ledger;

/// <summary>How the writer gathers, holds back and tries again, with a database that the test opens and shuts.</summary>
public sealed class LedgerWriterTests
{
    private static readonly PlantId Plant = new("p1");

    [Fact]
    public async Task What_waits_while_the_database_is_busy_is_written_together()
    {
        var store = new GatedStore();
        await using var writer = Writer(store);
        var first = writer.AppendAsync(new Sheet(Plant, "t0").Entries(1));
        await store.Entered;
        var waiting = Enumerable.Range(1, 30).Select(i => writer.AppendAsync(new Sheet(Plant, $"t{i}").Entries(1))).ToList();

        store.Open();
        await Task.WhenAll([first, .. waiting]);

        Assert.Equal([1, 30], store.Batches);
    }

    [Fact]
    public async Task A_transaction_takes_no_more_appends_and_events_than_it_may()
    {
        var store = new GatedStore();
        await using var writer = Writer(store, new LedgerWriterOptions { MaxAppends = 4, MaxEvents = 10 });
        var first = writer.AppendAsync(new Sheet(Plant, "t0").Entries(1));
        await store.Entered;
        List<Task<AppendResult>> waiting =
        [
            .. Enumerable.Range(1, 5).Select(i => writer.AppendAsync(new Sheet(Plant, $"t{i}").Entries(1))),
            writer.AppendAsync(new Sheet(Plant, "long").Entries([.. Enumerable.Repeat(1L, 50)])),
            writer.AppendAsync(new Sheet(Plant, "last").Entries(1)),
        ];

        store.Open();
        await Task.WhenAll([first, .. waiting]);

        Assert.Equal([1, 4, 1, 1, 1], store.Batches);
    }

    [Fact]
    public async Task Callers_are_held_back_when_too_many_wait()
    {
        var store = new GatedStore();
        await using var writer = Writer(store, new LedgerWriterOptions { Capacity = 2, MaxAppends = 1 });
        var appends = Enumerable.Range(0, 20).Select(i => writer.AppendAsync(new Sheet(Plant, $"t{i}").Entries(1))).ToList();
        await store.Entered;

        store.Open();
        var results = await Task.WhenAll(appends);

        Assert.Equal(20, results.Length);
        Assert.All(store.Batches, size => Assert.Equal(1, size));
    }

    [Fact]
    public async Task Pauses_double_and_the_tries_are_bounded()
    {
        var time = new PausingTime();
        var store = new GatedStore { Broken = true };
        await using var writer = Writer(
            store, new LedgerWriterOptions { Attempts = 4, FirstPause = TimeSpan.FromMilliseconds(50) }, time);

        await Assert.ThrowsAsync<LedgerUnavailableException>(() => writer.AppendAsync(new Sheet(Plant).Entries(1)));

        Assert.Equal([50, 100, 200], time.Pauses.Select(p => p.TotalMilliseconds));
        Assert.Equal(4, store.Batches.Count);
    }

    [Fact]
    public async Task The_writer_goes_on_after_the_database_was_given_up()
    {
        var store = new GatedStore { Broken = true };
        await using var writer = Writer(store, new LedgerWriterOptions { Attempts = 1 });
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => writer.AppendAsync(new Sheet(Plant).Entries(1)));
        store.Broken = false;
        store.Open();

        var result = await writer.AppendAsync(new Sheet(Plant).Entries(1));

        Assert.Equal(AppendOutcome.Appended, result.Outcome);
    }

    [Fact]
    public async Task A_head_that_the_writer_wrote_itself_is_not_looked_up()
    {
        var store = new GatedStore();
        store.Open();
        await using var writer = Writer(store);
        var sheet = new Sheet(Plant);
        sheet.Head = (await writer.AppendAsync(sheet.Entries(1))).Head;

        await writer.AppendAsync(sheet.Entries(2));

        Assert.Equal(0, store.Looks);
    }

    private static LedgerWriter Writer(ILedgerStore store, LedgerWriterOptions? options = null, TimeProvider? time = null) =>
        new(store, options ?? new LedgerWriterOptions(), time ?? TimeProvider.System, NullLogger<LedgerWriter>.Instance);

    /// <summary>Takes everything, once its gate is open.</summary>
    private sealed class GatedStore : ILedgerStore
    {
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<int> Batches { get; } = [];

        public int Looks { get; private set; }

        public bool Broken { get; set; }

        public Task Entered => _entered.Task;

        public void Open() => _open.TrySetResult();

        public async Task<long[]> CommitAsync(IReadOnlyList<PreparedAppend> batch)
        {
            Batches.Add(batch.Count);
            _entered.TrySetResult();
            if (Broken)
            {
                throw new IOException("The database is away.");
            }

            await _open.Task;
            return new long[batch.Count];
        }

        public Task<StoredPlace?[]> LookAsync(IReadOnlyList<EventPlace> places)
        {
            Looks++;
            return Task.FromResult(new StoredPlace?[places.Count]);
        }

        public Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(
            StreamId stream, long afterSeq, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<StoredEvent>> ReadTailAsync(
            PlantId plant, long afterPosition, int limit, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<StoredEvent>> ReadKindsAsync(
            PlantId plant, IReadOnlyList<StreamKind> kinds, long afterPosition, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<long> ReadPositionAsync(PlantId plant, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<PlantId>> ReadPlantsAsync(CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<ILedgerSnapshot> OpenSnapshotAsync(CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    /// <summary>Every pause is over at once, and written down.</summary>
    private sealed class PausingTime : TimeProvider
    {
        public List<TimeSpan> Pauses { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Pauses.Add(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
