using System.Net;
using System.Text.RegularExpressions;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Contracts.Identity;

namespace Ganchao.Cluster.Tests.Identity;

/// <summary>
/// Somebody asks to be erased: the administrator sees it, ends the roles, and name and account go; the figures stay.
/// </summary>
public sealed partial class ErasureTests
{
    private const string Shift = "p1/t07/2015-01-05/day";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Whoever_asks_is_erased_once_no_role_is_held_and_what_was_entered_stays(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var lead = await people.HireAsync("lijie", Role.ShiftLead, "t07");
        var boss = people.Administrator;
        await lead.PressAsync(await lead.PressAsync(await lead.GetAsync($"/entry/{Shift}"), "check", ("v:kwh", "12")), "submit");
        var id = Account().Match((await boss.GetAsync("/accounts?q=lijie")).Html).Groups["id"].Value;

        var unasked = await EraseAsync("yes");
        await People.PostAsync(lead, "/account", "erasure");
        var asked = await boss.GetAsync("/accounts");
        var inOffice = await EraseAsync("yes");
        var held = HeldRole().Match(asked.Html).Value;
        var ended = await People.PostAsync(
            boss, "/accounts", WebUtility.HtmlDecode(HandlerOf(held)), ("account", id), ("role", "ShiftLead"), ("unit", "t07"),
            ("for", ""), ("act", "end"));
        var unsure = await EraseAsync("no");
        var erased = await EraseAsync("yes");

        Assert.Equal(HttpStatusCode.BadRequest, unasked.Status);
        Assert.All([inOffice, unsure], page => Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status));
        Assert.Contains("此人还有职务", inOffice.Text);
        Assert.Contains("申请删除姓名和账号", asked.Text);
        Assert.True(ended.Status == HttpStatusCode.OK, ended.Text);
        Assert.Contains("班长 · 7班|到(含当天)", ended.Text);
        Assert.True(erased.Status == HttpStatusCode.OK, erased.Text);
        Assert.DoesNotContain("lijie", (await boss.GetAsync("/accounts")).Text);
        Assert.Equal(0, await database.CountInHostAsync("select count(*) from account where name = 'lijie' or display = 'lijie'"));
        Assert.NotEqual(HttpStatusCode.OK, (await lead.GetAsync("/account")).Status);
        using var stranger = new Phone(silo.Address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await People.SignInAsync(stranger, "lijie", People.Password)).Status);
        Assert.Contains("12.00", (await boss.GetAsync($"/entry/history/{Shift}")).Text);
        await Commands.AssertNothingIsWrongAsync(database);

        Task<Phone.Page> EraseAsync(string sure) => People.PostAsync(
            boss, "/accounts", $"erase-{id}", ("account", id), ("act", "erase"), ("sure", sure));
    }

    private static string HandlerOf(string form) => Handler().Match(form).Groups["handler"].Value;

    [GeneratedRegex("name=\"account\" value=\"(?<id>[^\"]*)\"")]
    private static partial Regex Account();

    [GeneratedRegex("_handler\" value=\"end-[^\"]*ShiftLead[^\"]*\"")]
    private static partial Regex HeldRole();

    [GeneratedRegex("value=\"(?<handler>[^\"]*)\"")]
    private static partial Regex Handler();
}
