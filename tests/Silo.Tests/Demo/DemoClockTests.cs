using Ganchao.Silo.Demo;
using Microsoft.Extensions.Time.Testing;

namespace Ganchao.Silo.Tests.Demo;

public sealed class DemoClockTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_clock_stands_where_it_is_held_and_then_runs_480_times_as_fast()
    {
        var host = new FakeTimeProvider();
        var clock = new DemoClock(host, 480);
        clock.Hold(Monday);
        host.Advance(TimeSpan.FromSeconds(5));
        var held = clock.GetUtcNow();

        clock.Run();
        host.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Monday, held);
        Assert.Equal(Monday.AddHours(8), clock.GetUtcNow());
    }
}
