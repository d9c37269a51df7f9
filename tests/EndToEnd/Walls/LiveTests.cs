using System.Diagnostics;

namespace Ganchao.EndToEnd.Walls;

/// <summary>What a wall promises: it moves at once, and it never claims more than it knows.</summary>
public class LiveTests(Browsing browsing)
{
    private static readonly TimeSpan OneSecond = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task An_entry_moves_the_wall_within_a_second_and_without_loading_it_again()
    {
        await using var context = await browsing.OpenAsync();
        var wall = await OpenWall.OpenAsync(await context.NewPageAsync(), browsing.Plant.Wall);
        await wall.WaitForAsync("Live");
        await wall.MarkAsync();
        var seen = wall.WaitForTotalAsync(HallPlant.NameOf(29).Zh, "1,071");

        var posted = Stopwatch.GetTimestamp();
        await browsing.Plant.EnterAsync(team: 29, tonnes: 1000);
        await seen;
        var passed = Stopwatch.GetElapsedTime(posted);

        Assert.True(passed <= OneSecond, $"It took {passed.TotalMilliseconds:0} ms.");
        Assert.True(await wall.IsMarkedAsync());
    }

    [Fact]
    public async Task All_rows_are_there_without_scripts()
    {
        await using var context = await browsing.OpenAsync(new() { JavaScriptEnabled = false });
        var wall = await OpenWall.OpenAsync(await context.NewPageAsync(), browsing.Plant.Wall);

        Assert.All(
            Enumerable.Range(1, HallPlant.Teams),
            team => Assert.Contains(HallPlant.NameOf(team).Zh, wall.Page.ContentAsync().Result, StringComparison.Ordinal));
        Assert.Equal("Loading", await wall.StateAsync());
    }
}
