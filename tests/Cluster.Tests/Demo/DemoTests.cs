using Ganchao.Cluster.Tests.Goldens;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Demo.Diary;
using Ganchao.Silo.Demo.Season;
using Ganchao.Silo.Demo.Tables;

namespace Ganchao.Cluster.Tests.Demo;

public sealed class DemoTests
{
    private const int SomewhereInHistory = 2_000;

    private static readonly string[] Indicators = ["progress", "quality", "cost", "safety", "site", "ideas"];

    [Fact]
    public async Task The_demo_killed_while_it_writes_its_history_goes_on_and_month_1_is_the_table()
    {
        await using var play = new DemoPlay();
        await using (var killed = play.Start(DemoPlay.Slow))
        {
            await play.UntilStoredAsync(SomewhereInHistory);
            await killed.KillAsync();
        }

        await using var silo = await play.StartReadyAsync(DemoPlay.Slow);

        Assert.DoesNotContain("was refused", silo.Log, StringComparison.Ordinal);
        var (stored, expected) = play.Count();
        Assert.Equal(expected, stored);
        AssertIsTheTable(await silo.ReadFrameAsync(play.Season.Month(1).Board.ToString()));
        await AssertFinanceIsAwaitedAsync(silo, play.Season.Month(2));
        await AssertSafeDaysAsync(silo, play.Season);
        await AssertStatisticsAsync(silo);
        await AssertKeyProjectsAsync(silo, play.Season);
        await AssertTeamProjectsAsync(silo, play.Season);
        await silo.AssertRecountIsEqualAsync(play.Season.Month(3).Board.ToString());
        await silo.StopAsync();
        await Commands.AssertNothingIsWrongAsync(play.Database);
    }

    [Fact]
    public async Task Shifts_that_report_live_move_the_running_board_and_a_restart_neither_repeats_nor_loses_any()
    {
        await using var play = new DemoPlay();
        BoardFrame before;
        await using (var fast = await play.StartReadyAsync(DemoPlay.Fast))
        {
            before = await fast.ReadFrameAsync(play.Season.Month(3).Board.ToString());
            await play.UntilDoneAsync(DemoSeason.At(play.Season.Day(2), new TimeOnly(12, 0)));
            await fast.KillAsync();
        }

        await using (var again = await play.StartReadyAsync(DemoPlay.Fast))
        {
            await play.UntilDoneAsync(DemoSeason.At(play.Season.Day(4), new TimeOnly(12, 0)));
            await again.StopAsync();
        }

        await using var silo = await play.StartReadyAsync(DemoPlay.Slow);
        await play.UntilSteadyAsync();

        var board = play.Season.Month(3).Board.ToString();
        await silo.AssertRecountIsEqualAsync(board);
        var after = await silo.ReadFrameAsync(board);
        Assert.NotEqual(Api.RowsOf(before), Api.RowsOf(after));
        Assert.Contains("轻伤", after.Rows.Single(row => row.Entrant == "cutting-2").Gates);
        Assert.NotEqual(
            BoardMode.Current, (await silo.ReadFrameAsync(play.Season.Month(2).Board.ToString())).Mode);
        await silo.StopAsync();
        var (stored, expected) = play.Count();
        Assert.Equal(expected, stored);
        await Commands.AssertNothingIsWrongAsync(play.Database);
    }

    private static async Task AssertStatisticsAsync(RunningSilo silo)
    {
        var page = await silo.Http.GetStringAsync("/statistics?lang=zh");
        string[] registered = ["42 项", "1,386.26", "1,094.62", "129 项", "1,026.80", "956.43"];
        Assert.All(registered, figure => Assert.Contains(figure, page));
    }

    private static void AssertIsTheTable(BoardFrame frame)
    {
        Assert.Equal(BoardMode.Final, frame.Mode);
        var table = GoldenFile.Read(Path.Combine(AppContext.BaseDirectory, "Demo", "month-1-points.csv"));
        Assert.Equal(table.Count, frame.Rows.Count);
        foreach (var expected in table)
        {
            var row = frame.Rows.Single(row => row.Entrant == expected["team"]);
            Assert.Equal(GoldenFile.Figure(expected["place"]), row.Place);
            Assert.Equal(GoldenFile.Figure(expected["total"]), row.Total);
            Assert.Equal(
                Indicators.Select(indicator => GoldenFile.Figure(expected[indicator])),
                row.Cells.Select(cell => cell.Points!.Value));
            Assert.True(row.Eligible);
            Assert.Equal(row.Place == 1 ? ["流动红旗"] : [], row.Awards.Select(award => award.Id));
        }
    }

    private static async Task AssertFinanceIsAwaitedAsync(RunningSilo silo, DemoMonth month)
    {
        var frame = await silo.ReadFrameAsync(month.Board.ToString());

        Assert.Equal(BoardMode.Current, frame.Mode);
        Assert.Equal(["财务科"], frame.Waiting.Select(department => department.Zh));
    }

    // 30 points for the schedule, two less for each day by which a milestone was late.
    private static async Task AssertKeyProjectsAsync(RunningSilo silo, DemoSeason season)
    {
        var board = BoardOf(ProjectContests.KeyProjects, season);
        var frame = await silo.ReadFrameAsync(board);
        var (casting, due) = Milestones.Of(season)[1];
        var late = Milestones.ReachedOn("ZD-05", casting, due).DayNumber - due.DayNumber;

        Assert.Equal(7, frame.Rows.Count);
        AssertAddsUp(frame, [30, 20, 20, 15, 15]);
        Assert.InRange(late, 3, 5);
        Assert.Equal(late, RowOf(frame, "ZD", "05", season).Cells[0].Value);
        Assert.Equal(30m - (2 * late), RowOf(frame, "ZD", "05", season).Cells[0].Points);
        Assert.Equal(30m, RowOf(frame, "ZD", "02", season).Cells[0].Points);
        await silo.AssertRecountIsEqualAsync(board);
    }

    // 40 points times pieces made ÷ pieces planned for the shifts that have ended, each figure rounded to a tenth.
    private static async Task AssertTeamProjectsAsync(RunningSilo silo, DemoSeason season)
    {
        var board = BoardOf(ProjectContests.TeamProjects, season);
        var frame = await silo.ReadFrameAsync(board);
        var project = DemoPlant.Instance.Projects.Single(project => project.No == "BZ-02");
        var team = DemoPlant.Instance.Teams.Single(team => team.Id == project.Team);
        var production = new Production(season);
        var running = season.Month(DemoMonth.PerQuarter).WorkingDays;
        var ended = running.Where(day => day < season.FirstDay).ToArray();
        var made = project.Pieces[0] + project.Pieces[1] + ended.Sum(day => production.Of(team, day)
            .Where(line => line.Product == project.Product).Sum(line => line.Pieces));
        var planned = project.Pieces[0] + project.Pieces[1] + (project.Pieces[2] * (decimal)ended.Length / running.Length);
        var percent = decimal.Round(made / planned * 100, 1, MidpointRounding.AwayFromZero);

        Assert.Equal(8, frame.Rows.Count);
        AssertAddsUp(frame, [40, 30, 20, 10]);
        Assert.Equal(percent, RowOf(frame, "BZ", "02", season).Cells[0].Value);
        Assert.Equal(
            Math.Min(40, decimal.Round(40 * percent / 100, 1, MidpointRounding.AwayFromZero)),
            RowOf(frame, "BZ", "02", season).Cells[0].Points);
        await silo.AssertRecountIsEqualAsync(board);
    }

    private static string BoardOf(CompetitionId contest, DemoSeason season) =>
        $"{DemoPlay.Plant}/{contest}/{season.Month(1).QuarterName}";

    private static BoardRow RowOf(BoardFrame frame, string level, string number, DemoSeason season) =>
        frame.Rows.Single(row => row.Entrant == $"{level}-{season.Month(1).QuarterName}-{number}");

    private static void AssertAddsUp(BoardFrame frame, decimal[] bases) => Assert.All(frame.Rows, row =>
    {
        Assert.Equal(row.Total, row.Cells.Sum(cell => cell.Points));
        Assert.All(row.Cells.Zip(bases), cell => Assert.InRange(cell.First.Points!.Value, 0, cell.Second));
    });

    private static async Task AssertSafeDaysAsync(RunningSilo silo, DemoSeason season)
    {
        var frame = await silo.ReadFrameAsync($"{DemoPlay.Plant}/plant/{season.Month(1).QuarterName}");

        Assert.Equal([226m, 2_226m], Assert.Single(frame.Rows).Cells.Take(2).Select(cell => cell.Value!.Value));
    }
}
