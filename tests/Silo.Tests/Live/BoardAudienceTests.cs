using Ganchao.Contracts.Boards;
using Ganchao.Silo.Live;
using Microsoft.Extensions.Time.Testing;
using static Ganchao.Silo.Tests.Live.LookingOn;

namespace Ganchao.Silo.Tests.Live;

/// <summary>How frames are paced out to the viewers of a board.</summary>
public class BoardAudienceTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _sent = [];
    private TaskCompletionSource? _line;

    [Fact]
    public void The_first_change_after_quiet_goes_out_at_once_and_a_burst_is_one_frame_an_interval()
    {
        var audience = Audience(out _);
        audience.Send(Frame(1));

        Assert.Equal(TimeSpan.FromSeconds(1), audience.WaitFor(Frame(2)));

        _time.Advance(TimeSpan.FromMilliseconds(400));

        Assert.Equal(TimeSpan.FromMilliseconds(600), audience.WaitFor(Frame(3)));

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.Zero, audience.WaitFor(Frame(4)));
        Assert.Null(audience.WaitFor(Frame(1)));
    }

    [Fact]
    public void A_viewer_gets_the_whole_board_first_and_then_what_changed()
    {
        var audience = Audience(out _);

        audience.Send(Frame(1));
        audience.Send(Frame(2));
        audience.Send(Frame(3));

        Assert.Equal(["Frame 1", "Delta 1-2", "Delta 2-3"], _sent);
    }

    [Fact]
    public void Whoever_joins_later_gets_what_the_others_hold()
    {
        var audience = Audience(out _);
        audience.Send(Frame(1));
        var late = Viewer("late");
        audience.Add(late);

        audience.CatchUp(late, Frame(2));
        audience.Send(Frame(2));

        Assert.Equal(["Frame 1", "Frame 1", "Delta 1-2", "Delta 1-2"], _sent);
    }

    [Fact]
    public void Nothing_is_queued_for_a_slow_viewer_which_then_gets_the_latest()
    {
        var audience = Audience(out var slow);
        _line = new TaskCompletionSource();
        audience.Send(Frame(1));

        Assert.Equal([slow], audience.Send(Frame(2)));
        Assert.Equal([slow], audience.Send(Frame(3)));
        audience.Beat(Beat(3));
        _line.SetResult();
        _line = null;
        audience.CatchUp(slow, Frame(3));

        Assert.Equal(["Frame 1", "Frame 3"], _sent);
    }

    [Fact]
    public void A_heartbeat_names_the_frame_that_this_audience_holds()
    {
        var audience = Audience(out _);
        audience.Send(Frame(1));

        audience.Beat(Beat(2));

        Assert.Equal("Heartbeat 1", _sent[^1]);
    }

    [Fact]
    public void Whoever_asks_again_gets_the_whole_board()
    {
        var audience = Audience(out var viewer);
        audience.Send(Frame(1));

        audience.CatchUp(audience.Refresh(viewer.Connection)!, Frame(1));

        Assert.Equal(["Frame 1", "Frame 1"], _sent);
    }

    private BoardAudience Audience(out BoardViewer viewer)
    {
        var audience = new BoardAudience(ViewerKind.Wall, TimeSpan.FromSeconds(1), _time);
        viewer = Viewer("first");
        audience.Add(viewer);
        return audience;
    }

    private BoardViewer Viewer(string connection) => new(connection, ViewerKind.Wall, (message, _) =>
    {
        _sent.Add(Said(message));
        return _line is null ? ValueTask.CompletedTask : new ValueTask(_line.Task);
    });

    private static BoardHeartbeat Beat(long seq) => new("main/quarter/m1", 1, seq, DateTimeOffset.UnixEpoch, "build");
}
