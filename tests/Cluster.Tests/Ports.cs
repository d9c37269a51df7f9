using System.Net;
using System.Net.Sockets;

namespace Ganchao.Cluster.Tests;

/// <summary>Free ports of this machine, below those that it hands out by itself.</summary>
internal static class Ports
{
    private const int First = 20_000;
    private const int Count = 12_000;
    private const int Step = 97;

    private static int _next = Environment.ProcessId * Step % Count;

    public static int Take()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _next) % Count);
            if (IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
