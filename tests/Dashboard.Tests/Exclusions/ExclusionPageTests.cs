using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Refusals;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Exclusions;
using Ganchao.Dashboard.Tests.Entry;
using Microsoft.AspNetCore.Http;
using static Ganchao.Dashboard.Tests.Entry.FollowingPagesTests;

namespace Ganchao.Dashboard.Tests.Exclusions;

public class ExclusionPageTests
{
    private static readonly string Id = FewShifts.Id(1).ToString();

    private static readonly (string, string)[] Chosen =
    [
        ("step", "propose"), ("proposal", Id), ("from", "120"), ("minutes", "45"), ("cause", "NoMaterial"),
        ("responsible", "foundry"), ("side", "Team"), ("note", " "),
    ];

    [Fact]
    public async Task A_stretch_is_chosen_and_sent_once_under_its_id()
    {
        var desk = new FewExclusions();
        var page = Rendering(desk);

        await page.PostExclusionAsync(Chosen);

        Assert.Equal(
            new ExclusionForm(
                FewShifts.Id(1), 120, 165, ExclusionCause.NoMaterial, FewExclusions.Foundry.Unit, ExclusionSide.Team),
            Assert.Single(desk.Proposed));
        Assert.Equal(StatusCodes.Status303SeeOther, page.Http.Response.StatusCode);
        Assert.Equal("/entry/exclusions/main/7/2026-07-09/day", page.Location);
    }

    [Fact]
    public async Task The_whole_shift_is_from_its_start_to_its_end()
    {
        var desk = new FewExclusions();

        await Rendering(desk).PostExclusionAsync([.. Chosen.Where(field => field.Item1 != "minutes"), ("minutes", "-1")]);

        Assert.Equal((0, 480), (desk.Proposed[0].FromMinute, desk.Proposed[0].ToMinute));
    }

    [Fact]
    public async Task What_was_not_chosen_is_asked_for_and_what_was_chosen_stays()
    {
        var desk = new FewExclusions();
        var page = Rendering(desk);

        var html = await page.PostExclusionAsync(("step", "propose"), ("proposal", Id), ("cause", "PowerCut"), ("from", "60"));

        Assert.Contains("有 2 处问题", html);
        Assert.Contains("请选时间长短。", html);
        Assert.Contains("请选责任方。", html);
        Assert.Contains("value=\"PowerCut\" checked", html);
        Assert.Contains("value=\"60\" selected", html);
        Assert.Contains($"name=\"proposal\" value=\"{Id}\"", html);
        Assert.Equal(StatusCodes.Status422UnprocessableEntity, page.Http.Response.StatusCode);
        Assert.Empty(desk.Proposed);
    }

    [Theory]
    [InlineData(ExclusionAct.Agree, ExclusionSide.Responsible)]
    [InlineData(ExclusionAct.Withdraw, ExclusionSide.Team)]
    public async Task One_press_answers_for_the_right_side(ExclusionAct act, ExclusionSide side)
    {
        var desk = new FewExclusions { Stretches = [FewExclusions.Stretch(ExclusionState.Proposed, act)] };

        await Rendering(desk).PostExclusionAsync(("step", $"{act}:{FewShifts.Id(5)}"), ("answer", Id));

        Assert.Equal((FewShifts.Id(5), new ExclusionAnswer(FewShifts.Id(1), act, side)), Assert.Single(desk.Answered));
    }

    [Fact]
    public async Task A_reason_is_chosen_typed_or_both()
    {
        var desk = new FewExclusions { Stretches = [FewExclusions.Stretch(ExclusionState.Proposed, ExclusionAct.Contest)] };
        var field = ExclusionAnswerDraft.FieldOf(FewShifts.Id(5));

        await Rendering(desk).PostExclusionAsync(
            ("step", $"Contest:{FewShifts.Id(5)}"), ("answer", Id), (field, "时间没有这么长"), (field, "只停到九点"));

        Assert.Equal("时间没有这么长 只停到九点", desk.Answered[0].Answer.Reason);
    }

    [Fact]
    public async Task Only_what_one_may_do_has_a_button()
    {
        var waiting = await GetAsync(new FewExclusions { Stretches = [FewExclusions.Stretch(ExclusionState.Proposed)] });
        var mine = await GetAsync(new FewExclusions
        {
            Sides = [],
            Stretches = [FewExclusions.Stretch(ExclusionState.Contested, ExclusionAct.Uphold, ExclusionAct.Reject)],
        });

        Assert.DoesNotContain("value=\"Agree:", waiting);
        Assert.Contains("value=\"Uphold:", mine);
        Assert.DoesNotContain("value=\"propose\"", mine);
    }

    [Fact]
    public async Task Who_may_not_write_is_told_so()
    {
        var desk = new FewExclusions { Writer = new EntryWriter(null, 403, "no-keys") };
        var page = Rendering(desk);

        var html = await page.PostExclusionAsync(Chosen);

        Assert.Contains("现在不能在这里填报", html);
        Assert.Equal(403, page.Http.Response.StatusCode);
        Assert.Empty(desk.Proposed);
    }

    [Fact]
    public async Task An_unknown_shift_is_said_to_be_unknown() => Assert.Contains(
        "没有这个厂、班组、日期或班次。",
        await Rendering(new FewExclusions()).GetAsync<ExclusionPage>(("Date", "2026-07-10")));

    [Theory]
    [InlineData("overlaps")]
    [InlineData("outside-shift")]
    [InlineData("wrong-role")]
    [InlineData("never-heard-of")]
    [InlineData("")]
    public async Task No_page_mixes_its_languages(string refusal)
    {
        FewExclusions Desk() => new()
        {
            Stretches =
            [
                FewExclusions.Stretch(ExclusionState.Proposed, ExclusionAct.Agree, ExclusionAct.Contest, ExclusionAct.Withdraw),
                FewExclusions.Stretch(ExclusionState.Contested, ExclusionAct.Uphold, ExclusionAct.Reject) with
                {
                    Id = FewShifts.Id(6),
                },
                FewExclusions.Stretch(ExclusionState.Agreed, ExclusionAct.Reject) with { Id = FewShifts.Id(7) },
                FewExclusions.Stretch(ExclusionState.Withdrawn) with { Id = FewShifts.Id(8) },
                FewExclusions.Stretch(ExclusionState.Rejected) with { Id = FewShifts.Id(9) },
            ],
            Refusals = refusal.Length == 0 ? [] : [new Refusal(refusal, "fromMinute", "A …")],
            IsUnknownOutcome = refusal.Length == 0,
        };

        AssertOneLanguage(
            await Rendering(Desk()).PostExclusionAsync(Chosen),
            await Rendering(Desk(), Language.English).PostExclusionAsync(Chosen));
        AssertOneLanguage(
            await Rendering(Desk()).GetAsync<ExclusionListPage>(),
            await Rendering(Desk(), Language.English).GetAsync<ExclusionListPage>());
    }

    private static EntryRendering Rendering(FewExclusions desk, Language language = Language.Chinese) =>
        new(new FewShifts(), language, desk);

    private static Task<string> GetAsync(FewExclusions desk) => Rendering(desk).GetAsync<ExclusionPage>();
}
