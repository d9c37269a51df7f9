using System.Security.Claims;
using Ganchao.Dashboard.Offline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Ganchao.Dashboard.Tests.Offline;

public class OfflineOfferTests
{
    [Theory]
    [InlineData("", "https", "plant.example", "ganchao:device", true)]
    [InlineData("", "https", "plant.example", "ganchao:tablet", true)]
    [InlineData("", "https", "plant.example", "ganchao:person", false)]    // a phone of one's own
    [InlineData("", "http", "plant.example", "ganchao:device", false)]     // no browser keeps anything of plain http
    [InlineData("", "http", "127.0.0.1", "ganchao:device", true)]
    [InlineData("always", "https", "plant.example", "", true)]
    [InlineData("always", "http", "10.1.2.3", "", false)]
    [InlineData("never", "https", "plant.example", "ganchao:device", false)]
    public void Paired_tablets_over_https_are_offered_the_outbox(
        string setting, string scheme, string host, string claim, bool expected)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Ganchao:Offline", (string?)setting)])
            .Build();
        var context = new DefaultHttpContext { Request = { Scheme = scheme, Host = new HostString(host) } };
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(claim, "1")]));

        Assert.Equal(expected, new OfflineOffer(configuration).IsMadeTo(context));
    }
}
