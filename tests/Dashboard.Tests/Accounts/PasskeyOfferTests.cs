using Ganchao.Dashboard.Accounts;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Tests.Accounts;

public class PasskeyOfferTests
{
    private const string WeChat = "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 MicroMessenger/8.0.49 Language/zh_CN";

    [Theory]
    [InlineData("https", "plant.example", "", "", true)]
    [InlineData("https", "plant", "", "", true)]
    [InlineData("http", "localhost:5080", "", "", true)]
    [InlineData("http", "plant.example", "https", "", true)]     // a proxy speaks https for us
    [InlineData("http", "plant.example", "", "", false)]
    [InlineData("http", "plant.example", "http", "", false)]
    [InlineData("http", "127.0.0.1:5080", "", "", false)]        // no key is made for a bare address
    [InlineData("https", "10.1.2.3", "", "", false)]
    [InlineData("https", "[fd00::1]", "", "", false)]
    [InlineData("https", "plant.example", "", WeChat, false)]
    public void Passkeys_are_offered_where_a_browser_can_have_them(
        string scheme, string host, string forwarded, string browser, bool expected)
    {
        var request = new DefaultHttpContext { Request = { Scheme = scheme, Host = new HostString(host) } }.Request;
        request.Headers["X-Forwarded-Proto"] = forwarded;
        request.Headers.UserAgent = browser;

        Assert.Equal(expected, PasskeyOffer.IsMadeTo(request));
    }
}
