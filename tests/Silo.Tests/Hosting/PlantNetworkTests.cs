using System.Net;
using Ganchao.Silo.Hosting;

namespace Ganchao.Silo.Tests.Hosting;

public class PlantNetworkTests
{
    private static readonly IPAddress[] Machine = [IPAddress.Parse("10.0.0.5"), IPAddress.Parse("192.168.1.7")];

    [Theory]
    [InlineData("http://0.0.0.0:5080", "http://10.0.0.5:5080/ http://192.168.1.7:5080/")]
    [InlineData("http://[::]:5080", "http://10.0.0.5:5080/ http://192.168.1.7:5080/")]
    [InlineData("http://+:80", "http://10.0.0.5/ http://192.168.1.7/")]
    [InlineData("https://ganchao.works:5443", "https://ganchao.works:5443/")]
    [InlineData("http://10.0.0.5:5080", "http://10.0.0.5:5080/")]
    [InlineData("http://127.0.0.1:5080", "")]
    [InlineData("http://localhost:5080", "")]
    [InlineData("http://[::1]:5080", "")]
    public void Others_are_told_addresses_that_lead_here(string bound, string told) =>
        Assert.Equal(told, string.Join(' ', PlantNetwork.Reachable([bound], Machine)));

    [Fact]
    public void An_address_is_told_once() =>
        Assert.Single(PlantNetwork.Reachable(["http://10.0.0.5:5080", "http://0.0.0.0:5080"], Machine[..1]));

    [Theory]
    [InlineData("10.0.0.5", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.7.7", false)]
    [InlineData("fe80::1", false)]
    public void An_address_that_nobody_gave_the_machine_is_of_no_network(string address, bool isOfOne) =>
        Assert.Equal(isOfOne, PlantNetwork.IsOfANetwork(IPAddress.Parse(address)));
}
