using System.Net;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Cluster.Tests.Identity;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Blanks;

namespace Ganchao.Cluster.Tests.Blanks;

/// <summary>Blank sheets are printed for a day and lead back to their forms by code.</summary>
public sealed class BlankPageTests
{
    private const string Blanks = "/entry/blank?plant=p1&date=2015-01-05";

    private static readonly ShiftId Shift = ShiftId.Parse("p1/t07/2015-01-05/day");

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Each_due_shift_has_a_sheet_with_its_fields_and_code_and_the_missing_ones_are_named(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);
        await SmallPlant.AssertEnteredAsync(silo, SmallPlant.Sheet("t08"), SmallPlant.Entry(SmallPlant.Id(1)));
        await phone.PressAsync(await phone.GetAsync("/entry/nothing/p1/t09/2015-01-05/day"), "");

        var page = await phone.GetAsync(Blanks);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("7班 · 白班|缺报", page.Text);
        Assert.Contains("8班 · 白班|已填", page.Text);
        Assert.Contains("9班 · 白班|无事可报", page.Text);
        Assert.Contains("班报 · 7班 · 白班", page.Text);
        Assert.Contains($"班报代码|{SheetCode.Of(Shift)}", page.Text);
        Assert.Contains("用电|kWh", page.Text);
        Assert.Contains("班长签字", page.Text);
        Assert.Contains($"{silo.Address}entry/{Shift}\"", page.Html);
        Assert.Equal(3, page.Html.Split("class=\"blank\"").Length - 1);
        Assert.DoesNotContain("<script", page.Html);
    }

    [Fact]
    public async Task A_code_leads_to_the_form_and_a_wrong_one_says_what_is_wrong()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);
        var code = SheetCode.Of(Shift);

        Assert.Equal($"/entry/{Shift}", (await OpenAsync(code)).Location);
        Assert.Equal($"/entry/{Shift}", (await OpenAsync(code.ToLowerInvariant())).Location);
        Assert.Equal($"/entry/{Shift}", (await OpenAsync($"{silo.Address}entry/{Shift}")).Location);
        await AssertRefusedAsync($"X{code[1..]}", "第 1 个字符“X”不对,应是“T”。");
        await AssertRefusedAsync(code[..^3], "代码不对");
        await AssertRefusedAsync(SheetCode.Of(Shift with { Team = new UnitId("t77") }), "该日没有这个班组。 (T77 · DAY)");
        await AssertRefusedAsync(SheetCode.Of(Shift with { Kind = new ShiftKind("dusk") }), "该日这个班组没有这个班次。");
        await AssertRefusedAsync(SheetCode.Of(Shift with { Date = new DateOnly(2068, 1, 5) }), "日期太早,或晚于明天。");
        await AssertRefusedAsync(SheetCode.Of(Shift with { Team = new UnitId("p1") }), "该日没有这个班组。");

        Task<Phone.Page> OpenAsync(string typed) => phone.GetAsync($"/entry/code?code={Uri.EscapeDataString(typed)}");

        async Task AssertRefusedAsync(string typed, string says)
        {
            var page = await OpenAsync(typed);
            Assert.True(page.Status == HttpStatusCode.UnprocessableEntity && page.Text.Contains(says), $"{typed}: {page.Text}");
            Assert.Equal(typed, page.Fields()["code"]);
        }
    }

    [Fact]
    public async Task Everybody_prints_the_own_teams_sheets_of_the_own_plant()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var lead = await people.HireAsync("lead", Role.ShiftLead, "t07");

        var page = await lead.GetAsync(Blanks);

        Assert.Contains("班报 · 7班", page.Text);
        Assert.DoesNotContain("8班", page.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetAsync("/entry/blank?plant=p2")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await lead.GetAsync("/entry/blank?date=today")).Status);
        Assert.Equal(HttpStatusCode.OK, (await lead.GetAsync("/entry/blank")).Status);
    }
}
