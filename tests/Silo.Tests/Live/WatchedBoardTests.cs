using Ganchao.Contracts.Boards;
using Ganchao.Grains;
using Ganchao.Grains.Interfaces.Boards;
using Ganchao.Silo.Live;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static Ganchao.Silo.Tests.Live.LookingOn;

namespace Ganchao.Silo.Tests.Live;

/// <summary>How a silo keeps hold of a standing, and what its viewers hear meanwhile.</summary>
public sealed class WatchedBoardTests : IAsyncLifetime
{
    private const string Board = "main/quarter/m1";

    private readonly FakeTimeProvider _time = new();
    private readonly FewStandings _standings = FewStandings.Make();
    private readonly LookingOn _viewer = new("first", ViewerKind.Live);
    private readonly WatchedBoard _watched;

    public WatchedBoardTests() => _watched = Watched();

    private OneStanding Standing => _standings[Board];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _watched.DisposeAsync();

    [Fact]
    public async Task A_viewer_gets_the_board_then_what_changes_and_between_that_it_is_watched_over()
    {
        Standing.Frame = Frame(1);
        await StartAsync();
        Assert.Equal("Frame 1", await _viewer.NextAsync());

        _time.Advance(TimeSpan.FromSeconds(1));
        await _watched.Moved(Frame(2));

        Assert.Equal("Delta 1-2", await NextChangeAsync());
        Assert.Equal("Heartbeat 2", await NextAfterRenewalAsync());
    }

    [Fact]
    public async Task A_change_that_came_soon_after_another_waits_for_its_pace()
    {
        Standing.Frame = Frame(1);
        await StartAsync();
        await _viewer.NextAsync();

        await _watched.Moved(Frame(2));
        await _watched.Moved(Frame(3));

        Assert.Equal("Delta 1-3", await NextChangeAsync(TimeSpan.FromMilliseconds(20)));
    }

    [Fact]
    public async Task A_change_that_was_lost_comes_with_the_next_asking()
    {
        Standing.Frame = Frame(1);
        await StartAsync();
        await _viewer.NextAsync();

        Standing.Frame = Frame(4);

        Assert.Equal("Delta 1-4", await NextChangeAsync(BoardWatch.Renewal));
    }

    [Fact]
    public async Task An_older_frame_than_the_last_changes_nothing()
    {
        Standing.Frame = Frame(5);
        await StartAsync();
        await _viewer.NextAsync();

        _time.Advance(TimeSpan.FromSeconds(1));
        await _watched.Moved(Frame(4));
        await _watched.Moved(Frame(6));

        Assert.Equal("Delta 5-6", await NextChangeAsync());
    }

    [Fact]
    public async Task Whoever_asks_again_gets_the_whole_board_at_once()
    {
        Standing.Frame = Frame(1);
        await StartAsync();
        await _viewer.NextAsync();

        _watched.Refresh("first");

        Assert.Equal("Frame 1", await NextChangeAsync());
    }

    [Fact]
    public async Task While_the_standing_does_not_answer_nobody_is_told_that_the_board_is_watched_over()
    {
        Standing.Frame = Frame(1);
        await StartAsync();
        await _viewer.NextAsync();
        await NextAfterRenewalAsync();
        Standing.Problem = new TimeoutException();
        var asked = Standing.Watches;

        await AdvanceUntilAsync(() => Standing.Watches >= asked + 3);
        while (_viewer.Heard() is not null)
        {
            // What was on its way before the standing fell silent.
        }

        await AdvanceUntilAsync(() => Standing.Watches >= asked + 6);
        Assert.Null(_viewer.Heard());
        Standing.Problem = null;
        Assert.Equal("Heartbeat 1", await NextAfterRenewalAsync());
    }

    [Fact]
    public async Task A_board_that_is_not_there_is_said_so_and_one_that_comes_to_be_is_shown()
    {
        await StartAsync();
        Assert.Equal(nameof(IBoardClient.NoBoard), await NextAfterRenewalAsync());

        Standing.Frame = Frame(1);

        var next = nameof(IBoardClient.NoBoard);
        while (next == nameof(IBoardClient.NoBoard))
        {
            next = await NextAfterRenewalAsync();
        }

        Assert.Equal("Frame 1", next);
    }

    [Fact]
    public async Task Whoever_has_left_hears_nothing_more()
    {
        var other = new LookingOn("other", ViewerKind.Live);
        Standing.Frame = Frame(1);
        await StartAsync();
        _watched.Join(other.Viewer);
        await _viewer.NextAsync();
        Assert.Equal("Frame 1", await other.NextAsync());

        _watched.Leave("other");
        _time.Advance(TimeSpan.FromSeconds(1));
        await _watched.Moved(Frame(2));
        Assert.Equal("Delta 1-2", await NextChangeAsync());

        Assert.DoesNotContain("Delta", other.Heard() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_ends_it_lets_go_of_the_standing()
    {
        var watched = Watched();
        watched.Start();
        await Standing.Watched;
        Assert.Single(Standing.Observers);

        await watched.DisposeAsync();

        Assert.Empty(Standing.Observers);
    }

    private WatchedBoard Watched() => new(
        BoardId.Parse(Board), _standings.Factory, new PlantClock(_time), _time, "build", NullLogger.Instance);

    private async Task StartAsync()
    {
        _watched.Join(_viewer.Viewer);
        _watched.Start();
        await Standing.Watched;
    }

    private Task<string> NextAfterRenewalAsync() => _viewer.NextAsync(_time, BoardWatch.Renewal);

    // Heartbeats of renewals that fall in between are passed over.
    private async Task<string> NextChangeAsync(TimeSpan? step = null)
    {
        string next;
        do
        {
            next = step is { } advance ? await _viewer.NextAsync(_time, advance) : await _viewer.NextAsync();
        }
        while (next.StartsWith("Heartbeat", StringComparison.Ordinal));

        return next;
    }

    private async Task AdvanceUntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            _time.Advance(BoardWatch.Renewal);
            await Task.Yield();
        }
    }
}
