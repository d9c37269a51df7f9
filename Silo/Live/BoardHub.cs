using Ganchao.Contracts.Boards;
using Microsoft.AspNetCore.SignalR;

namespace Ganchao.Silo.Live;

/// <summary>What a viewer of a board is told.</summary>
internal interface IBoardClient
{
    /// <summary>The whole board: on joining, after a gap, and where more than rows has changed.</summary>
    Task Frame(BoardFrame frame);

    /// <summary>What has changed since the frame before.</summary>
    Task Delta(BoardDelta delta);

    /// <summary>Nothing has changed, and the server has made sure of it.</summary>
    Task Heartbeat(BoardHeartbeat heartbeat);

    /// <summary>There is no such board.</summary>
    Task NoBoard(string board);
}

/// <summary>
/// Where viewers connect: <c>/hubs/board?board=plant/competition/stage&amp;viewer=wall</c>, WebSockets without negotiation. It
/// only sends; all that a viewer can ask for is the whole board again.
/// </summary>
internal sealed class BoardHub(BoardRelay relay) : Hub<IBoardClient>
{
    public const string Path = "/hubs/board";

    /// <summary>The whole board once more: a delta did not fit on what the viewer holds.</summary>
    public void Snapshot() => relay.Refresh(Context.ConnectionId);
}
