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

    [Fact]
    public async Task That_there_is_nothing_to_report_is_recorded_with_the_time_of_the_device()
    {
        var desk = new FewShifts();

        var answer = await TakeAsync(desk, Nothing(FewShifts.Id(7).ToString()));

        Assert.Equal([new NothingForm(FewShifts.Id(7), EntryWay.Ordinary, DeviceAt: DeviceAt)], desk.Nothings);
        Assert.Equal((false, 1), (answer.Receipt!.IsLate, answer.Receipt.Entries.Count));
        Assert.Empty(desk.Entered);
    }

    [Fact]
    public async Task Where_the_shift_was_signed_off_meanwhile_it_is_late()
    {
        var desk = new FewShifts { SignedOff = true };

        var answer = await TakeAsync(desk, Nothing(FewShifts.Id(7).ToString()));

        Assert.True(answer.Receipt!.IsLate);
        Assert.Equal([EntryWay.Ordinary, EntryWay.Late], desk.Nothings.Select(nothing => nothing.Way!.Value));
    }

    [Fact]
    public async Task Without_an_id_it_comes_back() =>
        Assert.Equal("id-missing", Assert.Single((await TakeAsync(new FewShifts(), Nothing("7"))).Problems).Rule);

    [Fact]
    public async Task Where_the_outcome_of_nothing_is_not_known_neither_receipt_nor_problem_is_given() =>
        Assert.Equal(
            TypedAnswer.Unknown,
            await TakeAsync(new FewShifts { IsUnknownOutcome = true }, Nothing(FewShifts.Id(7).ToString())));

    [Fact]
    public async Task Hours_of_people_are_read_by_the_form_of_the_crew()
    {
        var desk = new FewShifts();
        var key = OneWorker.Hours.Key;

        var answer = await TakeAsync(desk, new TypedSheet(
            "local",
            new Dictionary<string, string> { [$"id:{key}"] = FewShifts.Id(7).ToString(), [$"v:{key}"] = "7.5" },
            DeviceAt,
            Part: SheetPart.Crew));

        Assert.NotNull(answer.Receipt);
        var entry = Assert.Single(desk.Entered);
        Assert.Equal((7.5m, OneWorker.Hours.Subject, DeviceAt), (entry.Value, entry.Subject, entry.DeviceAt));
    }

    private static TypedSheet Nothing(string id) => new(
        "local", new Dictionary<string, string> { ["id"] = id, ["way"] = "" }, DeviceAt, Part: SheetPart.Nothing);

    private static Task<TypedAnswer> TakeAsync(FewShifts desk, TypedSheet typed) =>
        new TypedSheetDesk(desk, new OneWorker(desk), new ReceiptSeal(new EphemeralDataProtectionProvider())).TakeAsync(
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
