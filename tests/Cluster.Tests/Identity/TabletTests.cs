using System.Net;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Contracts.Identity;

namespace Ganchao.Cluster.Tests.Identity;

/// <summary>A shared tablet is paired once; on it, and only on it, a lead signs in with number and PIN.</summary>
public sealed class TabletTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_paired_tablet_takes_number_and_pin_until_the_pairing_ends(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var pin = await people.GivePinAsync("lead", "1007", Role.ShiftLead, "t07");
        using var tablet = new Phone(silo.Address);

        // Not paired: the right PIN is worth nothing.
        Assert.Contains("没有配对", (await SignInAsync(tablet, "1007", pin)).Text);

        var code = await people.OfferAsync("t07");
        Assert.Equal("/tablet", (await PairAsync(tablet, code)).Location);
        Assert.Equal("/entry", (await SignInAsync(tablet, "1007", pin)).Location);
        Assert.Equal(HttpStatusCode.OK, (await tablet.GetAsync("/entry/p1/t07/2015-01-05/day")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await tablet.GetAsync("/entry/p1/t08/2015-01-05/day")).Status);

        await people.EndTabletsAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await tablet.GetAsync("/entry")).Status);
        Assert.Contains("没有配对", (await tablet.GetAsync("/tablet")).Text);
    }

    [Fact]
    public async Task A_pairing_code_works_once()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var code = await people.OfferAsync("t07");
        using var tablet = new Phone(silo.Address);
        using var other = new Phone(silo.Address);

        Assert.Equal("/tablet", (await PairAsync(tablet, code)).Location);

        Assert.Contains("代码不对", (await PairAsync(other, code)).Text);
    }

    [Fact]
    public async Task Guessing_a_pin_locks_the_account_on_every_tablet()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var pin = await people.GivePinAsync("lead", "1007", Role.ShiftLead, "t07");
        using var tablet = new Phone(silo.Address);
        await PairAsync(tablet, await people.OfferAsync("t07"));
        for (var guess = 0; guess < 4; guess++)
        {
            Assert.Contains("不对", (await SignInAsync(tablet, "1007", "000000x")).Text);
        }

        Assert.Contains("次数太多", (await SignInAsync(tablet, "1007", "000000x")).Text);
        Assert.Contains("次数太多", (await SignInAsync(tablet, "1007", pin)).Text);
    }

    [Fact]
    public async Task A_tablet_of_another_team_takes_no_pin_and_a_pin_is_no_password()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var pin = await people.GivePinAsync("lead", "1007", Role.ShiftLead, "t07");
        using var tablet = new Phone(silo.Address);
        await PairAsync(tablet, await people.OfferAsync("t08"));

        Assert.Contains("不是您班组的", (await SignInAsync(tablet, "1007", pin)).Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await People.SignInAsync(tablet, "1007", pin)).Status);
    }

    [Fact]
    public async Task Locking_leads_back_to_the_tablets_own_page()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var pin = await people.GivePinAsync("lead", "1007", Role.ShiftLead, "t07");
        using var tablet = new Phone(silo.Address);
        await PairAsync(tablet, await people.OfferAsync("t07"));
        await SignInAsync(tablet, "1007", pin);
        Assert.Contains("tablet-lock", (await tablet.GetAsync("/entry")).Html);

        var locked = await People.PostAsync(tablet, "/sign-out", "sign-out");

        Assert.Equal("/tablet", locked.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await tablet.GetAsync("/entry")).Status);
    }

    private static Task<Phone.Page> PairAsync(Phone tablet, string code) => People.PostAsync(tablet, "/tablet", "pair", ("code", code));

    private static async Task<Phone.Page> SignInAsync(Phone tablet, string number, string pin)
    {
        var page = await tablet.GetAsync("/tablet");
        return page.Html.Contains("name=\"pin\"")
            ? await People.PostAsync(tablet, "/tablet", "pin", ("number", number), ("pin", pin))
            : page;
    }
}
