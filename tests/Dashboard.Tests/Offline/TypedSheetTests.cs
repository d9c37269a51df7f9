using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Offline;
using Ganchao.Dashboard.Tests.Entry;
using Microsoft.AspNetCore.DataProtection;

namespace Ganchao.Dashboard.Tests.Offline;

/// <summary>What a device kept is read and judged as the form's own page does it.</summary>
public class TypedSheetTests
{
    private const string Key = "pieces~1~2";

    private static readonly DateTimeOffset DeviceAt = FewShifts.At.AddHours(-30);

    [Fact]
    public async Task A_sheet_is_recorded_with_the_time_of_the_device_and_the_age_of_its_form()
    {
        var desk = new FewShifts();

        var answer = await TakeAsync(desk, Typed("１２", formAt: DeviceAt.AddHours(-20)));

        Assert.Equal([FewShifts.Id(7)], answer.Receipt!.Entries.Select(entry => entry.Id));
        var entry = Assert.Single(desk.Entered);
        Assert.Equal((12m, DeviceAt, EntryWay.Ordinary), (entry.Value, entry.DeviceAt, entry.Way));
        Assert.Equal("离线填报,所用表单是 20 小时前下载的", entry.Note);
    }

    [Fact]
    public async Task A_sheet_that_came_before_gives_its_receipt_whatever_has_become_unusual_since()
    {
        var desk = new FewShifts
        {
            IsRepeated = true,
            Unusual = [new UnusualFigure(0, new UnusualMark(Oddity.FarFromMean, 2, 10))],
        };

        var answer = await TakeAsync(desk, Typed("12"));

        Assert.True(answer.Receipt!.IsRepeated);
    }

    [Fact]
    public async Task An_unusual_figure_comes_back_to_be_explained()
    {
        var desk = new FewShifts { Unusual = [new UnusualFigure(0, new UnusualMark(Oddity.FarFromMean, 2, 10))] };

        var answer = await TakeAsync(desk, Typed("12"));
        var explained = await TakeAsync(desk, Typed("12", ($"ok:{Key}", "yes"), ($"why:{Key}", "加班")));

        Assert.Equal(["unusual"], answer.Problems.Select(problem => problem.Rule));
        Assert.StartsWith("完工件数 12: 近 10 次平均 2", answer.Problems[0].Message, StringComparison.Ordinal);
        Assert.NotNull(explained.Receipt);
    }

    [Fact]
    public async Task What_is_no_number_comes_back()
    {
        var desk = new FewShifts();

        var answer = await TakeAsync(desk, Typed("twelve"));

        Assert.Equal("“twelve”不是数字。", Assert.Single(answer.Problems).Message);
        Assert.Empty(desk.Entered);
    }

    [Fact]
    public async Task Where_two_contents_disagree_the_sheets_own_sentence_names_both()
    {
        var desk = new FewShifts { Refusals = [new Refusal("id-taken", "entries[0].id", "recorded with 12; this one says 13")] };

        var answer = await TakeAsync(desk, Typed("13"));

        Assert.Equal("recorded with 12; this one says 13", Assert.Single(answer.Problems).Detail);
    }

    [Fact]
    public async Task Where_the_outcome_is_not_known_neither_receipt_nor_problem_is_given()
    {
        var answer = await TakeAsync(new FewShifts { IsUnknownOutcome = true }, Typed("12"));

        Assert.Equal(TypedAnswer.Unknown, answer);
    }

    private static Task<TypedAnswer> TakeAsync(FewShifts desk, TypedSheet typed) =>
        new TypedSheetDesk(desk, new ReceiptSeal(new EphemeralDataProtectionProvider())).TakeAsync(
            FewShifts.Shift, typed, new Actor(ActorKind.System, "local", Role.ShiftLead), ReaderLanguage.Default,
            TestContext.Current.CancellationToken);

    private static TypedSheet Typed(string figure, params (string Name, string Value)[] more) => Typed(figure, null, more);

    private static TypedSheet Typed(string figure, DateTimeOffset? formAt, params (string Name, string Value)[] more) => new(
        "local",
        new Dictionary<string, string>(
            [new($"id:{Key}", FewShifts.Id(7).ToString()), new($"v:{Key}", figure),
            .. more.Select(field => KeyValuePair.Create(field.Name, field.Value))]),
        DeviceAt,
        formAt);
}
