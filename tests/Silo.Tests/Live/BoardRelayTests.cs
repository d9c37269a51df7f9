using Ganchao.Contracts.Boards;
using Ganchao.Grains;
using Ganchao.Silo.Live;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using static Ganchao.Silo.Tests.Live.LookingOn;

namespace Ganchao.Silo.Tests.Live;

/// <summary>A board is watched while somebody looks at it, once however many they are.</summary>
public sealed class BoardRelayTests : IAsyncLifetime
{
    private static readonly BoardId Board = BoardId.Parse("main/quarter/m1");
    private static readonly BoardId Other = BoardId.Parse("main/quarter/m2");

    private readonly FewStandings _standings = FewStandings.Make();
    private readonly LookingOn _first = new("first", ViewerKind.Live);
    private readonly LookingOn _second = new("second", ViewerKind.Wall);
    private readonly BoardRelay _relay;

    public BoardRelayTests()
    {
        var time = new FakeTimeProvider();
        _relay = new BoardRelay(_standings.Factory, new PlantClock(time), time, NullLogger<BoardRelay>.Instance);
        Standing.Frame = Frame(1);
        OtherStanding.Frame = Frame(7);
    }

    private OneStanding Standing => _standings[Board.ToString()];

    private OneStanding OtherStanding => _standings[Other.ToString()];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _relay.DisposeAsync();

    [Fact]
    public async Task All_viewers_of_a_board_share_one_watch()
    {
        _relay.Join(Board, _first.Viewer);
        _relay.Join(Board, _second.Viewer);

        Assert.Equal("Frame 1", await _first.NextAsync());
        Assert.Equal("Frame 1", await _second.NextAsync());
        Assert.Single(Standing.Observers);
        Assert.Empty(OtherStanding.Observers);
    }

    [Fact]
    public async Task When_the_last_viewer_leaves_the_watch_ends_and_the_next_one_begins_another()
    {
        _relay.Join(Board, _first.Viewer);
        _relay.Join(Board, _second.Viewer);
        await _first.NextAsync();

        _relay.Leave("first");
        Assert.False(Standing.Unwatched.IsCompleted);
        _relay.Leave("second");
        await Standing.Unwatched;

        var third = new LookingOn("third", ViewerKind.Live);
        _relay.Join(Board, third.Viewer);

        Assert.Equal("Frame 1", await third.NextAsync());
    }

    [Fact]
    public async Task Whoever_asks_again_is_answered_by_the_own_board()
    {
        _relay.Join(Board, _first.Viewer);
        _relay.Join(Other, _second.Viewer);
        await _first.NextAsync();
        Assert.Equal("Frame 7", await _second.NextAsync());

        _relay.Refresh("first");

        var next = await _first.NextAsync();
        Assert.Equal("Frame 1", next.StartsWith("Heartbeat", StringComparison.Ordinal) ? await _first.NextAsync() : next);
        Assert.DoesNotContain("Frame", _second.Heard() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Connections_that_nobody_knows_are_passed_over()
    {
        _relay.Leave("nobody");
        _relay.Refresh("nobody");

        Assert.Empty(Standing.Observers);
    }

    [Fact]
    public async Task When_the_silo_ends_all_standings_are_let_go()
    {
        _relay.Join(Board, _first.Viewer);
        _relay.Join(Other, _second.Viewer);
        await Task.WhenAll(Standing.Watched, OtherStanding.Watched);

        await _relay.DisposeAsync();

        Assert.Empty(Standing.Observers);
        Assert.Empty(OtherStanding.Observers);
    }
}
