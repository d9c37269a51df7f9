using Ganchao.Contracts.Boards;
using Ganchao.Grains.Interfaces.Boards;
using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace Ganchao.Grains.Boards;

/// <summary>
/// Who looks at a standing. Those who watch it are sent its next frame: the first change after quiet at once, a burst at most
/// one frame per <see cref="BoardWatch.Pace"/>.
/// </summary>
internal sealed class BoardObservers(TimeProvider time, ILogger logger)
{
    private readonly ObserverManager<IBoardObserver> _observers = new(BoardWatch.Expiry, logger);
    private long? _lookedAt;
    private long? _sentAt;
    private (long Epoch, long Seq) _sent;

    /// <summary>Somebody watches, or has looked lately.</summary>
    public bool IsLookedAt =>
        _observers.Count > 0 || (_lookedAt is { } lookedAt && time.GetElapsedTime(lookedAt) < BoardWatch.Glance);

    /// <summary>Somebody looks now, and may not ask again.</summary>
    public void Look() => _lookedAt = time.GetTimestamp();

    public void Add(IBoardObserver observer) => _observers.Subscribe(observer, observer);

    public void Remove(IBoardObserver observer) => _observers.Unsubscribe(observer);

    /// <summary>Sends the frame, unless it was the last one sent; where it is too early, calls back later.</summary>
    /// <param name="read">Reads the frame: only where somebody watches.</param>
    /// <param name="later">Publishes again after a while, instead of any other time it was to do so.</param>
    public async Task PublishAsync(Func<Task<BoardFrame?>> read, Action<TimeSpan> later)
    {
        if (_observers.Count == 0)
        {
            return;
        }

        if (_sentAt is { } sentAt && BoardWatch.Pace - time.GetElapsedTime(sentAt) is var wait && wait > TimeSpan.Zero)
        {
            later(wait);
        }
        else if (await read() is { } frame && _sent != (frame.Epoch, frame.Seq))
        {
            _sent = (frame.Epoch, frame.Seq);
            _sentAt = time.GetTimestamp();
            await _observers.Notify(observer => observer.Moved(frame));
        }
    }
}
