using System.Net;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Identity;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Silo.Tests.Identity;

public sealed class CallersTests
{
    [Fact]
    public void The_demo_is_open_to_another_machine_without_a_key() =>
        Assert.Equal(Role.ShiftLead, new Callers([], isOpen: true).Of(FromElsewhere(), Role.ShiftLead).Actor?.Role);

    [Fact]
    public void Without_the_demo_another_machine_needs_a_key()
    {
        var caller = new Callers([]).Of(FromElsewhere(), Role.ShiftLead);

        Assert.Null(caller.Actor);
        Assert.Equal("no-keys", caller.Rule);
    }

    private static DefaultHttpContext FromElsewhere() => new()
    {
        Connection = { RemoteIpAddress = IPAddress.Parse("10.0.0.7") },
    };
}
