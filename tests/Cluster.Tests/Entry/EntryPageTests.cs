using System.Net;
using System.Net.Http.Json;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Json;

namespace Ganchao.Cluster.Tests.Entry;

/// <summary>A shift lead at the phone, against the real process: form, check, receipt, board, correction, history.</summary>
public sealed class EntryPageTests
{
    private const string Kwh = "v:kwh";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_figure_goes_from_the_form_to_the_board_once_however_often_it_is_sent()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        var ports = SiloPorts.Take();
        Phone.Page check;
        using var phone = new Phone(ports.Address);
        await using (var first = await RunningSilo.StartAsync(database, ports))
        {
            await SmallPlant.SetUpAsync(first);
            var form = await phone.GetAsync(Form());
            Assert.Contains("用电(kWh)", form.Text);
            check = await phone.PressAsync(form, "check", (Kwh, "１２．５"));
            Assert.Contains("用电(kWh)|12.50|更改", check.Text);
            await first.KillAsync();
        }

        // The form was open while the server was away.
        await using var silo = await RunningSilo.StartAsync(database, ports);
        var sent = await phone.PressAsync(check, "submit");
        var again = await phone.PressAsync(check, "submit");
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (sent.Status, again.Status));

        var receipt = await phone.GetAsync(sent.Location!);
        Assert.Contains("✓ 已存入", receipt.Text);
        Assert.Contains("回执 第 1 号", receipt.Text);
        Assert.Contains("→ 12.5", receipt.Text);
        var second = await phone.GetAsync(again.Location!);
        Assert.Contains("没有再记一次", second.Text);
        Assert.Contains("回执 第 1 号", second.Text);
        Assert.Contains("→ 12.5", second.Text);

        Assert.Single((await SheetAsync(silo)).Lines);
        Assert.Equal(12.5m, await TotalAsync(silo));
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Fact]
    public async Task The_receipt_says_what_it_takes_to_draw_level_with_whoever_is_next_above()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet("t08"), SmallPlant.Entry(SmallPlant.Id(8), 30));
        await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet("t09"), SmallPlant.Entry(SmallPlant.Id(9), 20));
        using var phone = new Phone(silo.Address);

        Assert.Contains("名次|— → 3|前一名|9班(第 2 名),差 15 分", (await SubmitAsync(phone, "5")).Text);
        Assert.Contains("名次|3 → 2|前一名|8班(第 1 名),差 2.5 分", (await SubmitAsync(phone, "22.5")).Text);
        var first = (await SubmitAsync(phone, "10")).Text;
        Assert.Contains("名次|2 → 1", first);
        Assert.DoesNotContain("前一名", first);
    }

    [Fact]
    public async Task A_wrong_figure_is_corrected_with_a_reason_then_voided_and_the_history_keeps_all()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);
        await SubmitAsync(phone, "125");

        var form = await phone.GetAsync((await phone.GetAsync(History())).Link("/entry/correct/"));
        var check = await phone.PressAsync(form, "check", ("value", "12.5"), ("reason", "1"), ("details", "多打了一位"));
        Assert.Contains("125.00 → 12.50", check.Text);
        var receipt = await phone.GetAsync((await phone.PressAsync(check, "submit")).Location!);
        Assert.Contains("125.0 → 12.5", receipt.Text);
        Assert.Contains("第 2 版|125.00 → 12.50|班长", (await phone.GetAsync(History())).Text);
        Assert.Contains("原因: 录错小数点或单位:多打了一位", (await phone.GetAsync(History())).Text);

        form = await phone.GetAsync((await phone.GetAsync(History())).Link("/entry/correct/"));
        check = await phone.PressAsync(form, "check", ("void", "yes"), ("reason", "4"), ("details", "重复"));
        await phone.PressAsync(check, "submit");
        Assert.Contains("第 3 版|12.50 → 作废|班长", (await phone.GetAsync(History())).Text);
        Assert.NotEqual(12.5m, await TotalAsync(silo));
        await silo.AssertRecountIsEqualAsync(SmallPlant.Board);
    }

    [Fact]
    public async Task After_hand_over_the_form_enters_late()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);
        await SubmitAsync(phone, "5");

        var confirm = await phone.GetAsync("/entry/sign-off/p1/t07/2015-01-05/day");
        Assert.Equal(HttpStatusCode.SeeOther, (await phone.PressAsync(confirm, "")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await phone.PressAsync(confirm, "")).Status);
        Assert.True((await SheetAsync(silo)).SignedOff);

        Assert.Contains("现在填的记为补报", (await phone.GetAsync(Form())).Text);
        var receipt = await SubmitAsync(phone, "6");
        Assert.Contains("补报", receipt.Text);
        Assert.Contains("5 → 11", receipt.Text);
    }

    [Fact]
    public async Task Nonsense_is_answered_with_a_page_and_changes_nothing()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);
        foreach (var (address, says) in new[]
        {
            ("/entry/p2/t07/2015-01-05/day", "没有这个厂。"), ("/entry/p1/t77/2015-01-05/day", "该日没有这个班组。"),
            ("/entry/p1/t07/2015-01-05/dusk", "该日这个班组没有这个班次。"), ("/entry/p1/t07/2999-01-05/day", "日期太早,或晚于明天。"),
            ("/entry/p1/t07/2015-13-05/day", "地址不完整"), ("/entry/p1/p1/2015-01-05/day", "该日没有这个班组。"),
            ("/entry/history/p1/t77/2015-01-05/day", "没有这个厂、班组、日期或班次。"),
            ("/entry/receipt/p1/t07/2015-01-05/day/made-up", "这个回执打不开了"),
            ($"/entry/correct/p1/t07/2015-01-05/day/{SmallPlant.Id(7)}", "没有这条填报"),
        })
        {
            var page = await phone.GetAsync(address);
            Assert.True(page.Status == HttpStatusCode.NotFound && page.Text.Contains(says), $"{address}: {page.Status} {page.Text}");
        }

        var form = await phone.GetAsync(Form());
        foreach (var typed in new[] { "twelve", "-1", "1.234", "99999999999999999999", "1e3", "'; drop table facts; --", "<b>1</b>" })
        {
            var refused = await phone.PressAsync(form, "submit", (Kwh, typed));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains("有 1 处问题", refused.Text);
            Assert.Contains("<title>错误:", refused.Html);
            Assert.Equal(typed, refused.Fields()[Kwh]);
        }

        foreach (var (name, value) in new[] { ("id:kwh", "no-guid"), ("id:never|~~", "x"), ("record:1", "1"), ("step", "dance"), ("way", "?") })
        {
            var page = await phone.PressAsync(form, "submit", (Kwh, name == "step" ? "" : "x"), (name, value));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        }

        var stale = await phone.PostAsync(Form(), [new("step", "submit"), new(Kwh, "1")]);
        Assert.Equal(HttpStatusCode.BadRequest, stale.Status);
        Assert.Contains("表单过期了|没有存入。", stale.Text);
        Assert.Contains($"href=\"{Form()}\"", stale.Html);
        Assert.Empty((await SheetAsync(silo)).Lines);
        Assert.DoesNotContain("fail:", silo.Log);
    }

    [Fact]
    public async Task With_keys_the_page_says_why_nobody_writes_here_and_stays_readable()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        var ports = SiloPorts.Take();
        using var phone = new Phone(ports.Address);
        Phone.Page form;
        await using (var open = await RunningSilo.StartAsync(database, ports))
        {
            await SmallPlant.SetUpAsync(open);
            await SubmitAsync(phone, "5");
            form = await phone.GetAsync(Form());
            await open.StopAsync();
        }

        await using var silo = await RunningSilo.StartAsync(
            database, ports,
            "--Ganchao:Keys:0:Key=a-key-of-the-office-17", "--Ganchao:Keys:0:Role=Statistician", "--Ganchao:Keys:0:Actor=mes-1");
        var page = await phone.GetAsync(Form());
        Assert.Contains("网页登录还没有开放", page.Text);
        Assert.Contains("用电(kWh)|5.00", page.Text);
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.PressAsync(form, "submit", (Kwh, "6"))).Status);
        Assert.Single((await SheetAsync(silo)).Lines);
        Assert.Contains("班长", (await phone.GetAsync(History())).Text);
    }

    private static string Form() => "/entry/p1/t07/2015-01-05/day";

    private static string History() => "/entry/history/p1/t07/2015-01-05/day";

    /// <summary>Form, check, submit; the receipt.</summary>
    private static async Task<Phone.Page> SubmitAsync(Phone phone, string kwh)
    {
        var check = await phone.PressAsync(await phone.GetAsync(Form()), "check", (Kwh, kwh));
        var sent = await phone.PressAsync(check, "submit");
        Assert.True(sent.Status == HttpStatusCode.SeeOther, sent.Text);
        return await phone.GetAsync(sent.Location!);
    }

    private static async Task<SheetView> SheetAsync(RunningSilo silo) => (await silo.Http.GetFromJsonAsync<SheetView>(
        new Uri(SmallPlant.Sheet(), UriKind.Relative), GanchaoJson.Options, Token))!;

    private static async Task<decimal?> TotalAsync(RunningSilo silo) =>
        (await silo.ReadFrameAsync(SmallPlant.Board)).Rows.Single(row => row.Entrant == "t07").Total;
}
