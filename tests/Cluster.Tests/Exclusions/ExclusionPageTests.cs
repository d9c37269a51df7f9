using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;

namespace Ganchao.Cluster.Tests.Exclusions;

/// <summary>A stretch of a shift that does not count, against the real process: by page and by interface.</summary>
public sealed class ExclusionPageTests
{
    private const string Shift = "p1/t07/2015-01-05/day";
    private const string Page = $"/entry/exclusions/{Shift}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_power_cut_is_proposed_countersigned_and_counts_without_a_word_typed()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);

        var form = await phone.GetAsync(Page);
        var nothing = await phone.PressAsync(form, "propose");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains("有 3 处问题", nothing.Text);

        var sent = await phone.PressAsync(form, "propose", Choices("quality"));
        var again = await phone.PressAsync(form, "propose", Choices("quality"));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (sent.Status, again.Status));

        var waiting = await phone.GetAsync(Page);
        Assert.Contains("10:00–12:00 · 120 分钟 · 停电|责任方: 质检科|○ 待会签", waiting.Text);
        Assert.Contains("没有等着会签或裁定的时段", (await phone.GetAsync("/entry/exclusions")).Text);    // of this year
        Assert.Contains("○ 待会签", (await phone.GetAsync($"/entry/{Shift}")).Text);

        var stretch = Assert.Single((await SheetAsync(silo)).Exclusions!);
        var agreed = await phone.PressAsync(waiting, $"Agree:{stretch.Id}");
        Assert.Equal(HttpStatusCode.SeeOther, agreed.Status);
        var settled = await phone.GetAsync(Page);
        Assert.Contains("✓ 已会签,免计", settled.Text);
        Assert.Contains("认定部门(责任方) 会签同意", settled.Text);
        Assert.Equal(ExclusionState.Agreed, Assert.Single((await SheetAsync(silo)).Exclusions!).State);
        await silo.AssertRecountIsEqualAsync(SmallPlant.Board);
        await Commands.AssertNothingIsWrongAsync(database);
    }

    [Fact]
    public async Task A_contested_stretch_is_decided_by_the_office()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);
        await phone.PressAsync(await phone.GetAsync(Page), "propose", Choices("t08"));
        var stretch = Assert.Single((await SheetAsync(silo)).Exclusions!);

        var waiting = await phone.GetAsync($"{Page}?lang=en");
        var unsaid = await phone.PressAsync(waiting, $"Contest:{stretch.Id}");
        Assert.Contains("Choose or type a reason.", unsaid.Text);
        await phone.PressAsync(waiting, $"Contest:{stretch.Id}", ($"why-{stretch.Id}", "It was not that long"));
        var contested = await phone.GetAsync($"{Page}?lang=en");
        Assert.Contains("contested, to be decided", contested.Text);
        Assert.Contains("It was not that long", contested.Text);

        await phone.PressAsync(contested, $"Reject:{stretch.Id}", ($"why-{stretch.Id}", "Not enough evidence"));
        var decided = await phone.GetAsync($"{Page}?lang=en");
        Assert.Contains("decided: not left out", decided.Text);
        Assert.Contains("competition office decided that it does not count", decided.Text);
    }

    [Fact]
    public async Task A_program_proposes_and_answers_and_is_told_what_breaks_a_rule()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        var form = new ExclusionForm(
            Guid.CreateVersion7(), 0, 60, ExclusionCause.NoMaterial, new UnitId("quality"), ExclusionSide.Team);
        var agree = new ExclusionAnswer(Guid.CreateVersion7(), ExclusionAct.Agree, ExclusionSide.Responsible);

        Assert.Equal(HttpStatusCode.OK, (await PutAsync(silo, $"{form.Id}", form)).Status);
        var agreed = await PutAsync(silo, $"{form.Id}/answer/{agree.Id}", agree, "department-certifier");
        Assert.Equal(HttpStatusCode.OK, agreed.Status);
        var over = await PutAsync(silo, $"{Other}", form with { Id = Other, FromMinute = 30, ToMinute = 90 });
        var outside = await PutAsync(silo, $"{Other}", form with { Id = Other, FromMinute = 470, ToMinute = 490 });
        var mixed = await PutAsync(silo, $"{Other}", form);
        var settled = await PutAsync(silo, $"{form.Id}/answer/{Other}", agree with { Id = Other }, "department-certifier");

        Assert.Equal((HttpStatusCode.Conflict, "/problems/overlaps"), over);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/problems/outside-shift"), outside);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "/problems/id-differs"), mixed);
        Assert.Equal((HttpStatusCode.Conflict, "/problems/exclusion-settled"), settled);
    }

    private static Guid Other { get; } = Guid.CreateVersion7();

    private static (string, string)[] Choices(string responsible) =>
        [("from", "120"), ("minutes", "120"), ("cause", "PowerCut"), ("responsible", responsible), ("side", "Team")];

    private static async Task<SheetView> SheetAsync(RunningSilo silo)
    {
        using var answer = await silo.Http.GetAsync(new Uri($"/api/shifts/{Shift}", UriKind.Relative), Token);
        return await Api.ReadAsync<SheetView>(silo, answer);
    }

    private static async Task<(HttpStatusCode Status, string? Problem)> PutAsync<T>(
        RunningSilo silo, string address, T body, string? role = null)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Put, new Uri($"/api/shifts/{Shift}/exclusions/{address}", UriKind.Relative))
        {
            Content = JsonContent.Create(body, options: GanchaoJson.Options),
        };
        if (role is not null)
        {
            request.Headers.Add("Ganchao-Role", role);
        }

        using var answer = await silo.Http.SendAsync(request, Token);
        var read = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        return (answer.StatusCode, read.TryGetProperty("type", out var type) ? type.GetString() : null);
    }
}
