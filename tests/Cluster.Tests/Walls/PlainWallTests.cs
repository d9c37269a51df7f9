using Ganchao.Contracts.Boards;

namespace Ganchao.Cluster.Tests.Walls;

/// <summary>A wall on a screen that nobody's browser connects to the hub.</summary>
public sealed class PlainWallTests : IAsyncLifetime
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    private SiloDatabase _database = null!;
    private RunningSilo _silo = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        _silo = await RunningSilo.StartAsync(_database);
        await SmallPlant.SetUpAsync(_silo);
        await SmallPlant.AssertEnteredAsync(
            _silo, SmallPlant.Sheet("t07", day: 5), SmallPlant.Entry(SmallPlant.Id(1), value: 12));
        await SmallPlant.AssertEnteredAsync(
            _silo, SmallPlant.Sheet("t08", day: 31), SmallPlant.Entry(SmallPlant.Id(2), value: 30));
    }

    public async ValueTask DisposeAsync()
    {
        await _silo.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task A_page_that_the_server_renders_shows_arrows_and_lines()
    {
        var page = await WaitForAsync(
            () => _silo.Http.GetStringAsync(new Uri($"/wall/{SmallPlant.Board}?lite=1", UriKind.Relative), Stop),
            page => page.Contains("class=\"move level\"", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        Assert.Contains("<path d=\"M0 ", page, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task A_frame_that_is_asked_for_again_and_again_tells_of_the_days_before()
    {
        var frame = await WaitForAsync(
            () => _silo.ReadFrameAsync(SmallPlant.Board),
            frame => frame.Rows.All(row => row.Trend is not null),
            TestContext.Current.CancellationToken);

        Assert.Equal([.. Enumerable.Repeat<decimal?>(12, 14), 12], TrendOf(frame, "t07"));
        Assert.Equal([.. Enumerable.Repeat<decimal?>(null, 13), 30, 30], TrendOf(frame, "t08"));
    }

    private static IEnumerable<decimal?> TrendOf(BoardFrame frame, string team) =>
        frame.Rows.Single(row => row.Entrant == team).Trend!;

    private static async Task<T> WaitForAsync<T>(Func<Task<T>> ask, Func<T, bool> isAsExpected, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Poll);
        for (; ; await timer.WaitForNextTickAsync(stop))
        {
            var answer = await ask();
            if (isAsExpected(answer))
            {
                return answer;
            }
        }
    }
}
