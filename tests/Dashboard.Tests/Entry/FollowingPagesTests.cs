using System.Text.RegularExpressions;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Refusals;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Http;
using static Ganchao.Dashboard.Tests.Boards.PageRendering;

namespace Ganchao.Dashboard.Tests.Entry;

/// <summary>Receipt, history, correction, hand-over, and the languages of them all.</summary>
public partial class FollowingPagesTests
{
    private static readonly string NewId = FewShifts.Id(9).ToString();

    [Fact]
    public async Task The_receipt_says_what_the_entry_did_to_points_and_place()
    {
        var text = TextOf(await ReceiptAsync(new FewShifts { History = FewShifts.Corrected() }, isRepeated: false));

        Assert.Contains("✓ 已存入", text);
        Assert.Contains("回执 第 1 号 · 编号 …0001", text);
        Assert.Contains("总分|40.0 → 42.5|名次|2 → 1|为什么", text);
        Assert.DoesNotContain("没有再记一次", text);
    }

    [Fact]
    public async Task A_second_press_gets_the_first_receipt_and_is_told_so()
    {
        var desk = new FewShifts { History = FewShifts.Corrected(), IsRepeated = true };

        var text = TextOf(await ReceiptAsync(desk, isRepeated: true));

        Assert.Contains("这些先前已经存入,没有再记一次。", text);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task A_receipt_that_nobody_gave_cannot_be_opened(string made)
    {
        var html = await new EntryRendering(new FewShifts()).GetAsync<ReceiptPage>(("Sealed", made));

        Assert.Contains("这个回执打不开了", html);
        Assert.Contains("href=\"/entry/history/main/7/2026-07-09/day\"", html);
    }

    [Fact]
    public async Task The_history_lists_who_when_from_what_to_what_and_why()
    {
        var html = await new EntryRendering(new FewShifts { History = FewShifts.Corrected() }).GetAsync<HistoryPage>();

        var text = TextOf(html);
        Assert.Contains("第 1 版|12|班长 ·|2026年7月9日 14:05:03|服务器时间|说明: 1", text);
        Assert.Contains("第 2 版|12 → 2|补报|统计员 ·|2026年7月9日 14:05:03|服务器时间", text);
        Assert.Contains("· 2026年7月9日 14:04:03 设备时间|原因: 2|说明: (已删除)", text);
        Assert.Contains("本班已交班 · 班长 · 2026年7月9日 14:05:03", text);
        Assert.Contains($"href=\"/entry/correct/main/7/2026-07-09/day/{FewShifts.Id(2)}\"", html);
    }

    [Theory]
    [InlineData("2026-07-01", "month", "质检科 · 月报|2026年7月 · 赶超机械厂", "Quality control · month sheet|July 2026 · Ganchao Works")]
    [InlineData("2026-07-06", "week", "质检科 · 周报|2026年7月6日起的一周", "Quality control · week sheet|week of 6 July 2026")]
    [InlineData("2026-07-09", "day", "质检科 · 日报|2026年7月9日", "Quality control · day sheet|9 July 2026")]
    public async Task A_department_sheet_has_the_same_history_and_says_whom_each_line_is_about(
        string date, string period, string chinese, string english)
    {
        var html = await DepartmentHistoryAsync("quality", date, period, Language.Chinese);

        var text = TextOf(html);
        Assert.Contains(chinese, text);
        Assert.Contains("完工件数(件)|造型一班 · 工作令 2|第 1 版|12|班长 ·|2026年7月9日 14:05:03|服务器时间", text);
        Assert.Contains("第 2 版|12 → 2|补报|统计员 ·", text);
        Assert.Contains("原因: 2", text);
        Assert.DoesNotContain("/entry/correct/", html);
        Assert.Contains(english, TextOf(await DepartmentHistoryAsync("quality", date, period, Language.English)));
    }

    [Theory]
    [InlineData("finance", "2026-07-01", "month")]
    [InlineData("quality", "2026-07", "month")]
    [InlineData("quality", "2026-07-01", "year")]
    [InlineData("no such id", "2026-07-01", "month")]
    public async Task A_department_sheet_that_nobody_wrote_on_is_not_found(string department, string date, string period)
    {
        var page = new EntryRendering(new FewShifts());

        await page.GetAsync<DepartmentHistoryPage>(("Department", department), ("Date", date), ("Period", period));

        Assert.True(page.WasNotFound);
    }

    [Fact]
    public async Task A_correction_supersedes_the_current_entry_with_a_reason()
    {
        var desk = new FewShifts { History = FewShifts.Corrected() };
        (string, string)[] typed = [("id", NewId), ("value", "3"), ("reason", "1"), ("details", "少点一位")];

        var check = await new EntryRendering(desk).PostCorrectionAsync(FewShifts.Id(2), [.. typed, ("step", "check")]);
        Assert.Contains("2 → 3", check);
        Assert.Contains("录错小数点或单位:少点一位", check);

        var page = new EntryRendering(desk);
        await page.PostCorrectionAsync(FewShifts.Id(2), [.. typed, ("step", "submit")]);
        var entered = Assert.Single(desk.Entered);
        Assert.Equal((FewShifts.Id(2), 3m), (entered.Supersedes, entered.Value));
        Assert.Equal("录错小数点或单位:少点一位", entered.Reason);
        Assert.StartsWith("/entry/receipt/main/7/2026-07-09/day/", page.Location);
    }

    [Fact]
    public async Task To_void_a_line_needs_a_reason_and_no_figure()
    {
        var desk = new FewShifts { History = FewShifts.Corrected() };
        (string, string)[] typed = [("id", NewId), ("void", "yes"), ("value", "")];

        var refused = await new EntryRendering(desk).PostCorrectionAsync(FewShifts.Id(2), [.. typed, ("step", "submit")]);
        Assert.Contains("请选择更正原因", refused);
        Assert.Empty(desk.Entered);

        await new EntryRendering(desk).PostCorrectionAsync(
            FewShifts.Id(2), [.. typed, ("step", "submit"), ("reason", "4"), ("details", "重复")]);
        Assert.Equal((null, "重复"), (Assert.Single(desk.Entered).Value, desk.Entered[0].Reason));
    }

    [Theory]
    [InlineData("2", "新旧数字相同")]
    [InlineData("two", "“two”不是数字。")]
    [InlineData("", "请填一个数,或选择作废。")]
    public async Task A_correction_that_corrects_nothing_is_refused(string typed, string message)
    {
        var page = new EntryRendering(new FewShifts { History = FewShifts.Corrected() });

        var html = await page.PostCorrectionAsync(
            FewShifts.Id(2), ("id", NewId), ("value", typed), ("reason", "0"), ("step", "check"));

        Assert.Contains(message, html);
        Assert.Equal(StatusCodes.Status422UnprocessableEntity, page.Http.Response.StatusCode);
    }

    [Fact]
    public async Task What_was_corrected_meanwhile_is_not_corrected_again()
    {
        var html = await new EntryRendering(new FewShifts { History = FewShifts.Corrected() })
            .GetAsync<CorrectionPage>(("Entry", FewShifts.Id(1)));

        Assert.Contains("这一条已被更正过。", html);
    }

    [Fact]
    public void Every_refusal_has_its_words_in_both_languages() => Assert.All(RefusalTexts.All.Concat(EntryTexts.Reasons), text =>
    {
        Assert.Matches(Han(), text.Zh);
        Assert.DoesNotMatch(Han(), text.En);
    });

    [Fact]
    public async Task No_entry_page_mixes_its_languages()
    {
        FewShifts[] states =
        [
            new(), new() { IsFilled = true, SignedOff = true, History = Plain() }, new() { Problem = new IOException() },
            new() { Unknown = UnknownPart.Team }, new() { Writer = new EntryWriter(null, 401, "key-missing"), History = Plain() },
        ];
        Type[] pages =
        [
            typeof(EntryListPage), typeof(ShiftEntryPage), typeof(HistoryPage), typeof(SignOffPage), typeof(CorrectionPage),
            typeof(ExpiredFormPage),
        ];
        foreach (var (desk, page) in states.SelectMany(desk => pages.Select(page => (desk, page))))
        {
            AssertOneLanguage(
                await GetAsync(desk, page, Language.Chinese), await GetAsync(desk, page, Language.English));
        }

        AssertOneLanguage(
            await ReceiptAsync(new FewShifts { History = Plain() }, isRepeated: true),
            await ReceiptAsync(new FewShifts { History = Plain() }, isRepeated: true, Language.English));
        AssertOneLanguage(
            await DepartmentHistoryAsync("quality", "2026-07-01", "month", Language.Chinese),
            await DepartmentHistoryAsync("quality", "2026-07-01", "month", Language.English));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("submit")]
    [InlineData("more")]
    public async Task No_step_mixes_its_languages(string step)
    {
        FewShifts[] states =
        [
            new()
            {
                Unusual =
                [
                    new UnusualFigure(0, new UnusualMark(Oddity.OtherUnit, 2, 3, 0.001m)),
                    new UnusualFigure(0, new UnusualMark(Oddity.RestDay)),
                ],
                SignedOff = true,
            },
            new() { Refusals = [new Refusal("wrong-role", "entries[0].measure", "A …")] },
            new() { Refusals = [new Refusal("never-heard-of", "sheet", "A …")] },
            new() { IsUnknownOutcome = true },
        ];
        foreach (var desk in states)
        {
            (string, string)[] fields = [("step", step), ("id:pieces~1~2", NewId), ("v:pieces~1~2", "3")];
            AssertOneLanguage(
                await new EntryRendering(desk).PostAsync(fields),
                await new EntryRendering(desk, Language.English).PostAsync(fields));
        }
    }

    private static Task<string> DepartmentHistoryAsync(string department, string date, string period, Language language) =>
        new EntryRendering(new FewShifts(), language).GetAsync<DepartmentHistoryPage>(
            ("Department", department), ("Date", date), ("Period", period));

    private static SheetHistory Plain() => FewShifts.Corrected();

    private static Task<string> GetAsync(FewShifts desk, Type page, Language language)
    {
        (string, object?)[] parameters = page == typeof(CorrectionPage) ? [("Entry", FewShifts.Id(2))] : [];
        return new EntryRendering(desk, language).RenderAsync(page, parameters, null);
    }

    private static async Task<string> ReceiptAsync(FewShifts desk, bool isRepeated, Language language = Language.Chinese)
    {
        var page = new EntryRendering(desk, language);
        var move = new ReceiptMove("main/quarter/m1", "7", 40, 2, 42.5m, 1);
        var receipt = page.Seal.Seal(FewShifts.Shift.ToString(), new Receipt([1], isRepeated, [move]));
        return await page.GetAsync<ReceiptPage>(("Sealed", receipt));
    }

    internal static void AssertOneLanguage(string chinese, string english)
    {
        Assert.DoesNotMatch("[A-Za-z]", TextOf(chinese).Replace("English", ""));
        Assert.DoesNotMatch(Han(), TextOf(english).Replace("中文", ""));
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
