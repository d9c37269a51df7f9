using Ganchao.EndToEnd.Offline;

[assembly: AssemblyFixture(typeof(OfflinePlant))]

namespace Ganchao.EndToEnd.Offline;

/// <summary>A plant that offers the outbox to every device; started when a test first needs it.</summary>
public sealed class OfflinePlant : IAsyncDisposable
{
    private readonly SemaphoreSlim _first = new(1);
    private RunningPlant? _plant;
    private int _team;

    public static Task<RunningPlant> StartAsync() => RunningPlant.StartAsync("--Ganchao:Offline=always");

    public async Task<RunningPlant> GetAsync()
    {
        await _first.WaitAsync();
        try
        {
            return _plant ??= await StartAsync();
        }
        finally
        {
            _first.Release();
        }
    }

    /// <summary>A shift of a team that no other test enters for; there are some twenty.</summary>
    public string NextShift() => HallPlant.ShiftOf(Interlocked.Increment(ref _team), daysBefore: 2);

    public async ValueTask DisposeAsync()
    {
        _first.Dispose();
        if (_plant is not null)
        {
            await _plant.DisposeAsync();
        }
    }
}
