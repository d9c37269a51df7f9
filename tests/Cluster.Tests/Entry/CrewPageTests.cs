using System.Globalization;
using System.Net;
using Ganchao.Cluster.Tests.Identity;
using Ganchao.Contracts.Identity;

namespace Ganchao.Cluster.Tests.Entry;

/// <summary>出勤工时: by person, where they worked; whoever is borrowed is confirmed by the own lead.</summary>
public sealed class CrewPageTests
{
    private static readonly string Day = TimeProvider.System.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Hours_are_entered_where_people_worked_mirrored_where_they_belong_and_confirmed_there(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var seven = await people.HireAsync("lead-7", Role.ShiftLead, "t07");
        using var eight = await people.HireAsync("lead-8", Role.ShiftLead, "t08");
        var form = await seven.GetAsync((await seven.GetAsync($"/entry/p1/t07/{Day}/day")).Link("/entry/crew/"));

        var wrong = await seven.PressAsync(form, "order", ("order", "w-22"));
        var borrowed = await seven.PressAsync(wrong, "order", ("order", " W-2"));
        var four = await seven.PressAsync(borrowed, "fill:8", ("v:hours@w-2", "4"));
        var check = await seven.PressAsync(four, "check");
        var sent = await seven.PressAsync(check, "submit");

        Assert.Contains("w-1", form.Text);
        Assert.DoesNotContain("w-2", form.Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("没有人员“w-22”。最接近的是:w-2。", wrong.Text);
        Assert.Contains("w-2 · 借自8班 · 派遣", borrowed.Text);
        Assert.Equal(("8", "4"), (four.Fields()["v:hours@w-1"], four.Fields()["v:hours@w-2"]));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        var receipt = (await seven.GetAsync(sent.Location!)).Text;
        Assert.Contains("w-1", receipt);
        Assert.Contains("w-2", receipt);

        var mirrored = await eight.GetAsync($"/entry/crew/p1/t08/{Day}/day");
        Assert.Contains("w-2 · 派遣|出勤工时(h) · 在7班|4.00|待本班确认", mirrored.Text);
        Assert.Equal("", (await eight.PressAsync(mirrored, "fill:8")).Fields()["v:hours@w-2"]);
        Assert.Contains("没有要确认的", (await seven.GetAsync("/entry/confirm")).Text);
        var confirm = await eight.GetAsync("/entry/confirm");
        Assert.Contains("别的班组填报的本班人员工时", confirm.Text);
        var pressed = await eight.PressAsync(confirm, "", ("shift", $"loan:p1/t07/{Day}/day"));
        Assert.Equal(HttpStatusCode.SeeOther, pressed.Status);
        Assert.Contains("本班已确认", (await eight.GetAsync($"/entry/crew/p1/t08/{Day}/day")).Text);
        Assert.Contains("没有要确认的", (await eight.GetAsync("/entry/confirm")).Text);

        await CorrectAsync(seven, "5");
        Assert.Contains("|5.00|待本班确认", (await eight.GetAsync($"/entry/crew/p1/t08/{Day}/day")).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await eight.GetAsync($"/entry/crew/p1/t07/{Day}/day")).Status);
        await Commands.AssertNothingIsWrongAsync(database);
    }

    private static async Task CorrectAsync(Phone lead, string hours)
    {
        var page = await lead.GetAsync($"/entry/crew/p1/t07/{Day}/day");
        var links = page.Html.Split("href=\"").Where(part => part.StartsWith("/entry/correct/", StringComparison.Ordinal))
            .Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]).ToList();
        var form = await lead.GetAsync(links[^1]);
        Assert.Contains("w-2", form.Text);
        var check = await lead.PressAsync(form, "check", ("value", hours), ("reason", "0"));
        Assert.Equal(HttpStatusCode.SeeOther, (await lead.PressAsync(check, "submit")).Status);
    }
}
