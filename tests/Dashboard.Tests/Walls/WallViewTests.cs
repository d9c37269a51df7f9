using Ganchao.Client.Boards;
using Ganchao.Client.Live;
using Ganchao.Client.Walls;
using Ganchao.Client.Wording;
using Ganchao.Contracts;
using Ganchao.Contracts.Boards;
using Ganchao.Dashboard.Tests.Boards;
using static Ganchao.Dashboard.Tests.Boards.FewBoards;
using static Ganchao.Dashboard.Tests.Boards.PageRendering;

namespace Ganchao.Dashboard.Tests.Walls;

public class WallViewTests
{
    private static readonly BoardRow[] Three =
        [Row("painting", 1, 103.9m), Row("cleaning", 2, 101.8m), Row("cabinets", 2, 101.8m)];

    [Theory]
    [InlineData(nameof(LiveState.Loading), 0, "○ 载入中", "○ loading")]
    [InlineData(nameof(LiveState.Live), 3, "● 实时", "● live")]
    [InlineData(nameof(LiveState.Reconnecting), 20, "▲ 正在重连", "▲ reconnecting")]
    [InlineData(nameof(LiveState.Stale), 42, "▲ 数据已过时 42 秒", "▲ out of date for 42 s")]
    [InlineData(nameof(LiveState.Stale), 80, "▲ 数据已过时 1 分 20 秒", "▲ out of date for 1 min 20 s")]
    [InlineData(nameof(LiveState.Offline), 400, "✕ 已断开 14:05 起", "✕ disconnected since 14:05")]
    public async Task Each_state_has_its_chip_and_keeps_the_rows(string state, int ageSeconds, string chinese, string english)
    {
        foreach (var (language, chip) in new[] { (Language.Chinese, chinese), (Language.English, english) })
        {
            var html = await RenderAsync(View(Three), language, ("StateName", state), ("Age", TimeSpan.FromSeconds(ageSeconds)));

            Assert.Contains($"data-state=\"{state}\"", html);
            Assert.Contains($"|{chip}|", TextOf(html));
            Assert.Contains("painting", html);
        }
    }

    [Fact]
    public async Task After_an_hour_without_news_no_place_is_shown()
    {
        var html = await RenderAsync(View(Three), Language.Chinese, ("StateName", nameof(LiveState.Gone)));

        Assert.Contains("暂无可靠数据", html);
        Assert.DoesNotContain("painting", html);
    }

    [Fact]
    public async Task Equal_totals_share_a_place_and_arrows_say_up_and_down_in_words_too()
    {
        var html = await RenderAsync(
            View(
                Three[0] with { PlaceBefore = 3 },
                Three[1] with { PlaceBefore = 1 },
                Three[2] with { PlaceBefore = 2 }),
            Language.Chinese);

        Assert.Contains("aria-label=\"上升 2 名\">▲2<", html);
        Assert.Contains("aria-label=\"下降 1 名\">▼1<", html);
        Assert.Contains("aria-label=\"名次未变\">—<", html);
        Assert.Equal(2, html.Split(">并列<").Length - 1);
    }

    [Fact]
    public async Task A_long_name_takes_two_lines_and_the_totals_column_is_as_wide_as_the_longest()
    {
        var html = await RenderAsync(
            View(Row("液压支架结构件下料拼装焊接一班", 1, 1386.26m), Row("涂装班", null, 9m) with { Guest = true }),
            Language.Chinese,
            ("Beside", View(Row("works", 1, 226m))));

        Assert.Contains("<span class=\"name long\">液压支架结构件下料拼装焊接一班<", html);
        Assert.Contains("<span class=\"name\">涂装班<", html);
        Assert.Contains("<span class=\"place guest\">不计名次<", html);
        Assert.Contains("--total:4.14;", html);    // 1,386.26
    }

    [Fact]
    public async Task Before_the_first_entry_the_teams_stand_without_places()
    {
        var html = await RenderAsync(View(Row("painting", null, null)), Language.Chinese);

        Assert.Contains("还没有填报。首次填报后显示排名。", html);
        Assert.Contains("<span class=\"place\">—</span>", html);
    }

    [Fact]
    public async Task Every_division_has_its_page_and_the_plants_figures_stand_beside()
    {
        var plant = View(Row("works", 1, 226m) with { Cells = [new BoardCell(226m, 226m, null)] });
        var view = View(Row("a", 1, 2m, "hot"), Row("b", 1, 3m, "cold"));
        view = view with { Frame = view.Frame with { Divisions = [new BoardDivision("hot", new Names("热加工组", "Hot work"))] } };

        var html = await RenderAsync(view, Language.Chinese, ("Beside", plant));

        Assert.Contains(">热加工组</h2>", html);
        Assert.Equal(2, html.Split("<section class=\"page\"").Length - 1);
        Assert.Contains("<b>226.00</b>", html);
        Assert.Contains("--cycle:40s", html);
    }

    [Fact]
    public void A_long_division_keeps_its_first_three_on_every_page()
    {
        var rows = Enumerable.Range(1, 12).Select(place => Row($"t{place}", place, 100 - place)).ToArray();

        var pages = WallPages.Of(View(rows).Frame, rowsPerPage: 8);

        Assert.Equal(
            ["t1 t2 t3 t4 t5 t6 t7 t8", "t1 t2 t3 t9 t10 t11 t12"],
            pages.Select(page => string.Join(' ', page.Rows.Select(row => row.Entrant))));
    }

    [Theory]
    [InlineData(null, 8)]
    [InlineData(1, 5)]
    [InlineData(30, 12)]
    [InlineData(6, 6)]
    public void A_page_holds_no_more_rows_than_can_be_read(int? asked, int rows) =>
        Assert.Equal(rows, WallSettings.RowsWithin(asked));

    [Fact]
    public void All_trends_of_a_board_share_one_scale_and_a_gap_stays_a_gap()
    {
        BoardRow[] rows = [Row("a", 1, 20m) with { Trend = [10m, null, 20m] }, Row("b", 2, 0m) with { Trend = [0m, 0m, 0m] }];

        var scale = TrendScale.Of(rows);

        Assert.Equal("M0 15M100 3", scale.Path(rows[0].Trend));
        Assert.Equal("M0 27L50 27L100 27", scale.Path(rows[1].Trend));
        Assert.Equal("", scale.Path(null));
    }

    [Fact]
    public async Task Lines_begin_on_the_first_day_that_anybody_has_and_there_are_none_before_the_second()
    {
        var one = Row("a", 1, 20m) with { Trend = [null, null, 20m] };
        var two = Row("b", 2, 10m) with { Trend = [null, 10m, 10m] };

        Assert.Equal("M0 27L100 27", TrendScale.Of([one, two]).Path(two.Trend));
        Assert.Equal("M100 3", TrendScale.Of([one, two]).Path(one.Trend));
        Assert.Contains("--trend:22vh", await RenderAsync(View(one, two), Language.Chinese));
        Assert.Contains("--trend:0vh", await RenderAsync(View(one), Language.Chinese));
    }

    private static Task<string> RenderAsync(BoardView view, Language language, params (string, object?)[] parameters) =>
        new PageRendering(new FewBoards(), language).RenderAsync<WallView>([("View", view), .. parameters]);
}
