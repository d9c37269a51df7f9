using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Ganchao.Silo.Hosting;

/// <summary>At which addresses other machines of the plant's network find this one.</summary>
internal static class PlantNetwork
{
    private static readonly string[] EveryAddress = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>
    /// What to tell others, by the addresses that the system listens at; empty where it answers this machine only.
    /// </summary>
    /// <param name="bound">As the server names them, such as <c>http://0.0.0.0:5080</c>.</param>
    /// <param name="machine">The machine's own addresses, the likeliest first.</param>
    public static IReadOnlyList<Uri> Reachable(IEnumerable<string> bound, IReadOnlyList<IPAddress> machine) =>
    [
        .. bound.Select(BindingAddress.Parse)
            .SelectMany(address => HostsOf(address.Host, machine)
                .Select(host => new UriBuilder(address.Scheme, host, address.Port).Uri))
            .Distinct(),
    ];

    /// <summary>The addresses of this machine in its networks; those with a way out first.</summary>
    public static IReadOnlyList<IPAddress> OfThisMachine() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(network => network.OperationalStatus == OperationalStatus.Up &&
                network.NetworkInterfaceType is not (NetworkInterfaceType.Loopback or NetworkInterfaceType.Tunnel))
            .Select(network => network.GetIPProperties())
            .OrderByDescending(network => network.GatewayAddresses.Count)
            .SelectMany(network => network.UnicastAddresses)
            .Select(unicast => unicast.Address)
            .Where(IsOfANetwork),
    ];

    /// <summary>Not one that a machine gives itself where nobody else does (169.254…).</summary>
    public static bool IsOfANetwork(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address) &&
            address.GetAddressBytes() is not [169, 254, ..];
    }

    public static bool IsThisMachineOnly(string host) =>
        host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static IEnumerable<string> HostsOf(string host, IReadOnlyList<IPAddress> machine) =>
        EveryAddress.Contains(host) ? machine.Select(address => address.ToString())
        : IsThisMachineOnly(host) ? []
        : [host];
}
