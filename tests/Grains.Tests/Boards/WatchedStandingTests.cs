using Ganchao.Contracts.Boards;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Grains.Tests.Plants;
using static Ganchao.Grains.Tests.Plants.TestPlant;

namespace Ganchao.Grains.Tests.Boards;

public sealed class WatchedStandingTests(PlantFixture fixture)
{
    private const string Rulebook =
        """
        language: 1
        code: pieces
        names: 件数
        entrants: team
        inputs: { 件数: pieces }
        indicators:
          件数: { names: 件数, value: "sum(件数)" }
        ranking: { by: [ total desc ] }
        """;

    [Fact(Timeout = 60_000)]
    public async Task Whoever_watches_a_board_is_told_of_an_entry_without_asking()
    {
        var (plant, board) = await PlantAsync();
        var watcher = await WatchAsync(board);

        await plant.EnteredAsync("alpha", 31, Entry("pieces", 7));

        Assert.Equal(7m, await watcher.TotalOfAsync("alpha", 7m, fixture, TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 60_000)]
    public async Task Once_the_activation_is_lost_the_next_renewal_brings_the_board_and_the_hold_back()
    {
        var (plant, board) = await PlantAsync();
        var watcher = await WatchAsync(board);
        var standing = fixture.Grains.GetGrain<IStandingGrain>(board.ToString());
        await fixture.LoseAsync(standing);
        await plant.EnteredAsync("alpha", 31, Entry("pieces", 7));

        var frame = await standing.Watch(watcher.Reference);
        await plant.EnteredAsync("beta", 31, Entry("pieces", 9));

        Assert.Equal(7m, frame!.Rows.Single(row => row.Entrant == "alpha").Total);
        Assert.True(frame.IsNewerThan(watcher.First), $"{(frame.Epoch, frame.Seq)} after {(watcher.First!.Epoch, watcher.First.Seq)}");
        Assert.Equal(9m, await watcher.TotalOfAsync("beta", 9m, fixture, TestContext.Current.CancellationToken));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_row_shows_its_place_of_the_day_before_and_its_totals_of_the_days_before()
    {
        var (plant, board) = await PlantAsync();
        await plant.EnteredAsync("alpha", 2, Entry("pieces", 5));
        await plant.EnteredAsync("beta", 30, Entry("pieces", 13));
        await plant.EnteredAsync("alpha", 31, Entry("pieces", 20));
        await WatchAsync(board);

        var rows = await LookedBackAsync(plant, board, TestContext.Current.CancellationToken);

        Assert.Equal(["alpha", "beta"], rows.Select(row => row.Entrant));
        Assert.Equal([2m, 1m], rows.Select(row => row.PlaceBefore));
        Assert.Equal([.. Enumerable.Repeat<decimal?>(5, 14), 25], rows[0].Trend!);
        Assert.Equal(13m, rows[1].Trend![^2]);
        Assert.Null(rows[1].Trend![^3]);
    }

    private async Task<(TestPlant Plant, BoardId Board)> PlantAsync()
    {
        var plant = await fixture.NewPlant().WithAsync("works: alpha, beta", Measure("pieces"));
        return (plant, await plant.CompeteAsync("pieces", Rulebook, "alpha", "beta"));
    }

    // The standing looks back on its timer.
    private async Task<IReadOnlyList<BoardRow>> LookedBackAsync(
        TestPlant plant, BoardId board, CancellationToken cancellationToken)
    {
        IReadOnlyList<BoardRow> rows;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            fixture.GrainTimers.Advance(TimeSpan.FromSeconds(2));
            rows = (await plant.ReadProvenAsync(board)).Rows;
        }
        while (rows[0].Trend is null);
        return rows;
    }

    private async Task<Watcher> WatchAsync(BoardId board)
    {
        var watcher = new Watcher();
        watcher.Reference = fixture.Grains.CreateObjectReference<IBoardObserver>(watcher);
        watcher.First = await fixture.Grains.GetGrain<IStandingGrain>(board.ToString()).Watch(watcher.Reference);
        return watcher;
    }

    private sealed class Watcher : IBoardObserver
    {
        private readonly System.Threading.Channels.Channel<BoardFrame> _frames =
            System.Threading.Channels.Channel.CreateUnbounded<BoardFrame>();

        public IBoardObserver Reference { get; set; } = null!;

        public BoardFrame? First { get; set; }

        public Task Moved(BoardFrame frame)
        {
            _frames.Writer.TryWrite(frame);
            return Task.CompletedTask;
        }

        // Frames before it may come of hints on their way; one that follows closely waits for its pace on the grains' clock.
        public async Task<decimal?> TotalOfAsync(
            string entrant, decimal awaited, PlantFixture plants, CancellationToken cancellationToken)
        {
            decimal? total = null;
            while (total != awaited)
            {
                cancellationToken.ThrowIfCancellationRequested();
                plants.GrainTimers.Advance(BoardWatch.Pace);
                await Task.Yield();
                total = _frames.Reader.TryRead(out var frame)
                    ? frame.Rows.Single(row => row.Entrant == entrant).Total
                    : total;
            }

            return total;
        }
    }
}
