using System.Net;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Contracts.Identity;

namespace Ganchao.Cluster.Tests.Identity;

/// <summary>Passkeys against the real process: who gets in, who does not, and what is left of a removed one.</summary>
public sealed class PasskeyTests
{
    private const string Refused = "通行密钥没有通过";
    private const string Locked = "次数太多";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_passkey_signs_in_until_it_is_removed(DatabaseKind kind)
    {
        await using var database = await SiloDatabase.CreateAsync(kind);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var hired = await people.HireAsync("lead", Role.ShiftLead, "t07");
        var door = new PasskeyDoor(silo);
        using var desk = await door.OpenAsync("lead");
        using var phone = door.Open();
        using var key = new SoftKey();

        await door.AddAsync(desk, key, "我的手机");
        Assert.Contains("还没用过", (await desk.GetAsync("/account/passkeys")).Text);
        var signedIn = await door.SignInAsync(phone, key);
        Assert.Equal((HttpStatusCode.SeeOther, "/account"), (signedIn.Status, signedIn.Location));
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync("/entry/p1/t07/2015-01-05/day")).Status);
        Assert.Contains("上次使用", (await desk.GetAsync("/account/passkeys")).Text);

        Assert.Contains("已保存", (await PasskeyDoor.ChangeAsync(desk, key.Id, "rename", "旧手机")).Text);
        Assert.Contains("旧手机", (await phone.GetAsync("/account")).Text);
        Assert.Contains("已保存", (await PasskeyDoor.ChangeAsync(desk, key.Id, "remove")).Text);

        Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync("/account")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/account")).Status);
        Assert.Contains(Refused, (await door.SignInAsync(phone, key)).Text);
        Assert.Contains("还没有通行密钥", (await desk.GetAsync("/account/passkeys")).Text);
        Assert.Contains("移除于", (await desk.GetAsync("/account")).Text);
        var data = (await desk.GetAsync("/account/data")).Html;
        Assert.Contains("\"removedAt\":\"20", data);
        Assert.Contains($"\"id\":\"{key.Id}\"", data);
    }

    [Fact]
    public async Task An_answer_signs_in_once_though_a_thief_has_the_cookies_too()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var door = new PasskeyDoor(silo);
        using var desk = await door.OpenAsync("boss");
        using var key = new SoftKey { Counts = false };
        await door.AddAsync(desk, key);
        using var phone = door.Open();
        var answer = key.Sign((await PasskeyDoor.AskToSignInAsync(phone)).Html, door.Origin);
        using var thief = phone.Copy();

        Assert.Equal(HttpStatusCode.SeeOther, (await PasskeyDoor.AnswerAsync(phone, answer)).Status);

        Assert.Contains(Refused, (await PasskeyDoor.AnswerAsync(thief, answer)).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/account")).Status);
        Assert.Contains("answered before", silo.Log);
    }

    [Fact]
    public async Task Wrong_answers_are_refused_in_the_same_words_and_lock_the_account_whose_passkey_they_name()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var hired = await people.HireAsync("lead", Role.ShiftLead, "t07");
        var door = new PasskeyDoor(silo);
        using var desk = await door.OpenAsync("lead");
        using var boss = await door.OpenAsync("boss");
        using var key = new SoftKey();
        using var bossKey = new SoftKey();
        await door.AddAsync(desk, key);
        await door.AddAsync(boss, bossKey);
        using var phone = door.Open();
        using var other = door.Open();

        // Nobody's passkey, no answer at all, an answer without a challenge: no account is guessed at.
        using var unknown = new SoftKey { Handle = key.Handle };
        await AssertRefusedAsync(challenge => unknown.Sign(challenge, door.Origin));
        await AssertRefusedAsync(_ => "");
        await AssertRefusedAsync(_ => "null");
        await AssertRefusedAsync(_ => new string('[', 10_000));
        await AssertRefusedAsync(_ => "{\"id\":7,\"response\":[]}");
        await AssertRefusedAsync(_ => "{\"id\":\"*\",\"response\":{\"clientDataJSON\":\"e30\"}}");
        await AssertRefusedAsync(_ => new string('x', 20_000));
        var elsewhere = await PasskeyDoor.AskToSignInAsync(other);
        Assert.Contains(Refused, (await PasskeyDoor.AnswerAsync(door.Open(), key.Sign(elsewhere.Html, door.Origin))).Text);

        // Five in the name of the lead's passkey.
        await AssertRefusedAsync(challenge => key.Sign(challenge, door.Origin, spoil: true));
        await AssertRefusedAsync(challenge => key.Sign(challenge, "http://evil.example"));
        await AssertRefusedAsync(challenge => key.Sign(challenge, "http://localhost:1"));
        await AssertRefusedAsync(_ => key.Sign(elsewhere.Html, door.Origin));
        key.Handle = bossKey.Handle;
        await AssertRefusedAsync(challenge => key.Sign(challenge, door.Origin));

        Assert.Contains(Locked, (await People.SignInAsync(other, "lead", People.Password)).Text);
        Assert.Equal(HttpStatusCode.SeeOther, (await door.SignInAsync(other, bossKey)).Status);
        string[] reasons =
        [
            "cannot be read", "signature was invalid", "'http://evil.example'", "'http://localhost:1'", "challenge does not match",
            "does not belong",
        ];
        Assert.All(reasons, reason => Assert.Contains(reason, silo.Log));

        async Task AssertRefusedAsync(Func<string, string> answer)
        {
            var challenge = await PasskeyDoor.AskToSignInAsync(phone);
            var page = await PasskeyDoor.AnswerAsync(phone, answer(challenge.Html));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Contains(Refused, page.Text);
            Assert.DoesNotContain(Locked, page.Text);
            Assert.Equal(HttpStatusCode.Redirect, (await phone.GetAsync("/account")).Status);
        }
    }

    [Fact]
    public async Task What_no_database_takes_is_a_wrong_answer_and_no_fault()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var door = new PasskeyDoor(silo);
        using var desk = await door.OpenAsync("boss");
        using var key = new SoftKey();
        await door.AddAsync(desk, key);
        using var phone = door.Open();

        foreach (var handle in new[] { "AA", "_w", "*", "" })
        {
            key.Handle = handle;
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await door.SignInAsync(phone, key)).Status);
        }

        foreach (var (passkey, act, name) in new[] { ("*", "remove", ""), ("*", "rename", "x"), (key.Id, "rename", "a\nb") })
        {
            var changed = await People.PostAsync(
                desk, "/account/passkeys", $"change-{key.Id}", ("passkey", passkey), ("act", act), ("name", name));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.Status);
        }

        Assert.Contains("我的手机", (await desk.GetAsync("/account/passkeys")).Text);
    }

    [Fact]
    public async Task A_device_that_asks_for_no_finger_is_not_enough()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var door = new PasskeyDoor(silo);
        using var desk = await door.OpenAsync("boss");
        using var key = new SoftKey { Verifies = false };
        var challenge = await PasskeyDoor.AskToAddAsync(desk);

        var added = await PasskeyDoor.AddAsync(desk, "手机", key.Make(challenge.Html, door.Origin));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, added.Status);
        Assert.Contains("通行密钥没有添加", added.Text);
    }

    [Fact]
    public async Task A_copied_device_whose_count_stands_still_is_refused()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var door = new PasskeyDoor(silo);
        using var desk = await door.OpenAsync("boss");
        using var key = new SoftKey();
        await door.AddAsync(desk, key);
        using var phone = door.Open();
        Assert.Equal(HttpStatusCode.SeeOther, (await door.SignInAsync(phone, key)).Status);

        key.Count = 0;

        Assert.Contains(Refused, (await door.SignInAsync(phone, key)).Text);
    }

    [Fact]
    public async Task A_locked_or_shut_account_is_not_opened_by_its_passkey_and_opens_again_with_it()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var hired = await people.HireAsync("lead", Role.ShiftLead, "t07");
        var door = new PasskeyDoor(silo);
        using var desk = await door.OpenAsync("lead");
        using var key = new SoftKey();
        await door.AddAsync(desk, key);
        using var phone = door.Open();
        for (var guess = 0; guess < 5; guess++)
        {
            await People.SignInAsync(phone, "lead", "wrong");
        }

        Assert.Contains(Locked, (await door.SignInAsync(phone, key)).Text);
        await people.ChangeAsync("lead", "shut");
        Assert.Equal(HttpStatusCode.Redirect, (await desk.GetAsync("/account")).Status);
        Assert.Contains(Locked, (await door.SignInAsync(phone, key)).Text);
        await people.ChangeAsync("lead", "open");

        Assert.Equal(HttpStatusCode.SeeOther, (await door.SignInAsync(phone, key)).Status);
    }

    [Fact]
    public async Task An_administrators_new_password_removes_the_passkeys()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var hired = await people.HireAsync("lead", Role.ShiftLead, "t07");
        var door = new PasskeyDoor(silo);
        using var desk = await door.OpenAsync("lead");
        using var key = new SoftKey();
        await door.AddAsync(desk, key);

        var secret = await people.ChangeAsync("lead", "password");

        using var phone = door.Open();
        Assert.Contains(Refused, (await door.SignInAsync(phone, key)).Text);
        Assert.Equal(HttpStatusCode.SeeOther, (await People.SignInAsync(phone, "lead", secret)).Status);
        Assert.Contains("系统管理员给新密码时移除", (await phone.GetAsync("/account")).Text);

        // The administrator knows this password: nothing is added beside it.
        Assert.Contains("这里不能管理", (await phone.GetAsync("/account/passkeys")).Text);
        var token = (await phone.GetAsync("/account")).Fields()["__RequestVerificationToken"];
        var asked = await phone.PostAsync("/account/passkey", new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["password"] = secret,
        });
        Assert.Equal(HttpStatusCode.NotFound, asked.Status);
    }

    [Fact]
    public async Task Adding_one_needs_the_password_and_guessing_it_locks_the_account()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var door = new PasskeyDoor(silo);
        using var desk = await door.OpenAsync("boss");
        for (var guess = 0; guess < 5; guess++)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PasskeyDoor.AskToAddAsync(desk, "wrong")).Status);
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PasskeyDoor.AskToAddAsync(desk)).Status);
        using var phone = door.Open();
        Assert.Contains(Locked, (await People.SignInAsync(phone, "boss", People.Password)).Text);
    }

    [Fact]
    public async Task One_persons_challenge_adds_nothing_to_another_account_and_nobody_changes_anothers_passkey()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var hired = await people.HireAsync("lead", Role.ShiftLead, "t07");
        var door = new PasskeyDoor(silo);
        using var boss = await door.OpenAsync("boss");
        using var bossKey = new SoftKey();
        await door.AddAsync(boss, bossKey);
        var challenge = await PasskeyDoor.AskToAddAsync(boss);
        using var second = new SoftKey();
        var answer = second.Make(challenge.Html, door.Origin);

        // The browser changes hands between the challenge and the answer.
        Assert.Equal(HttpStatusCode.SeeOther, (await People.SignInAsync(boss, "lead", People.Password)).Status);
        Assert.Contains("通行密钥没有添加", (await PasskeyDoor.AddAsync(boss, "手机", answer)).Text);

        // A form for a passkey is on the page only where it is the person's own; its fields can be forged.
        using var leadKey = new SoftKey();
        await door.AddAsync(boss, leadKey);
        var forged = await People.PostAsync(
            boss, "/account/passkeys", $"change-{leadKey.Id}", ("passkey", bossKey.Id), ("act", "remove"), ("name", ""));
        Assert.Contains("没有这个通行密钥", forged.Text);
        using var phone = door.Open();
        Assert.Equal(HttpStatusCode.SeeOther, (await door.SignInAsync(phone, bossKey)).Status);
        Assert.Contains("系统管理员", (await phone.GetAsync("/account")).Text);
    }

    [Fact]
    public async Task Passkeys_are_offered_over_https_and_on_the_server_itself_and_nowhere_else()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var https = ("X-Forwarded-Proto", "https");
        var name = ("Host", "ganchao.plant.example");

        Assert.True(await IsOfferedAsync(https, name));
        Assert.True(await IsOfferedAsync(("Host", "localhost:5080")));
        Assert.False(await IsOfferedAsync());
        Assert.False(await IsOfferedAsync(name));
        Assert.False(await IsOfferedAsync(https, ("Host", "10.1.2.3")));
        Assert.False(await IsOfferedAsync(https, name, ("User-Agent", "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.49")));

        async Task<bool> IsOfferedAsync(params (string, string)[] headers)
        {
            using var phone = new Phone(silo.Address, headers);
            var page = await phone.GetAsync("/sign-in");
            var isShown = page.Html.Contains("passkey", StringComparison.Ordinal);
            Assert.Contains("name=\"password\"", page.Html);
            var asked = await PasskeyDoor.AskToSignInAsync(phone);
            Assert.Equal(isShown ? HttpStatusCode.OK : HttpStatusCode.NotFound, asked.Status);
            return isShown;
        }
    }

    [Fact]
    public async Task Behind_a_proxy_that_speaks_https_the_key_belongs_to_the_name_that_people_type()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        const string Origin = "https://ganchao.plant.example";
        (string, string)[] proxy = [("X-Forwarded-Proto", "https"), ("Host", "ganchao.plant.example"), ("Origin", Origin)];
        using var desk = new Phone(silo.Address, proxy);
        await People.SignInAsync(desk, "boss", People.Password);
        using var key = new SoftKey();
        var challenge = await PasskeyDoor.AskToAddAsync(desk);
        Assert.Contains("\"id\":\"ganchao.plant.example\"", challenge.Html);
        Assert.Contains("已保存", (await PasskeyDoor.AddAsync(desk, "手机", key.Make(challenge.Html, Origin))).Text);
        using var phone = new Phone(silo.Address, proxy);

        // The same name without https is another origin.
        challenge = await PasskeyDoor.AskToSignInAsync(phone);
        Assert.Contains(Refused, (await PasskeyDoor.AnswerAsync(phone, key.Sign(challenge.Html, "http://ganchao.plant.example"))).Text);
        challenge = await PasskeyDoor.AskToSignInAsync(phone);
        var signedIn = await PasskeyDoor.AnswerAsync(phone, key.Sign(challenge.Html, Origin));

        Assert.Equal(HttpStatusCode.SeeOther, signedIn.Status);
    }

    [Fact]
    public async Task A_post_that_none_of_our_pages_made_gets_nothing()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var door = new PasskeyDoor(silo);
        using var desk = await door.OpenAsync("boss");
        using var phone = door.Open();
        Dictionary<string, string> password = new() { ["password"] = People.Password };

        Assert.Equal(HttpStatusCode.BadRequest, (await phone.PostAsync("/sign-in/passkey", [])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await desk.PostAsync("/account/passkey", password)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.PostAsync("/account/passkey", password)).Status);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await desk.PostAsync("/account/passkeys", [new("_handler", "add"), new("answer", "{}"), new("name", "x")])).Status);
    }

    [Theory]
    [InlineData("/sign-in/passkey")]
    [InlineData("/account/passkey")]
    [InlineData("/sign-in")]
    public async Task Trying_too_often_is_told_to_wait(string address)
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        using var phone = new Phone(silo.Address);
        await People.SignInAsync(phone, "boss", People.Password);
        var statuses = new List<HttpStatusCode>();
        for (var guess = 0; guess < 70; guess++)
        {
            statuses.Add((await phone.PostAsync(address, [new("_handler", "passkey"), new("answer", "{}")])).Status);
        }

        Assert.NotEqual(HttpStatusCode.TooManyRequests, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
    }

    [Fact]
    public async Task On_a_shared_tablet_nobody_keeps_a_passkey()
    {
        await using var database = await SiloDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var silo = await RunningSilo.StartAsync(database);
        using var people = await People.SetUpAsync(silo);
        var pin = await people.GivePinAsync("lead", "1007", Role.ShiftLead, "t07");
        var door = new PasskeyDoor(silo);
        using var tablet = door.Open();
        await People.PostAsync(tablet, "/tablet", "pair", ("code", await people.OfferAsync("t07")));
        await People.PostAsync(tablet, "/tablet", "pin", ("number", "1007"), ("pin", pin));

        Assert.Contains("这里不能管理", (await tablet.GetAsync("/account/passkeys")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await PasskeyDoor.AskToAddAsync(tablet)).Status);
    }
}
