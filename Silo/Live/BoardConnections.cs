using Ganchao.Contracts.Boards;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace Ganchao.Silo.Live;

/// <summary>
/// Hands each connection to the relay, which writes to it by itself: one slow viewer must hold up nobody, and must not have
/// frames queued for it.
/// </summary>
internal sealed class BoardConnections(BoardRelay relay, ILogger<DefaultHubLifetimeManager<BoardHub>> logger)
    : DefaultHubLifetimeManager<BoardHub>(logger)
{
    public override async Task OnConnectedAsync(HubConnectionContext connection)
    {
        await base.OnConnectedAsync(connection);
        var query = connection.GetHttpContext()?.Request.Query;
        var board = query?[BoardAddress.Board].ToString() ?? "";
        var kind = BoardAddress.KindOf(query?[BoardAddress.Viewer]);
        var viewer = new BoardViewer(
            connection.ConnectionId, kind == ViewerKind.NotSet ? ViewerKind.Live : kind, connection.WriteAsync);
        if (BoardId.TryParse(board, out var id))
        {
            relay.Join(id, viewer);
        }
        else
        {
            viewer.Write(nameof(IBoardClient.NoBoard), board);
        }
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        relay.Leave(connection.ConnectionId);
        return base.OnDisconnectedAsync(connection);
    }
}
