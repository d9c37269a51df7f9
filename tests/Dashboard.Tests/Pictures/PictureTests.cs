using System.Net;
using System.Xml.Linq;
using Ganchao.Client.Boards;
using Ganchao.Client.Wording;
using Ganchao.Contracts;
using Ganchao.Contracts.Boards;
using Ganchao.Dashboard.Pictures;
using Ganchao.Dashboard.Tests.Boards;
using static Ganchao.Dashboard.Tests.Boards.FewBoards;

namespace Ganchao.Dashboard.Tests.Pictures;

public class PictureTests
{
    private static readonly ReaderLanguage English = new(Language.English, IsChosen: true);

    [Fact]
    public void The_picture_is_1080_wide_and_as_high_as_its_rows_need()
    {
        var two = Drawn(View(Row("涂装班", 1, 103.9m), Row("清理班", 2, 101.8m)));
        var three = Drawn(View(Row("涂装班", 1, 103.9m), Row("清理班", 2, 101.8m), Row("铸球班", 3, 98m)));

        Assert.Equal("1080", two.Attribute("width")?.Value);
        Assert.Equal(68, Height(three) - Height(two));
        Assert.Equal(
            ["班组季度赛", "◇ 暂计", "七月 · 赶超机械厂", "名次", "产量", "总分", "1", "涂装班", "103.9", "103.9",
             "2", "清理班", "101.8", "101.8", "截至 7月3日 14:05", "赶超"],
            Texts(two));
    }

    [Fact]
    public void Only_the_winner_of_a_final_board_is_red_division_by_division()
    {
        BoardRow[] rows =
        [
            Row("熔炼班", 1, 90m, "热"), Row("铸球班", 2, 80m, "热"),
            Row("车工班", 1, 95m, "冷") with { Eligible = false }, Row("切割一班", 2, 94m, "冷"),
        ];
        var final = View(rows) with { Frame = View(rows).Frame with { Mode = BoardMode.Final } };

        Assert.Equal(1, Reds(Drawn(final)));
        Assert.Equal(0, Reds(Drawn(View(rows))));
        Assert.Contains("■ 定榜", Texts(Drawn(final)));
    }

    [Fact]
    public void Of_many_figures_three_are_drawn()
    {
        var view = View(Row("涂装班", 1, 9m) with { Cells = [.. Enumerable.Range(1, 6).Select(n => new BoardCell(n, n, null))] });
        view = view with
        {
            Frame = view.Frame with
            {
                Columns = [.. Enumerable.Range(1, 6).Select(n => new BoardColumn($"c{n}", new Names($"第{n}项"), null, 1, 1))],
            },
        };

        var texts = Texts(Drawn(view));

        Assert.Contains("第3项", texts);
        Assert.DoesNotContain("第4项", texts);
        Assert.Contains("3.0", texts);
        Assert.Contains("9", texts);
    }

    [Fact]
    public void A_long_or_hostile_name_is_cut_and_escaped_and_nothing_comes_from_outside()
    {
        var name = "<script src=\"http://x\">&" + new string('长', 60);
        var svg = BoardPicture.Of(View(Row("7", 1, 90m) with { Names = new Names(name) }), ReaderLanguage.Default);

        var drawn = XElement.Parse(svg);
        Assert.Contains(Texts(drawn), text => text.StartsWith("<script", StringComparison.Ordinal) && text.EndsWith('…'));
        Assert.DoesNotContain(
            drawn.DescendantsAndSelf().SelectMany(element => element.Attributes()),
            attribute => attribute.Name.LocalName is "href" or "style" or "onload");
        Assert.All(drawn.Elements(), element => Assert.True(element.Name.LocalName is "rect" or "text", $"{element}"));
    }

    [Fact]
    public void The_message_names_the_best_three_of_each_division_and_how_many_there_are()
    {
        var view = View(
            Row("树脂砂班", 1, 104.1m, "热加工组"), Row("造型一班", 2, 100.6m, "热加工组"), Row("清理班", 3, 96m, "热加工组"),
            Row("铸球班", 4, 92.5m, "热加工组"), Row("车工班", 1, 104.5m, "冷加工组"));
        view = view with { Frame = view.Frame with { Mode = BoardMode.Final, AsOf = new DateOnly(2026, 7, 31) } };

        Assert.Equal(
            """
            【班组季度赛 · 七月】
            热加工组:1 树脂砂班 104.1、2 造型一班 100.6、3 清理班 96.0 等 4 家
            冷加工组:1 车工班 104.5
            (截至 7月31日,定榜)
            """,
            BoardMessage.Of(view, ReaderLanguage.Default));
        Assert.EndsWith("(as of 31 July, final)", BoardMessage.Of(view, English), StringComparison.Ordinal);
    }

    [Fact]
    public void Before_the_first_entry_the_message_says_so()
    {
        var message = BoardMessage.Of(View(Row("涂装班", null, null)), ReaderLanguage.Default);

        Assert.Contains("还没有填报\n(截至 7月3日 14:05,暂计)", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_drawing_and_text_without_any_script()
    {
        var boards = new FewBoards();
        boards.Views.Add(View(Row("涂装班", 1, 103.9m)));

        var html = await new PageRendering(boards).RenderAsync<PicturePage>(
            ("Plant", "main"), ("Competition", "quarter"), ("Stage", "m1"));

        Assert.Contains("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1080\"", html);
        Assert.Contains(
            ">【班组季度赛 · 七月】\n1 涂装班 103.9\n(截至 7月3日 14:05,暂计)</textarea>", WebUtility.HtmlDecode(html));
        Assert.Contains("download=\"quarter-m1.png\"", html);
    }

    private static XElement Drawn(BoardView view) => XElement.Parse(BoardPicture.Of(view, ReaderLanguage.Default));

    private static int Height(XElement svg) => (int)svg.Attribute("height")!;

    private static IReadOnlyList<string> Texts(XElement svg) =>
        [.. svg.Elements().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];

    private static int Reds(XElement svg) => svg.Elements().Count(element => (string?)element.Attribute("fill") == "#c8102e");
}
