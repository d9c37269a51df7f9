using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Ganchao.EndToEnd.Walls;

/// <summary>What boards come through, between a browser and its plant: it can be cut and mended.</summary>
internal sealed partial class Cable
{
    private readonly List<IWebSocketRoute> _sockets = [];
    private bool _isCut;
    private bool _refusesSockets;

    private Cable()
    {
    }

    /// <summary>How often frames were asked for by HTTP.</summary>
    public int Polls { get; private set; }

    public static async Task<Cable> LayAsync(IBrowserContext context)
    {
        var cable = new Cable();
        await context.RouteWebSocketAsync(Hub(), cable.Connect);
        await context.RouteAsync(Frame(), cable.FetchAsync);
        return cable;
    }

    /// <summary>As a proxy between offices does: pages come through, sockets do not.</summary>
    public void RefuseSockets() => _refusesSockets = true;

    public async Task CutAsync()
    {
        _isCut = true;
        foreach (var socket in _sockets)
        {
            await socket.CloseAsync();
        }

        _sockets.Clear();
    }

    public void Mend() => _isCut = false;

    private void Connect(IWebSocketRoute socket)
    {
        if (_isCut || _refusesSockets)
        {
            _ = socket.CloseAsync();
            return;
        }

        socket.ConnectToServer();
        _sockets.Add(socket);
    }

    private Task FetchAsync(IRoute route)
    {
        Polls++;
        return _isCut ? route.AbortAsync() : route.ContinueAsync();
    }

    [GeneratedRegex("/hubs/board")]
    private static partial Regex Hub();

    [GeneratedRegex("/api/boards/.*/frame")]
    private static partial Regex Frame();
}
