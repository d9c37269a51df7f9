using Ganchao.Client.Wording;
using Ganchao.Contracts.Boards;
using Ganchao.Dashboard.Explanations;
using Ganchao.Dashboard.Tests.Boards;
using Microsoft.Extensions.DependencyInjection;
using static Ganchao.Dashboard.Tests.Boards.PageRendering;

namespace Ganchao.Dashboard.Tests.Explanations;

public class ExplanationPageTests
{
    [Fact]
    public async Task The_total_opens_down_to_the_entries_with_formula_numbers_and_note()
    {
        var html = await RenderAsync(boards => new FewExplanations(boards));

        var text = TextOf(html);
        Assert.Contains("进度 得分|37|算式|base + min(step(value - 100, 1, 0.5), 3)|代入|35 + min(step(104.5 - 100, 1, 0.5), 3) = 37", text);
        Assert.Contains("代入|104.5 / 100 * 100 = 104.5", text);
        Assert.Contains("每满一档|2|", text);
        Assert.Contains("4 个整档", text);
        Assert.Contains("产量 · 合计|104.5|", text);
        Assert.Contains("2026年7月1日|树脂砂班 白班|完成量|52.25|班长|补报|7月3日 07:30", text);
        Assert.Contains("href=\"/entry/history/main/7/2026-07-01/day\"", html);
        Assert.Contains("<details open><summary><span class=\"title\">总分</span>", html);
    }

    [Fact]
    public async Task A_long_list_is_folded_by_day_and_nothing_is_left_out()
    {
        var html = await RenderAsync(boards => new FewExplanations(boards) { Shifts = 60 });

        var text = TextOf(html);
        Assert.Contains("填报记录: 60 条", text);
        Assert.Equal(30, html.Split("<span class=\"result\">2 条</span>").Length - 1);
        Assert.Equal(60, html.Split("树脂砂班 白班").Length - 1);
    }

    [Fact]
    public async Task Entries_whose_sheets_were_not_opened_are_counted_by_sheet()
    {
        var html = await RenderAsync(boards => new FewExplanations(boards) { Shifts = 60, Opened = false });

        Assert.Contains("记录较多,按报表列出", html);
        Assert.Equal(30, html.Split("树脂砂班 白班</a>: 2 条").Length - 1);
    }

    [Fact]
    public async Task The_same_entries_are_listed_once_and_led_to_from_elsewhere()
    {
        var html = await RenderAsync(boards => new FewExplanations(boards));

        Assert.Contains("href=\"/explain/main/quarter/m1/7#entries-1\">与前面“产量 · 合计”下的 2 条记录相同</a>", html);
        Assert.Contains("id=\"entries-1\"", html);
    }

    [Fact]
    public async Task What_is_missing_and_what_stands_in_for_it_is_said()
    {
        var text = TextOf(await RenderAsync(boards => new FewExplanations(boards)));

        Assert.Contains("代入|20 - 未填报 * 100 = 20", text);
        Assert.Contains("缺数处理|20|没有算出得分的原因:未填报", text);
    }

    [Fact]
    public async Task Vetoes_and_eligibility_are_named()
    {
        var quiet = TextOf(await RenderAsync(boards => new FewExplanations(boards)));
        var hurt = TextOf(await RenderAsync(boards => new FewExplanations(boards) { WithInjury = true }));

        Assert.Contains("没有触发否决项。|产量达标|达到", quiet);
        Assert.Contains("轻伤有责|已触发", hurt);
        Assert.Contains("否决项:轻伤有责|是|", hurt);
        Assert.Contains("1 事件", hurt);
    }

    [Fact]
    public async Task A_board_that_is_older_than_the_steps_says_so_and_a_final_one_that_it_stands()
    {
        var equal = await RenderAsync(boards => new FewExplanations(boards));
        var newer = await RenderAsync(boards => new FewExplanations(boards) { Shown = 56.5m });
        var final = await RenderAsync(boards => new FewExplanations(boards) { Mode = BoardMode.Final });

        Assert.DoesNotContain("class=\"notice\"", equal);
        Assert.Contains("刚有新的填报", newer);
        Assert.Contains("之后的填报不影响本页", final);
    }

    [Fact]
    public async Task English_readers_read_the_measures_names()
    {
        var text = TextOf(await RenderAsync(boards => new FewExplanations(boards), Language.English));

        Assert.Contains("Progress, points|37|", text);
        Assert.Contains("Output · sum|104.5|", text);
        Assert.Contains("1 July 2026|Resin sand Day shift|Output|52.25|shift lead|late|3 July 07:30", text);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("no such id")]
    public async Task An_unknown_entrant_is_not_found(string entrant)
    {
        var page = Page(boards => new FewExplanations(boards), Language.Chinese);

        await page.RenderAsync<ExplanationPage>(
            ("Plant", "main"), ("Competition", "quarter"), ("Stage", "m1"), ("Entrant", entrant));

        Assert.True(page.WasNotFound);
    }

    private static Task<string> RenderAsync(
        Func<FewBoards, IExplanationReader> reader, Language language = Language.Chinese) =>
        Page(reader, language).RenderAsync<ExplanationPage>(
            ("Plant", "main"), ("Competition", "quarter"), ("Stage", "m1"), ("Entrant", "7"));

    private static PageRendering Page(Func<FewBoards, IExplanationReader> reader, Language language)
    {
        var boards = new FewBoards();
        boards.Views.Add(FewBoards.View(FewBoards.Row("7", 1, 57m)));
        return new PageRendering(boards, language) { Others = services => services.AddSingleton(reader(boards)) };
    }
}
