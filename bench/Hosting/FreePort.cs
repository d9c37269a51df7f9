using System.Net;
using System.Net.Sockets;

namespace Ganchao.Bench.Hosting;

/// <summary>Free ports of this machine, below those that it hands out by itself.</summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Count = 12_000;

    private static int _next = Environment.ProcessId % Count;

    public static int Take()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _next) % Count);
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                continue; // Taken: the next one.
            }
        }
    }
}
