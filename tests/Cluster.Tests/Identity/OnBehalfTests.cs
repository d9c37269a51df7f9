using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;

namespace Ganchao.Cluster.Tests.Identity;

/// <summary>A statistician enters for a lead: both names are kept.</summary>
public sealed class OnBehalfTests
{
    private const string Key = "a key of sixteen or more";
    private const string Form = "/entry/p1/t07/2015-01-05/day";

    [Fact]
    public async Task What_a_statistician_types_is_marked_and_names_both()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var lead = await people.HireAsync("lead", Role.ShiftLead, "t07");
        using var statistician = await people.HireAsync("statistician", Role.Statistician, "t07");

        await EnterAsync(statistician, "12.5");
        await EnterAsync(lead, "3");

        var payloads = (await database.ReadEventsAsync())
            .Select(stored => Encoding.UTF8.GetString(Convert.FromHexString(stored.Payload)))
            .Where(text => text.Contains("\"measure\":\"kwh\""))
            .ToList();
        var behalf = Assert.Single(payloads, text => text.Contains("\"way\":\"on-behalf\""));
        Assert.Matches("\"for\":\"p-[a-z0-9]+\"", behalf);
        Assert.Contains("\"value\":\"12.5", behalf, StringComparison.Ordinal);
        Assert.Contains("代填", (await lead.GetAsync("/entry/history/p1/t07/2015-01-05/day")).Text);
    }

    [Fact]
    public async Task The_lead_confirms_at_the_next_sign_in_and_nobody_else()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        var ports = SiloPorts.Take();
        await using var first = await RunningSilo.StartAsync(database, ports);
        using var people = await People.SetUpAsync(first);
        using var lead = await people.HireAsync("lead", Role.ShiftLead, "t07");
        using var other = await people.HireAsync("other", Role.ShiftLead, "t08");
        using var statistician = await people.HireAsync("statistician", Role.Statistician, "t07");
        var leadId = new PersonId(Regex.Match((await lead.GetAsync("/account")).Text, "p-[a-z0-9]{10}").Value);
        await first.StopAsync();
        await using var silo = await RunningSilo.StartAsync(
            database, ports, $"--Ganchao:Keys:0:Key={Key}", "--Ganchao:Keys:0:Role=Statistician", "--Ganchao:Keys:0:Actor=mes-1");
        silo.Http.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1);
        await SmallPlant.AssertEnteredAsync(
            silo,
            string.Create(CultureInfo.InvariantCulture, $"/api/shifts/p1/t07/{today:yyyy-MM-dd}/day"),
            SmallPlant.Entry(Guid.CreateVersion7(), 12.5m) with { Way = EntryWay.OnBehalf, For = leadId });

        Assert.Contains("有 1 份班报的代填等您确认", (await lead.GetAsync("/entry")).Text);
        Assert.Contains("没有要确认的", (await other.GetAsync("/entry/confirm")).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await statistician.GetAsync("/entry/confirm")).Status);

        var page = await lead.GetAsync("/entry/confirm");
        var shift = ("shift", string.Create(CultureInfo.InvariantCulture, $"p1/t07/{today:yyyy-MM-dd}/day"));
        Assert.Contains("12.5", page.Text);
        Assert.Equal(HttpStatusCode.SeeOther, (await lead.PressAsync(page, "", shift)).Status);
        Assert.Contains("没有要确认的", (await lead.GetAsync("/entry/confirm")).Text);

        // Pressed twice: what was confirmed is not there any more.
        Assert.Equal(HttpStatusCode.SeeOther, (await lead.PressAsync(page, "", shift)).Status);
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Fact]
    public async Task Everybody_sees_the_own_teams_only()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var lead = await people.HireAsync("lead", Role.ShiftLead, "t07");
        using var auditor = await people.HireAsync("auditor", Role.Auditor, "");

        var own = (await lead.GetAsync("/entry")).Text;

        Assert.Contains("7班", own);
        Assert.DoesNotContain("8班", own);
        Assert.DoesNotContain("7班", (await auditor.GetAsync("/entry")).Text);
    }

    private static async Task EnterAsync(Phone phone, string kwh)
    {
        var check = await phone.PressAsync(await phone.GetAsync(Form), "check", ("v:kwh", kwh));
        var sent = await phone.PressAsync(check, "submit");
        Assert.True(sent.Status == HttpStatusCode.SeeOther, sent.Text);
    }
}
