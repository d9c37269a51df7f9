using System.Net;
using Ganchao.Cluster.Tests.Entry;

namespace Ganchao.Cluster.Tests.Grids;

/// <summary>A month sheet as a grid: typed or pasted, checked, sent once, corrected with a reason.</summary>
public sealed class GridPageTests
{
    private const string One = "v:team/t07!cost_actual";
    private const string Two = "v:team/t08!cost_actual";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Figures_are_typed_checked_and_recorded_once_and_corrected_with_a_reason(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);

        var page = await desk.GetAsync(ReportingPlant.Foundry);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("铸造分厂 · 月报", page.Text);
        Assert.DoesNotContain("车工班", page.Text);
        var check = await desk.PressAsync(page, "check", (One, "１,234.5"), (Two, "800"));
        Assert.Equal(HttpStatusCode.OK, check.Status);
        Assert.Contains("核对:2 个数,其中更正 0 个", check.Text);
        Assert.Empty((await ReportingPlant.SheetAsync(silo, "foundry")).Lines);
        var sent = await desk.PressAsync(check, "submit");
        var again = await desk.PressAsync(check, "submit");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (sent.Status, again.Status));
        var received = await desk.GetAsync(sent.Location!);
        Assert.Contains("✓ 已存入 2 个数", received.Text);
        Assert.Contains("回执:本表第 1–2 号", received.Text);
        Assert.Contains("没有再记一次", (await desk.GetAsync(again.Location!)).Text);
        Assert.Equal([1234.5m, 800m], (await ReportingPlant.SheetAsync(silo, "foundry")).Lines.Select(static line => line.Value));

        var changed = await desk.PressAsync(received with { Address = ReportingPlant.Foundry }, "check", (One, "1243.5"), (Two, ""));
        Assert.Contains("核对:2 个数,其中更正 2 个", changed.Text);
        Assert.Contains("1,234.50 → ", changed.Text);
        var without = await desk.PressAsync(changed, "submit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Contains("请选择更正原因", without.Text);
        var with = await desk.PressAsync(without, "submit", ("reason", "0"), ("details", "看错行"));

        Assert.Equal(HttpStatusCode.SeeOther, with.Status);
        Assert.Equal([1243.5m, null], (await ReportingPlant.SheetAsync(silo, "foundry")).Lines.Select(static line => line.Value));
        var history = (await desk.GetAsync("/entry/history/department/p1/foundry/2015-01-01/month")).Text;
        Assert.Contains("录错数字:看错行", history);
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Fact]
    public async Task What_is_impossible_is_said_at_its_cell_and_nothing_typed_is_lost()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);

        var page = await desk.GetAsync(ReportingPlant.Foundry);
        var words = await desk.PressAsync(page, "check", (One, "many"), (Two, "5"));
        var refused = await desk.PressAsync(page, "check", (One, "-1"), (Two, "5"));
        var nothing = await desk.PressAsync(page, "check");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, words.Status);
        Assert.Contains("造型一班 · 实际成本: “many”不是数字。", words.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("造型一班 · 实际成本: 超出允许的范围", refused.Text);
        Assert.Equal("5", refused.Fields()[Two]);
        Assert.Contains("没有填新的数,也没有改数。", nothing.Text);
    }

    [Fact]
    public async Task An_unusual_figure_asks_for_its_tick_and_reason()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);
        foreach (var month in Enumerable.Range(6, 6))
        {
            await ReportingPlant.EnterAsync(silo, "foundry", $"2014-{month:00}-01", ReportingPlant.Cost("t07", 1_000 + month));
        }

        var check = await desk.PressAsync(await desk.GetAsync(ReportingPlant.Foundry), "check", (One, "1008000"));
        var without = await desk.PressAsync(check, "submit");
        var with = await desk.PressAsync(
            without, "submit", ("ok:team/t07!cost_actual", "yes"), ("why:team/t07!cost_actual", "大修转入"));

        Assert.Contains("像是单位错了", check.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, without.Status);
        Assert.Equal(HttpStatusCode.SeeOther, with.Status);
    }

    [Fact]
    public async Task A_block_of_a_spreadsheet_fills_by_names_or_from_the_corner()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);
        var page = await desk.GetAsync(ReportingPlant.Foundry);

        var named = await desk.PressAsync(
            page, "paste", ("paste", "班组\t预算成本(元)\t实际成本(元)\n造型二班\t900\t950\n造型一班\t1,000\t\n清砂班\t1\t2\n合计\t1,900\t950"));
        var corner = (await desk.PressAsync(page, "paste", ("paste", "1\t2\n3\t4"))).Fields();
        var tooLarge = await desk.PressAsync(page, "paste", ("paste", "1\n2\n3"));

        var fields = named.Fields();
        Assert.Equal(
            ("", "1000", "950", "900"),
            (fields[One], fields["v:team/t07!cost_budget"], fields[Two], fields["v:team/t08!cost_budget"]));
        Assert.Contains("有 1 行的名字对不上:清砂班", named.Text);
        Assert.Equal(("1", "2", "3", "4"), (corner[One], corner["v:team/t07!cost_budget"], corner[Two], corner["v:team/t08!cost_budget"]));
        Assert.Contains("粘贴了 3 行 1 列,下表只有 2 行 2 列", tooLarge.Text);
    }

    [Fact]
    public async Task Details_and_figures_on_other_sheets_are_shown()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);
        await ReportingPlant.EnterAsync(silo, "foundry", "2014-12-01", ReportingPlant.Cost("t07", 5, "材料"), ReportingPlant.Cost("t08", 7, "能源"));
        await ReportingPlant.EnterAsync(silo, "p1", "2015-01-01", ReportingPlant.Cost("t07", 88, "材料"));

        var page = await desk.GetAsync(ReportingPlant.Foundry);

        Assert.Contains("v:team/t08!cost_actual~材料", page.Fields().Keys);
        Assert.Contains("88.00 已填在小厂的表上", page.Text);
        Assert.DoesNotContain("v:team/t07!cost_actual~材料", page.Fields().Keys);
    }

    [Theory]
    [InlineData("/entry/department/p9/foundry/2015-01-01/month")]
    [InlineData("/entry/department/p1/nobody/2015-01-01/month")]
    [InlineData("/entry/department/p1/foundry/2015-01-02/month")]
    [InlineData("/entry/department/p1/foundry/2999-01-01/month")]
    [InlineData("/entry/department/p1/foundry/2015-01-01/decade")]
    public async Task A_sheet_that_there_is_not_is_not_found(string address)
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await ReportingPlant.SetUpAsync(silo);
        using var desk = new Phone(silo.Address);

        var page = await desk.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("没有这个部门或期间", page.Text);
    }
}
