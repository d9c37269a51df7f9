using Ganchao.Contracts.Boards;
using Orleans.Concurrency;

namespace Ganchao.Grains.Interfaces.Boards;

/// <summary>Whoever shows a board: one per silo and board, while somebody looks at it there.</summary>
[Alias("Ganchao.IBoardObserver")]
public interface IBoardObserver : IGrainObserver
{
    /// <summary>A newer frame. May be lost: the next one is whole again.</summary>
    [OneWay]
    [Alias("Moved")]
    Task Moved(BoardFrame frame);
}

/// <summary>How a standing and its observers keep hold of each other.</summary>
public static class BoardWatch
{
    /// <summary>How often an observer asks again.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(5);

    /// <summary>An observer that has been silent for so long is forgotten.</summary>
    public static readonly TimeSpan Expiry = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Somebody who looked at a board is taken to look at it for so long: a page without scripts asks again every 30 seconds.
    /// </summary>
    public static readonly TimeSpan Glance = TimeSpan.FromSeconds(60);

    /// <summary>The least time between two frames to one observer.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);
}
