using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Refusals;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Http;
using static Ganchao.Dashboard.Tests.Boards.PageRendering;

namespace Ganchao.Dashboard.Tests.Entry;

public class ShiftEntryPageTests
{
    private const string PiecesKey = "pieces~1~2";
    private static readonly string Id = FewShifts.Id(1).ToString();

    [Fact]
    public async Task A_field_says_what_unit_last_shift_and_plan()
    {
        var html = await new EntryRendering(new FewShifts()).GetAsync<ShiftEntryPage>();

        Assert.Contains("造型一班 · 白班", html);
        Assert.Contains("烧结机台车体|完工件数(件)|竞赛项目 台车体增效|工作令 2|上一班 2|计划 3|项目计划 26,已报 14", TextOf(html));
        Assert.Contains("本班计划|合格铸件|3.14|吨", TextOf(html));
        Assert.Matches("<input type=\"text\" inputmode=\"decimal\" id=\"f0\" name=\"v:pieces~1~2\"", html);
        Assert.Matches("name=\"id:pieces~1~2\" value=\"[0-9a-f]{8}-[0-9a-f]{4}-7", html);
    }

    [Fact]
    public async Task The_check_page_shows_each_figure_with_a_way_to_change_it_and_keeps_the_id()
    {
        var html = await PostAsync(new FewShifts(), "check", "２,０００");

        Assert.Contains("核对后提交", html);
        Assert.Contains("烧结机台车体|完工件数(件)|2,000|更改", TextOf(html));
        Assert.Contains("本班事件|无事件|更改", TextOf(html));
        Assert.Contains($"name=\"id:{PiecesKey}\" value=\"{Id}\"", html);
        Assert.Contains("value=\"edit:pieces~1~2\"", html);
    }

    [Theory]
    [InlineData("12.5x", "“12.5x”不是数字。")]
    [InlineData("1,5", "“1,5”不是数字。")]
    [InlineData("", "至少填一个数;本班什么都没有的,用下面的“无事可报”。")]
    public async Task What_cannot_be_read_is_said_at_the_top_and_at_the_field_and_nothing_typed_is_lost(
        string typed, string message)
    {
        var page = new EntryRendering(new FewShifts());

        var html = await page.PostAsync(Fields("check", typed));

        Assert.Equal(StatusCodes.Status422UnprocessableEntity, page.Http.Response.StatusCode);
        Assert.Contains($"有 1 处问题|{message}", TextOf(html));
        Assert.Contains($"<a href=\"/entry/main/7/2026-07-09/day#f0\">{message}</a>", html);
        Assert.Contains($"<p class=\"problem\" id=\"f0-problem\">{message}</p>", html);
        Assert.Contains($"name=\"v:{PiecesKey}\" value=\"{typed}\"", html);
        Assert.Contains($"name=\"id:{PiecesKey}\" value=\"{Id}\"", html);
    }

    [Fact]
    public async Task A_refusal_of_the_sheet_is_said_at_its_field_in_the_readers_language()
    {
        var desk = new FewShifts
        {
            Refusals = [new Refusal("value-out-of-range", "entries[0].value", "500 is outside 0 … 400 of 'pieces'.")],
        };

        Assert.Contains("超出允许的范围(0 到 400 件)。请核对数字和单位。", await PostAsync(desk, "check", "500"));
        var english = await new EntryRendering(desk, Language.English).PostAsync(Fields("check", "500"));
        Assert.Contains("Outside the range that is taken (0 to 400 pcs).", english);
    }

    [Fact]
    public async Task An_unusual_figure_needs_a_tick_and_a_reason_which_is_kept_with_it()
    {
        var desk = new FewShifts { Unusual = [new UnusualFigure(0, new UnusualMark(Oddity.FarFromMean, 2, 10))] };

        var asked = await PostAsync(desk, "submit", "20");
        Assert.Contains("近 10 次平均 2,相差较大,请确认。", asked);
        Assert.Contains("请勾选确认并写明原因,或更改数字。", asked);
        Assert.Empty(desk.Entered);

        var page = new EntryRendering(desk);
        await page.PostAsync([.. Fields("submit", "20"), ($"ok:{PiecesKey}", "yes"), ($"why:{PiecesKey}", "补产")]);
        Assert.Equal(("补产", null), (Assert.Single(desk.Entered).WhyUnusual, desk.Entered[0].Note));
        Assert.Equal(StatusCodes.Status303SeeOther, page.Http.Response.StatusCode);
    }

    [Theory]
    [InlineData(Oddity.OtherUnit, "1000", "像是单位错了:约是近 8 次平均 12.5 的 1000 倍,请确认。", "about 1000 times the mean of the last 8, 12.5")]
    [InlineData(Oddity.OtherUnit, "0.01", "像是单位错了:约是近 8 次平均 12.5 的 100 分之一,请确认。", "about 1/100 of the mean of the last 8, 12.5")]
    [InlineData(Oddity.FarFromMean, null, "近 8 次平均 12.5,相差较大,请确认。", "far from 12.5, the mean of the last 8")]
    [InlineData(Oddity.MoreThanBefore, null, "比上道工序到此时报的 12.5 还多,请确认。", "more than the 12.5 that the step before has reported so far")]
    [InlineData(Oddity.OutsideUsual, null, "不在通常范围内,请确认。", "Please confirm: outside the usual range.")]
    [InlineData(Oddity.RestDay, null, "日历上这天休息,请确认。", "Please confirm: a rest day by the calendar.")]
    public async Task What_is_unusual_is_named_as_such(Oddity oddity, string? factor, string chinese, string english)
    {
        var mark = new UnusualMark(oddity, 12.5m, 8, factor is null ? null : decimal.Parse(factor, CultureInfo.InvariantCulture));
        var desk = new FewShifts { Unusual = [new UnusualFigure(0, mark)] };

        Assert.Contains(chinese, await PostAsync(desk, "check", "20"));
        Assert.Contains(english, await new EntryRendering(desk, Language.English).PostAsync(Fields("check", "20")));
    }

    [Fact]
    public async Task A_rest_day_is_asked_about_once_and_its_reason_holds_for_every_line()
    {
        var desk = new FewShifts
        {
            Unusual =
            [
                new UnusualFigure(0, new UnusualMark(Oddity.RestDay)),
                new UnusualFigure(1, new UnusualMark(Oddity.RestDay)),
            ],
        };
        (string, string)[] heat = [("id:1|tapped", FewShifts.Id(2).ToString()), ("v:1|tapped", "3.2"), ("record:1", "0709-3")];

        var asked = await new EntryRendering(desk).PostAsync([.. Fields("submit", "20"), .. heat]);
        Assert.Equal(2, asked.Split("日历上这天休息").Length);
        Assert.Empty(desk.Entered);

        await new EntryRendering(desk).PostAsync(
            [.. Fields("submit", "20"), .. heat, ("ok:~day", "yes"), ("why:~day", "加班或连班"), ("why:~day", "赶进度")]);
        Assert.Equal(["加班或连班 赶进度", "加班或连班 赶进度"], desk.Entered.Select(entry => entry.WhyUnusual));
    }

    [Fact]
    public async Task What_happened_in_the_shift_stands_with_the_first_entry()
    {
        var desk = new FewShifts();

        await new EntryRendering(desk).PostAsync(
            [.. Fields("submit", "2"), ("event", "some"), ("event-note", "停电\r\n20 分钟")]);

        Assert.Equal("停电\n20 分钟", Assert.Single(desk.Entered).Note);
        Assert.Contains("请写明发生了什么。", await new EntryRendering(new FewShifts()).PostAsync(
            [.. Fields("check", "2"), ("event", "some")]));
    }

    [Fact]
    public async Task A_heat_needs_its_number_and_its_figures()
    {
        (string, string)[] heat = [("id:1|tapped", FewShifts.Id(2).ToString()), ("v:1|tapped", "3.2"), ("record:1", "")];
        var desk = new FewShifts();

        Assert.Contains("请填炉号。", await new EntryRendering(desk).PostAsync([.. Fields("check", ""), .. heat]));
        Assert.Contains("第 2 炉", await new EntryRendering(desk).PostAsync([.. Fields("more", ""), .. heat]));

        heat[2] = ("record:1", "0709-3");
        await new EntryRendering(desk).PostAsync([.. Fields("submit", ""), .. heat]);
        Assert.Equal(("0709-3", 3.2m), (Assert.Single(desk.Entered).Record, desk.Entered[0].Value));
    }

    [Fact]
    public async Task After_hand_over_entries_are_late_and_the_page_says_so()
    {
        var desk = new FewShifts { SignedOff = true };

        Assert.Contains("现在填的记为补报", await new EntryRendering(desk).GetAsync<ShiftEntryPage>());
        Assert.Contains("name=\"way\" value=\"late\"", await PostAsync(desk, "check", "2"));

        await new EntryRendering(desk).PostAsync([.. Fields("submit", "2"), ("way", "late")]);
        Assert.Equal(EntryWay.Late, Assert.Single(desk.Entered).Way);
    }

    [Fact]
    public async Task Where_the_outcome_is_unknown_the_same_entries_can_be_sent_again()
    {
        var page = new EntryRendering(new FewShifts { IsUnknownOutcome = true });

        var html = await page.PostAsync(Fields("submit", "2"));

        Assert.Equal(StatusCodes.Status503ServiceUnavailable, page.Http.Response.StatusCode);
        Assert.Contains("请再按一次,不会重复记入。", html);
        Assert.Contains($"name=\"id:{PiecesKey}\" value=\"{Id}\"", html);
    }

    [Fact]
    public async Task A_filled_cell_is_shown_with_a_link_to_correct_it()
    {
        var html = await new EntryRendering(new FewShifts { IsFilled = true }).GetAsync<ShiftEntryPage>();

        Assert.DoesNotContain("name=\"v:pieces~1~2\"", html);
        Assert.Contains($"href=\"/entry/correct/main/7/2026-07-09/day/{Id}\"", html);
    }

    [Theory]
    [InlineData(401, "网页登录还没有开放")]
    [InlineData(403, "只能在服务器这台电脑上填报")]
    public async Task Who_may_not_write_is_told_why_and_can_still_read(int status, string why)
    {
        var desk = new FewShifts { Writer = new EntryWriter(null, status, "no-keys"), IsFilled = true };
        var page = new EntryRendering(desk);

        var html = await page.GetAsync<ShiftEntryPage>();
        Assert.Contains(why, html);
        Assert.DoesNotContain("name=\"v:", html);
        Assert.Contains("完工件数(件)|12", TextOf(html));

        await page.PostAsync(Fields("submit", "2"));
        Assert.Equal(status, page.Http.Response.StatusCode);
        Assert.Empty(desk.Entered);
    }

    [Theory]
    [InlineData(UnknownPart.Plant, "没有这个厂。")]
    [InlineData(UnknownPart.Team, "该日没有这个班组。")]
    [InlineData(UnknownPart.Shift, "该日这个班组没有这个班次。")]
    [InlineData(UnknownPart.Date, "日期太早,或晚于明天。")]
    public async Task A_wrong_link_says_what_is_wrong_with_it(UnknownPart unknown, string message)
    {
        var html = await new EntryRendering(new FewShifts { Unknown = unknown }).GetAsync<ShiftEntryPage>();

        Assert.Contains(message, html);
        Assert.Contains("href=\"/entry\"", html);
    }

    private static Task<string> PostAsync(FewShifts desk, string step, string typed) =>
        new EntryRendering(desk).PostAsync(Fields(step, typed));

    private static (string, string)[] Fields(string step, string typed) =>
        [("step", step), ($"id:{PiecesKey}", Id), ($"v:{PiecesKey}", typed)];
}
