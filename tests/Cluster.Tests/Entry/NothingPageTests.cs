using System.Net;
using System.Net.Http.Json;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Json;

namespace Ganchao.Cluster.Tests.Entry;

/// <summary>无事可报, from the form to the receipt and the history.</summary>
public sealed class NothingPageTests
{
    private const string Shift = "p1/t07/2015-01-05/day";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_shift_without_anything_is_reported_received_kept_and_signed_off(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);

        var page = await phone.GetAsync((await phone.GetAsync($"/entry/{Shift}")).Link("/entry/nothing/"));
        var sent = await phone.PressAsync(page, "");
        var again = await phone.PressAsync(page, "");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (sent.Status, again.Status));
        Assert.Contains("无事可报|回执 第 1 号", (await phone.GetAsync(sent.Location!)).Text);
        Assert.Contains("没有再记一次", (await phone.GetAsync(again.Location!)).Text);
        Assert.Contains("无事可报 · 班长", (await phone.GetAsync($"/entry/history/{Shift}")).Text);
        Assert.Contains("本班已报“无事可报”", (await phone.GetAsync($"/entry/{Shift}")).Text);
        Assert.Equal("", (await phone.GetAsync($"/entry/{Shift}")).Link("/entry/nothing/"));
        await phone.PressAsync(await phone.GetAsync($"/entry/sign-off/{Shift}"), "");
        var view = await silo.Http.GetFromJsonAsync<SheetView>(
            new Uri($"/api/shifts/{Shift}", UriKind.Relative), GanchaoJson.Options, TestContext.Current.CancellationToken);
        Assert.Equal((true, true, 2), (view!.SignedOff, view.NothingToReport, view.Version));
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Fact]
    public async Task A_sheet_with_figures_refuses_it_in_words()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);
        var page = await phone.GetAsync($"/entry/nothing/{Shift}");
        await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet(), SmallPlant.Entry(SmallPlant.Id(1)));

        var refused = await phone.PressAsync(page, "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("本班已有填报,不能再报“无事可报”。", refused.Text);
        Assert.Contains("没有这个厂。", (await phone.GetAsync("/entry/nothing/p2/t07/2015-01-05/day")).Text);
    }
}
