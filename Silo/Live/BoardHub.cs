using Ganchao.Contracts.Boards;
using Microsoft.AspNetCore.SignalR;

namespace Ganchao.Silo.Live;

/// <summary>
/// Where viewers connect (<see cref="BoardAddress"/>). It only sends; all that a viewer can ask for is the whole board again.
/// </summary>
internal sealed class BoardHub(BoardRelay relay) : Hub<IBoardClient>, IBoardHub
{
    public Task Snapshot()
    {
        relay.Refresh(Context.ConnectionId);
        return Task.CompletedTask;
    }
}
