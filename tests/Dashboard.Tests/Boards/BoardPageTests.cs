using Ganchao.Client.Boards;
using Ganchao.Client.Wording;
using Ganchao.Contracts;
using Ganchao.Contracts.Boards;
using Ganchao.Dashboard.Boards;
using Microsoft.AspNetCore.Http;
using static Ganchao.Dashboard.Tests.Boards.FewBoards;
using static Ganchao.Dashboard.Tests.Boards.PageRendering;

namespace Ganchao.Dashboard.Tests.Boards;

public class BoardPageTests
{
    [Fact]
    public async Task Equal_totals_share_a_place_and_the_next_place_is_left_out()
    {
        var html = await RenderAsync(
            View(Row("涂装班", 1, 103.9m), Row("清理班", 2, 101.8m), Row("盘柜班", 2, 101.8m), Row("铸球班", 4, 98m)));

        Assert.Equal(
            ["名次|参赛者|产量|总分", "1|涂装班|103.9|103.9", "2 并列|清理班|101.8|101.8",
             "2 并列|盘柜班|101.8|101.8", "4|铸球班|98.0|98.0"],
            RowsOf(html));
    }

    [Fact]
    public async Task A_tie_is_one_of_the_same_division()
    {
        var html = await RenderAsync(View(Row("熔炼班", 1, 90m, "热加工组"), Row("车工班", 1, 95m, "冷加工组")));

        Assert.DoesNotContain("并列", html);
        Assert.Contains("<caption>热加工组</caption>", html);
        Assert.Contains("<caption>冷加工组</caption>", html);
    }

    [Fact]
    public async Task Missing_is_not_zero_and_says_why_where_it_is_known()
    {
        var refused = Row("涂装班", null, null) with { Cells = [new BoardCell(null, null, "Refused")] };
        var waiting = Row("清理班", null, null) with { Cells = [new BoardCell(null, null, "待财务")] };
        var guest = Row("客队", null, 0m) with { Guest = true };

        var html = await RenderAsync(View(Row("盘柜班", 1, -1234.5m), refused, waiting, guest));

        Assert.Equal(
            ["1|盘柜班|−1,234.5|−1,234.5", "—|涂装班|不予认定|—", "—|清理班|待财务|—", "不计名次|客队|0.0|0.0"],
            RowsOf(html).Skip(1));
    }

    [Fact]
    public async Task A_figure_that_no_formula_makes_points_of_stands_there_in_its_unit()
    {
        var view = View(Row("机械厂", 1, 2_132_949m));
        view = view with { Frame = view.Frame with { Columns = [new("value", new Names("产值"), "元", 2, 2, IsValue: true)] } };

        Assert.Equal(["1|机械厂|213.29\u2009万元|2,132,949"], RowsOf(await RenderAsync(view)).Skip(1));
    }

    [Fact]
    public async Task Grades_and_awards_stand_beside_the_total_with_money_in_yuan_and_what_is_not_decided_says_why()
    {
        var view = View(
            Row("涂装班", 1, 96m) with { Grade = new("four"), Awards = [new("prize", 1200.5m), new("flag")] },
            Row("清理班", 2, 80m) with { Grade = new("four", Mark: "Held"), Awards = [new("prize", -300m, "Held")] },
            Row("盘柜班", null, null) with { Grade = new("", Mark: "Missing"), Awards = [new("prize", Mark: "NotDecided")] },
            Row("铸球班", 4, 10m));
        view = view with
        {
            Frame = view.Frame with
            {
                Grades = [new("four", new Names("四星", "Four stars"))],
                Awards = [new("prize", new Names("名次奖", "Prize")), new("flag", new Names("流动红旗", "Red flag"))],
            },
        };

        Assert.Equal(
            ["名次|参赛者|产量|总分|等级|奖项", "1|涂装班|96.0|96|四星|名次奖 1,200.5\u2009元|流动红旗",
             "2|清理班|80.0|80|四星 · 暂缓|名次奖 −300\u2009元 · 暂缓", "—|盘柜班|—|—|未填报|名次奖 · 尚未评定", "4|铸球班|10.0|10"],
            RowsOf(await RenderAsync(view)));
    }

    [Fact]
    public async Task Points_that_stand_in_for_others_are_marked_and_a_legend_says_what_they_wait_for()
    {
        var waiting = Row("涂装班", 1, 20m) with { Cells = [new BoardCell(null, 20m, "待财务")] };

        var html = await RenderAsync(View(waiting, Row("清理班", 2, 10m)));
        var english = await RenderAsync(View(waiting), Language.English);

        Assert.Equal(["1|涂装班|◇|待财务|20.0|20", "2|清理班|10.0|10"], RowsOf(html).Skip(1));
        Assert.Contains("<p class=\"legend\">◇ 产量 待财务</p>", html);
        Assert.Contains("<p class=\"legend\">◇ Output awaits finance</p>", english);
        Assert.DoesNotContain("legend", await RenderAsync(View(Row("清理班", 2, 10m))));
    }

    [Fact]
    public async Task The_page_says_provisional_as_of_when_and_by_which_rulebook()
    {
        var text = TextOf(await RenderAsync(View(Row("涂装班", 1, 90m))));

        Assert.Contains("◇ 暂计", text);
        Assert.Contains("截至|2026年7月3日", text);
        Assert.Contains("更新于|14:05:03", text);    // the plant's clock, not UTC
        Assert.Contains("竞赛办法|3fa94c1d", text);
    }

    [Fact]
    public async Task Before_the_first_entry_the_teams_stand_without_places()
    {
        var html = await RenderAsync(View(Row("涂装班", null, null), Row("清理班", null, null)));

        Assert.Contains("还没有填报。首次填报后显示排名。", html);
        Assert.Equal(["—|涂装班|—|—", "—|清理班|—|—"], RowsOf(html).Skip(1));
    }

    [Theory]
    [InlineData("main", "quarter", "m9")]
    [InlineData("main", "no such id", "m1")]
    public async Task An_unknown_board_is_not_found(string plant, string competition, string stage)
    {
        var page = new PageRendering(new FewBoards());

        await page.RenderAsync<BoardPage>(("Plant", plant), ("Competition", competition), ("Stage", stage));

        Assert.True(page.WasNotFound);
    }

    [Fact]
    public async Task A_board_that_cannot_be_read_says_so_and_that_nothing_is_lost()
    {
        var page = new PageRendering(new FewBoards { Problem = new IOException("disk") });

        var html = await page.RenderAsync<BoardPage>(
            ("Plant", "main"), ("Competition", "quarter"), ("Stage", "m1"));

        Assert.Contains("暂时读不到数据", html);
        Assert.Contains("href=\"/board/main/quarter/m1\"", html);
        Assert.DoesNotContain("disk", html);
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, page.Http.Response.StatusCode);
    }

    [Fact]
    public async Task The_list_links_to_each_board_or_says_that_there_is_none()
    {
        var boards = new FewBoards();
        Assert.Contains("还没有成绩榜", await new PageRendering(boards).RenderAsync<BoardListPage>());

        boards.Views.Add(View());
        var html = await new PageRendering(boards).RenderAsync<BoardListPage>();

        Assert.Contains("<a href=\"/board/main/quarter/m1\">班组季度赛 · 七月</a>", html);
    }

    [Fact]
    public async Task English_readers_get_English_names_where_there_are_any()
    {
        var row = Row("painting", 1, 90m) with { Names = new Names("涂装班", "Painting") };

        var html = await RenderAsync(View(row, Row("清理班", 2, 80m)), Language.English);

        Assert.Equal(
            ["Place|Entrant|Output|Total", "1|Painting|90.0|90", "2|清理班|80.0|80"],
            RowsOf(html));
        Assert.Contains("As of|3 July 2026", TextOf(html));
    }

    private static Task<string> RenderAsync(BoardView view, Language language = Language.Chinese)
    {
        var boards = new FewBoards();
        boards.Views.Add(view);
        return new PageRendering(boards, language).RenderAsync<BoardPage>(
            ("Plant", "main"), ("Competition", "quarter"), ("Stage", "m1"));
    }
}
