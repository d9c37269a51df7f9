using System.Net;
using Ganchao.Cluster.Tests.Entry;

namespace Ganchao.Cluster.Tests.Identity;

/// <summary>The sign-in and the own pages for a browser on the server itself: there passkeys work over plain http.</summary>
internal sealed class PasskeyDoor(RunningSilo silo)
{
    public Uri Address { get; } = new UriBuilder(silo.Address) { Host = "localhost" }.Uri;

    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    public Phone Open() => new(Address, ("Origin", Origin));

    /// <summary>A browser in which somebody has signed in by password.</summary>
    public async Task<Phone> OpenAsync(string name)
    {
        var phone = Open();
        Assert.Equal(HttpStatusCode.SeeOther, (await People.SignInAsync(phone, name, People.Password)).Status);
        return phone;
    }

    /// <summary>What the page's script gets before it asks the device for a new passkey.</summary>
    public static Task<Phone.Page> AskToAddAsync(Phone phone, string password = People.Password) =>
        PostAsync(phone, "/account/passkeys", "/account/passkey", ("password", password));

    public static Task<Phone.Page> AskToSignInAsync(Phone phone) => PostAsync(phone, "/sign-in", "/sign-in/passkey");

    public static Task<Phone.Page> AddAsync(Phone phone, string name, string answer) =>
        People.PostAsync(phone, "/account/passkeys", "add", ("name", name), ("answer", answer));

    public async Task AddAsync(Phone phone, SoftKey key, string name = "我的手机")
    {
        var challenge = await AskToAddAsync(phone);
        Assert.True(challenge.Status == HttpStatusCode.OK, $"{challenge.Status} {challenge.Html}");
        var added = await AddAsync(phone, name, key.Make(challenge.Html, Origin));
        Assert.True(added.Status == HttpStatusCode.OK, added.Text);
    }

    public async Task<Phone.Page> SignInAsync(Phone phone, SoftKey key, bool spoil = false)
    {
        var challenge = await AskToSignInAsync(phone);
        Assert.True(challenge.Status == HttpStatusCode.OK, $"{challenge.Status} {challenge.Html}");
        return await AnswerAsync(phone, key.Sign(challenge.Html, Origin, spoil));
    }

    public static Task<Phone.Page> AnswerAsync(Phone phone, string answer) =>
        People.PostAsync(phone, "/sign-in", "passkey", ("answer", answer), ("back", "/account"));

    public static Task<Phone.Page> ChangeAsync(Phone phone, string passkey, string act, string name = "") =>
        People.PostAsync(phone, "/account/passkeys", $"change-{passkey}", ("passkey", passkey), ("act", act), ("name", name));

    private static async Task<Phone.Page> PostAsync(
        Phone phone, string page, string address, params (string Name, string Value)[] fields)
    {
        var token = (await phone.GetAsync(page)).Fields()["__RequestVerificationToken"];
        return await phone.PostAsync(address, fields
            .Append(("__RequestVerificationToken", token))
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
    }
}
