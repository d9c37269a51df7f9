using Ganchao.Contracts.Boards;
using Ganchao.Grains.Interfaces.Boards;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace Ganchao.Grains.Boards;

/// <summary>
/// Who watches a standing, and when they get its next frame: the first change after quiet at once, a burst at most one frame
/// per <see cref="BoardWatch.Pace"/>.
/// </summary>
internal sealed class BoardObservers(TimeProvider time, ILogger logger)
{
    private readonly ObserverManager<IBoardObserver> _observers = new(BoardWatch.Expiry, logger);
    private long _sentAt;
    private (long Epoch, long Seq) _sent;

    public bool IsEmpty => _observers.Count == 0;

    /// <summary>How long until a frame may be sent; zero or less: now.</summary>
    public TimeSpan Wait => _sentAt == 0 ? TimeSpan.Zero : BoardWatch.Pace - time.GetElapsedTime(_sentAt);

    public void Add(IBoardObserver observer) => _observers.Subscribe(observer, observer);

    public void Remove(IBoardObserver observer) => _observers.Unsubscribe(observer);

    /// <summary>Sends the frame, unless it was the last one sent.</summary>
    public async Task Send(BoardFrame frame)
    {
        if (_sent == (frame.Epoch, frame.Seq))
        {
            return;
        }

        _sent = (frame.Epoch, frame.Seq);
        _sentAt = time.GetTimestamp();
        await _observers.Notify(observer => observer.Moved(frame));
    }
}
