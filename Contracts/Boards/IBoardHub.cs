namespace Ganchao.Contracts.Boards;

/// <summary>What a viewer of a board is told.</summary>
public interface IBoardClient
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

/// <summary>What a viewer of a board can ask for.</summary>
public interface IBoardHub
{
    /// <summary>The whole board once more: a delta did not fit on what the viewer holds.</summary>
    Task Snapshot();
}
