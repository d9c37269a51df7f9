namespace Ganchao.Silo.Demo;

/// <summary>
/// The demo plant's time: held at the instant of what is written while its history is made, then running some hundred times
/// as fast as the host's. Only <see cref="GetUtcNow"/> is the plant's; timestamps stay the host's.
/// </summary>
internal sealed class DemoClock(TimeProvider host, double speed) : TimeProvider
{
    private readonly Lock _lock = new();
    private DateTimeOffset _plant = DateTimeOffset.UnixEpoch;
    private long? _since;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _since is { } since ? _plant + (host.GetElapsedTime(since) * speed) : _plant;
        }
    }

    /// <summary>Stands at an instant.</summary>
    public void Hold(DateTimeOffset at)
    {
        lock (_lock)
        {
            (_plant, _since) = (at.ToUniversalTime(), null);
        }
    }

    /// <summary>Runs on from where it stands.</summary>
    public void Run()
    {
        lock (_lock)
        {
            _since ??= host.GetTimestamp();
        }
    }
}
