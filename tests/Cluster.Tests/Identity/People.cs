using System.Net;
using System.Text.RegularExpressions;
using Ganchao.Cluster.Tests.Entry;
using Ganchao.Contracts.Identity;

namespace Ganchao.Cluster.Tests.Identity;

/// <summary>The people of the small plant: an administrator who sets it up, and whoever is given an account.</summary>
internal sealed partial class People(RunningSilo silo) : IDisposable
{
    public const string Password = "own password 7";

    private const string AdministratorName = "boss";

    /// <summary>Signed in.</summary>
    public Phone Administrator { get; } = new(silo.Address);

    /// <summary>The small plant with its first account.</summary>
    public static async Task<People> SetUpAsync(RunningSilo silo)
    {
        await SmallPlant.SetUpAsync(silo);
        return await SetUpOnAsync(silo);
    }

    /// <summary>The first account of a plant that is there already.</summary>
    public static async Task<People> SetUpOnAsync(RunningSilo silo)
    {
        var people = new People(silo);
        var done = await people.SetUpAsync(CodeOf(silo));
        Assert.Equal(HttpStatusCode.SeeOther, done.Status);
        return people;
    }

    public static string CodeOf(RunningSilo silo) => Code().Matches(silo.Log)[^1].Groups["code"].Value;

    public async Task<Phone.Page> SetUpAsync(string code) => await PostAsync(
        Administrator, "/set-up", "set-up", ("code", code), ("plant", SmallPlant.Plant), ("plant-name", "小厂"),
        ("name", AdministratorName), ("display", "系统管理员"), ("password", Password));

    /// <summary>Makes an account with a role and signs its person in with a password of the person's own.</summary>
    public async Task<Phone> HireAsync(string name, Role role, string unit)
    {
        var made = await PostAsync(
            Administrator, "/accounts", "new", ("name", name), ("number", ""), ("display", name), ("role", role.ToString()),
            ("unit", unit));
        Assert.True(made.Status == HttpStatusCode.OK, made.Text);
        var phone = new Phone(silo.Address);
        var first = Secret().Match(made.Html).Groups["secret"].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await SignInAsync(phone, name, first)).Status);
        var changed = await PostAsync(phone, "/account", "password", ("old", first), ("fresh", Password));
        Assert.True(changed.Status == HttpStatusCode.OK, changed.Text);
        return phone;
    }

    public static Task<Phone.Page> SignInAsync(Phone phone, string name, string password) =>
        PostAsync(phone, "/sign-in", "sign-in", ("name", name), ("password", password), ("back", "/entry"));

    /// <summary>Posts one of the forms of a page.</summary>
    public static async Task<Phone.Page> PostAsync(
        Phone phone, string address, string handler, params (string Name, string Value)[] fields)
    {
        var page = await phone.GetAsync(address);
        return await phone.PostAsync(address, fields
            .Append(("_handler", handler))
            .Append(("__RequestVerificationToken", Token().Match(page.Html).Groups["token"].Value))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
    }

    /// <summary>Presses one button at every account of the plant.</summary>
    public async Task ChangeAllAsync(string act)
    {
        var list = await Administrator.GetAsync("/accounts");
        foreach (var id in Account().Matches(list.Html).Select(match => match.Groups["id"].Value).Distinct())
        {
            await PostAsync(Administrator, "/accounts", $"change-{id}", ("account", id), ("act", act));
        }
    }

    /// <summary>Presses one button at one account without a staff number; a new password comes back.</summary>
    public async Task<string> ChangeAsync(string name, string act)
    {
        var list = await Administrator.GetAsync("/accounts");
        var id = Regex.Match(list.Html, $"<small>{name} </small>.*?name=\"account\" value=\"([^\"]*)\"", RegexOptions.Singleline).Groups[1].Value;
        var changed = await PostAsync(Administrator, "/accounts", $"change-{id}", ("account", id), ("act", act));
        Assert.True(changed.Status == HttpStatusCode.OK, changed.Text);
        return Secret().Match(changed.Html).Groups["secret"].Value;
    }

    /// <summary>Makes an account with a staff number and a PIN, which is what comes back.</summary>
    public async Task<string> GivePinAsync(string name, string number, Role role, string unit)
    {
        await PostAsync(
            Administrator, "/accounts", "new", ("name", name), ("number", number), ("display", name), ("role", role.ToString()),
            ("unit", unit));
        var list = await Administrator.GetAsync("/accounts");
        var id = Regex.Match(list.Html, $"{name} {number}.*?name=\"account\" value=\"([^\"]*)\"", RegexOptions.Singleline).Groups[1].Value;
        return Secret().Match((await PostAsync(Administrator, "/accounts", $"change-{id}", ("account", id), ("act", "pin"))).Html)
            .Groups["secret"].Value;
    }

    /// <summary>A code that pairs one tablet to a unit.</summary>
    public async Task<string> OfferAsync(string unit) =>
        Secret().Match((await PostAsync(Administrator, "/tablets", "offer", ("name", "平板"), ("unit", unit))).Html)
            .Groups["secret"].Value;

    /// <summary>Ends every pairing.</summary>
    public async Task EndTabletsAsync()
    {
        foreach (Match tablet in Tablet().Matches((await Administrator.GetAsync("/tablets")).Html))
        {
            var id = tablet.Groups["id"].Value;
            await PostAsync(Administrator, "/tablets", $"end-{id}", ("tablet", id));
        }
    }

    public void Dispose() => Administrator.Dispose();

    [GeneratedRegex("type the code (?<code>[A-Z0-9]+)")]
    private static partial Regex Code();

    [GeneratedRegex("name=\"account\" value=\"(?<id>[^\"]*)\"")]
    private static partial Regex Account();

    [GeneratedRegex("name=\"tablet\" value=\"(?<id>[^\"]*)\"")]
    private static partial Regex Tablet();

    [GeneratedRegex("class=\"secret\">(?<secret>[^<]*)<")]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]*)\"")]
    private static partial Regex Token();
}
