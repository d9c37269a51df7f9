using System.Net;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Contracts.Identity;

namespace Ganchao.Cluster.Tests.Identity;

/// <summary>Set-up, signing in, guessing, against the real process.</summary>
public sealed class SignInTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_first_start_makes_one_administrator_and_then_the_set_up_is_gone(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        await SmallPlant.SetUpAsync(silo);
        using var people = new People(silo);
        var code = People.CodeOf(silo);

        var wrong = await people.SetUpAsync("ABCDEFGHJK");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("代码不对", wrong.Text);

        Assert.Equal((HttpStatusCode.SeeOther, "/accounts"), await StatusOf(people.SetUpAsync(code)));
        Assert.Contains("系统管理员", (await people.Administrator.GetAsync("/accounts")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await people.Administrator.GetAsync("/set-up")).Status);
        using var stranger = new Phone(silo.Address);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/set-up")).Status);
    }

    [Fact]
    public async Task After_five_wrong_codes_another_one_holds()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = new People(silo);
        var first = People.CodeOf(silo);
        for (var guess = 0; guess < 5; guess++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await people.SetUpAsync("GUESS")).Status);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await people.SetUpAsync(first)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await people.SetUpAsync(People.CodeOf(silo))).Status);
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_the_sign_in_and_back()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var lead = await people.HireAsync("lead", Role.ShiftLead, "t07");
        const string Form = "/entry/p1/t07/2015-01-05/day";
        using var phone = new Phone(silo.Address);

        var shut = await phone.GetAsync(Form);
        Assert.Equal((HttpStatusCode.Redirect, $"/sign-in?back={Uri.EscapeDataString(Form)}"), (shut.Status, shut.Location));

        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync(shut.Location!)).Status);
        var page = await phone.GetAsync(shut.Location!);
        var signedIn = await phone.PressAsync(page, "", ("name", "LEAD"), ("password", People.Password));
        Assert.Equal((HttpStatusCode.SeeOther, Form), (signedIn.Status, signedIn.Location));
        Assert.Contains("用电", (await phone.GetAsync(Form)).Text);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Signing_in_leads_nowhere_else(string back)
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);

        var signedIn = await People.PostAsync(
            phone, "/sign-in", "sign-in", ("name", "boss"), ("password", People.Password), ("back", back));

        Assert.Equal("/entry", signedIn.Location);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_the_right_one_no_longer_helps()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var lead = await people.HireAsync("lead", Role.ShiftLead, "t07");
        using var phone = new Phone(silo.Address);
        for (var guess = 0; guess < 4; guess++)
        {
            Assert.Contains("不对", (await People.SignInAsync(phone, "lead", "wrong")).Text);
        }

        Assert.Contains("次数太多", (await People.SignInAsync(phone, "lead", "wrong")).Text);
        Assert.Contains("次数太多", (await People.SignInAsync(phone, "lead", People.Password)).Text);

        await people.ChangeAllAsync("open");

        Assert.Equal(HttpStatusCode.SeeOther, (await People.SignInAsync(phone, "lead", People.Password)).Status);
    }

    [Fact]
    public async Task Spraying_many_names_from_one_place_is_told_to_wait()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);
        var statuses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 70; guess++)
        {
            statuses.Add((await People.SignInAsync(phone, $"name-{guess}", "Spring2026!")).Status);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        using var refused = await silo.Http.PostAsync(
            new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task A_changed_password_signs_every_other_session_out()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var lead = await people.HireAsync("lead", Role.ShiftLead, "t07");
        using var other = new Phone(silo.Address);
        await People.SignInAsync(other, "lead", People.Password);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/account")).Status);

        await People.PostAsync(lead, "/account", "password", ("old", People.Password), ("fresh", "another one 99"));

        Assert.Equal(HttpStatusCode.OK, (await lead.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/account")).Status);
    }

    [Fact]
    public async Task A_forged_cookie_is_nobody()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/accounts");
        request.Headers.Add("Cookie", "ganchao=CfDJ8DV-forged-by-hand");
        using var browser = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(browser) { BaseAddress = silo.Address };

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/sign-in", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string? Location)> StatusOf(Task<Phone.Page> page) =>
        (await page) is var answer ? (answer.Status, answer.Location) : default;
}
