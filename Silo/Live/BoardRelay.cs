using Ganchao.Contracts.Boards;
using Ganchao.Dashboard.Walls;
using Ganchao.Grains;

namespace Ganchao.Silo.Live;

/// <summary>
/// One per silo: the boards that somebody looks at through it. A board is watched from its first viewer to its last, so any
/// silo serves any board and none watches what nobody sees.
/// </summary>
internal sealed class BoardRelay(
    IGrainFactory grains, PlantClock clock, TimeProvider time, ILogger<BoardRelay> logger) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<BoardId, Watch> _boards = [];
    private readonly Dictionary<string, BoardId> _boardByConnection = [];

    public void Join(BoardId board, BoardViewer viewer)
    {
        lock (_gate)
        {
            if (!_boards.TryGetValue(board, out var watch))
            {
                watch = new Watch(new WatchedBoard(board, grains, clock, time, PageBuild.Version, logger));
                _boards.Add(board, watch);
                watch.Board.Start();
            }

            watch.Viewers++;
            _boardByConnection[viewer.Connection] = board;
            watch.Board.Join(viewer);
        }
    }

    public void Refresh(string connection)
    {
        lock (_gate)
        {
            if (_boardByConnection.TryGetValue(connection, out var board))
            {
                _boards[board].Board.Refresh(connection);
            }
        }
    }

    public void Leave(string connection)
    {
        lock (_gate)
        {
            if (!_boardByConnection.Remove(connection, out var board))
            {
                return;
            }

            var watch = _boards[board];
            watch.Board.Leave(connection);
            watch.Viewers--;
            if (watch.Viewers == 0)
            {
                _boards.Remove(board);
                _ = watch.Board.DisposeAsync().AsTask();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Watch[] left;
        lock (_gate)
        {
            left = [.. _boards.Values];
            _boards.Clear();
            _boardByConnection.Clear();
        }

        foreach (var watch in left)
        {
            await watch.Board.DisposeAsync();
        }
    }

    private sealed class Watch(WatchedBoard board)
    {
        public WatchedBoard Board => board;

        public int Viewers { get; set; }
    }
}
