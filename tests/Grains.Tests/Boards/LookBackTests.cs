using Ganchao.Contracts.Boards;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Tests.Plants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

/// <summary>Nobody watches here: boards are looked at as by a wall without scripts, or one that asks every two seconds.</summary>
public sealed class LookBackTests(PlantFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task A_board_that_somebody_looks_at_shows_the_days_before_though_nobody_watches_it()
    {
        var (plant, board) = await fixture.ContestAsync(teams: 2);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 5));
        await plant.EnteredAsync("t1", 31, Entry("pieces", 9));

        var first = await LookAsync(plant, board);
        var later = await LookedBackAsync(plant, board, TestContext.Current.CancellationToken);

        Assert.Null(first.Rows[0].Trend);
        Assert.True(later.IsNewerThan(first));
        Assert.Equal([("t1", null), ("t0", 1m)], later.Rows.Select(row => (row.Entrant, row.PlaceBefore)));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_board_that_is_only_reckoned_with_does_not_look_back()
    {
        var (plant, board) = await fixture.ContestAsync(teams: 1);
        var other = await plant.CompeteAsync("other", Contest.Rulebook("value"), "t0");
        await plant.EnteredAsync("t0", 2, Entry("pieces", 5));
        await LookAsync(plant, board);

        await plant.ReadProvenAsync(other);
        await LookedBackAsync(plant, board, TestContext.Current.CancellationToken);
        await LookedBackAsync(plant, board, TestContext.Current.CancellationToken);

        Assert.Null((await plant.ReadAsync(other)).Rows[0].Trend);
    }

    [Fact(Timeout = 60_000)]
    public async Task Nobody_waits_for_a_board_that_looks_back()
    {
        var (plant, board) = await fixture.ContestAsync(teams: 1);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 5));
        await LookAsync(plant, board);
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var looksBack = fixture.Ledger.SlowDown(plant.Id, reading.Task);
        await TicksAsync(() => Task.FromResult(looksBack.IsCompleted), TestContext.Current.CancellationToken);

        var meanwhile = await LookAsync(plant, board);
        reading.SetResult();
        var later = await LookedBackAsync(plant, board, TestContext.Current.CancellationToken);

        Assert.Null(meanwhile.Rows[0].Trend);
        Assert.Equal(5m, later.Rows[0].Trend![^2]);
    }

    [Fact]
    public async Task A_day_that_changes_while_it_is_looked_back_at_is_looked_back_at_again_half_a_minute_later()
    {
        var (plant, board) = await fixture.ContestAsync(teams: 1);
        await plant.EnteredAsync("t0", 2, Entry("pieces", 5));
        var book = await fixture.Services.GetRequiredService<IPlantBooks>().RefreshAsync(plant.Id, Stop);
        var setup = BoardSetup.Of(board, book, new RulebookShelf())!;
        var time = new FakeTimeProvider();
        var lookBack = new BoardLookBack(fixture.Ledger, time);
        var reading = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = fixture.Ledger.SlowDown(plant.Id, reading.Task);

        var first = LookBackAsync();
        lookBack.Note(await fixture.Ledger.ReadTouchedAsync(plant.Id, 0, long.MaxValue, Stop));
        reading.SetResult();
        List<bool> looks = [await first, await LookBackAsync()];
        time.Advance(TimeSpan.FromSeconds(31));
        looks.AddRange([await LookBackAsync(), await LookBackAsync()]);

        Assert.Equal([true, false, true, false], looks);

        Task<bool> LookBackAsync() => lookBack.LookAsync(setup, book, fixture.Time.GetUtcNow(), Stop);
    }

    [Fact]
    public void A_glance_at_a_board_lasts_a_minute()
    {
        var time = new FakeTimeProvider();
        var observers = new BoardObservers(time, NullLogger.Instance);
        var before = observers.IsLookedAt;

        observers.Look();
        time.Advance(BoardWatch.Glance - TimeSpan.FromSeconds(1));
        var within = observers.IsLookedAt;
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal((false, true, false), (before, within, observers.IsLookedAt));
    }

    private static async Task<BoardFrame> LookAsync(TestPlant plant, BoardId board)
    {
        var frame = await plant.Standing(board).Look();
        Assert.NotNull(frame);
        return frame;
    }

    private async Task<BoardFrame> LookedBackAsync(TestPlant plant, BoardId board, CancellationToken stop)
    {
        var frame = await LookAsync(plant, board);
        await TicksAsync(async () => (frame = await LookAsync(plant, board)).Rows[0].Trend is not null, stop);
        return frame;
    }

    // Standings look back on their timer.
    private async Task TicksAsync(Func<Task<bool>> isDone, CancellationToken stop)
    {
        do
        {
            stop.ThrowIfCancellationRequested();
            fixture.GrainTimers.Advance(TimeSpan.FromSeconds(2));
            await Task.Yield();
        }
        while (!await isDone());
    }
}
