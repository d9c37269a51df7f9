using System.Net;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Contracts.Entries;

namespace Ganchao.Cluster.Tests.LostDays;

/// <summary>补录: the paper sheets of a day are typed on one page, marked, with the time on the paper.</summary>
public sealed class LostDayPageTests
{
    private const string Day = "/entry/day?plant=p1&date=2015-01-05";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Paper_sheets_of_a_day_are_entered_at_once_marked_and_with_their_time(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);

        var check = await phone.PressAsync(
            await phone.GetAsync(Day), "check", ("v:t07/day!kwh", "１２.5"), ("at:t07/day!", "15.40"), ("v:t09/day!kwh", "7"));
        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Contains("核对:2 个班次,2 个数", check.Text);
        var sent = await phone.PressAsync(check, "submit");
        var again = await phone.PressAsync(check, "submit");

        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Equal($"{Day}&page=1", sent.Location);
        Assert.Equal(HttpStatusCode.SeeOther, again.Status);
        var page = await phone.GetAsync(Day);
        Assert.Contains("7班 · 白班|✓ 已有 1 项", page.Text);
        Assert.Contains("8班 · 白班|缺报", page.Text);
        Assert.Contains("9班 · 白班|✓ 已有 1 项", page.Text);
        var line = Assert.Single((await SheetAsync(silo, "t07")).Lines);
        Assert.Equal(12.5m, line.Value);
        var history = (await phone.GetAsync("/entry/history/p1/t07/2015-01-05/day")).Text;
        Assert.Contains("补录", history);
        Assert.Contains("15:40", history);
        Assert.Contains("原始时间", history);
    }

    [Fact]
    public async Task What_one_sheet_refuses_is_said_there_and_keeps_no_other_from_being_typed_on()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);

        var refused = await phone.PressAsync(
            await phone.GetAsync(Day), "check", ("v:t07/day!kwh", "-1"), ("v:t08/day!kwh", "many"), ("at:t09/day!", "25:00"),
            ("v:t09/day!kwh", "3"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("有 3 处问题", refused.Text);
        Assert.Contains("8班 · 白班: “many”不是数字。", refused.Text);
        Assert.Contains("9班 · 白班: “25:00”不是时间。请写成 16:00。", refused.Text);
        Assert.Equal("3", refused.Fields()["v:t09/day!kwh"]);
        Assert.Empty((await SheetAsync(silo, "t09")).Lines);
    }

    [Fact]
    public async Task A_column_of_a_spreadsheet_fills_the_tables_from_the_top()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);
        var page = await phone.GetAsync(Day);

        var pasted = (await phone.PressAsync(page, "paste", ("paste", "12.5\r\n\r\n7\r\n"))).Fields();
        var tooMany = await phone.PressAsync(page, "paste", ("paste", "1\n2\n3\n4"));

        Assert.Equal(
            ("12.5", "", "7"), (pasted["v:t07/day!kwh"], pasted["v:t08/day!kwh"], pasted["v:t09/day!kwh"]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooMany.Status);
        Assert.Contains("粘贴了 4 行,下表只有 3 个数", tooMany.Text);
        Assert.Equal("", tooMany.Fields()["v:t07/day!kwh"]);
    }

    [Fact]
    public async Task An_unusual_figure_asks_for_its_tick_and_reason()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);
        foreach (var date in Enumerable.Range(6, 10))
        {
            await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet("t07", date), SmallPlant.Entry(Guid.CreateVersion7()));
        }

        var check = await phone.PressAsync(
            await phone.GetAsync("/entry/day?plant=p1&date=2015-01-16"), "check", ("v:t07/day!kwh", "98765"));
        var without = await phone.PressAsync(check, "submit");
        var with = await phone.PressAsync(check, "submit", ("ok:t07/day!kwh", "yes"), ("why:t07/day!kwh", "三天的数"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Equal(HttpStatusCode.SeeOther, with.Status);
    }

    [Fact]
    public async Task A_page_of_several_thousand_fields_is_taken()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);
        var others = Enumerable.Range(0, 5_000).Select(number => ($"v:t77/day!m{number}", ""));

        var check = await phone.PressAsync(await phone.GetAsync(Day), "check", [.. others, ("v:t07/day!kwh", "12.5")]);

        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Contains("核对:1 个班次,1 个数", check.Text);
    }

    [Theory]
    [InlineData("/entry/day?plant=p9")]
    [InlineData("/entry/day?plant=p1&date=yesterday")]
    public async Task A_day_that_there_is_not_is_not_found(string address)
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);

        Assert.Equal(HttpStatusCode.NotFound, (await phone.GetAsync(address)).Status);
    }

    private static async Task<SheetView> SheetAsync(RunningSilo silo, string team)
    {
        using var answer = await silo.Http.GetAsync(new Uri($"/api/shifts/p1/{team}/2015-01-05/day", UriKind.Relative), Token);
        return await Api.ReadAsync<SheetView>(silo, answer);
    }
}
