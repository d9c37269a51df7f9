using System.Diagnostics;

namespace Ganchao.EndToEnd.Walls;

/// <summary>A wall moves at once, and comes back by itself from whatever befalls its server.</summary>
public class LiveTests(Browsing browsing)
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StaleWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task An_entry_moves_the_wall_within_a_second_and_without_loading_it_again()
    {
        await using var context = await browsing.OpenAsync();
        var wall = await OpenWall.OpenAsync(await context.NewPageAsync(), RunningPlant.Wall);
        await wall.WaitForAsync("Live");
        await wall.MarkAsync();
        var seen = wall.WaitForTotalAsync(team: 29, 1_071);

        var posted = Stopwatch.GetTimestamp();
        await browsing.Plant.EnterAsync(team: 29, tonnes: 1000);
        await seen;
        var passed = Stopwatch.GetElapsedTime(posted);

        Assert.True(passed <= OneSecond, $"It took {passed.TotalMilliseconds:0} ms.");
        Assert.True(await wall.IsMarkedAsync());
    }

    [Fact]
    public async Task After_a_kill_the_wall_comes_back_by_itself_with_what_was_acknowledged()
    {
        await using var plant = await RunningPlant.StartAsync();
        await using var context = await browsing.OpenAsync(plant: plant);
        var wall = await OpenWall.OpenAsync(await context.NewPageAsync(), RunningPlant.Wall);
        await wall.WaitForAsync("Live");
        await wall.MarkAsync();

        await plant.EnterAsync(team: 5, tonnes: 1000);
        await plant.KillAsync();
        await wall.WaitForAsync("Reconnecting");
        var started = Stopwatch.GetTimestamp();
        await plant.LaunchAsync();
        await wall.WaitForAsync("Live");
        await wall.WaitForTotalAsync(team: 5, 1_095);
        var passed = Stopwatch.GetElapsedTime(started);

        Assert.True(passed <= BackWithin, $"It took {passed.TotalSeconds:0.0} s.");
        Assert.True(await wall.IsMarkedAsync());
    }

    [Fact]
    public async Task A_frozen_server_makes_every_block_stale_and_all_heals_when_it_goes_on()
    {
        await using var plant = await RunningPlant.StartAsync();
        await using var context = await browsing.OpenAsync(plant: plant);
        var wall = await OpenWall.OpenAsync(await context.NewPageAsync(), RunningPlant.Wall);
        await wall.WaitForAsync("Live");
        await wall.MarkAsync();
        Assert.Equal(["solid"], await wall.BordersAsync());

        await plant.FreezeAsync();
        await wall.WaitForAsync("Stale", StaleWithin);

        Assert.Equal(["dashed"], await wall.BordersAsync());
        Assert.Equal(5, await wall.BlocksAsync());    // head, ranking, two figures of the plant, foot
        Assert.StartsWith("▲ 数据已过时", await wall.Chip.InnerTextAsync(), StringComparison.Ordinal);

        await plant.ThawAsync();
        await wall.WaitForAsync("Live", BackWithin);

        Assert.Equal(["solid"], await wall.BordersAsync());
        Assert.True(await wall.IsMarkedAsync());
    }
}
