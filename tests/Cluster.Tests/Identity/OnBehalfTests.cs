using System.Net;
using System.Text;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Contracts.Identity;

namespace Ganchao.Cluster.Tests.Identity;

/// <summary>A statistician enters for a lead: both names are kept.</summary>
public sealed class OnBehalfTests
{
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
