using Ganchao.Cluster.Tests;

namespace Ganchao.EndToEnd;

/// <summary>The published system as a process, with the hall's plant; a restart keeps its addresses and its data.</summary>
public sealed class RunningPlant : IAsyncDisposable
{
    private readonly SqliteFolder _data = new();
    private readonly SiloPorts _ports = SiloPorts.Take();
    private readonly string[] _settings;
    private RunningSilo? _silo;

    private RunningPlant(string[] settings) => _settings = settings;

    public Uri Address => _ports.Address;

    public static string Wall => $"/wall/{HallPlant.Board}";

    internal RunningSilo Silo => _silo ?? throw new InvalidOperationException("It does not run.");

    public static async Task<RunningPlant> StartAsync(params string[] settings)
    {
        var plant = new RunningPlant(settings);
        try
        {
            await plant.LaunchAsync();
            await HallPlant.SetUpAsync(plant.Silo);
            return plant;
        }
        catch
        {
            await plant.DisposeAsync();
            throw;
        }
    }

    public Task EnterAsync(int team, decimal tonnes) => HallPlant.EnterAsync(Silo, team, tonnes);

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        await Silo.KillAsync();
        await Silo.DisposeAsync();
        _silo = null;
    }

    /// <summary>Somebody takes the figures out of its database; what is in memory stays.</summary>
    public Task LoseFactsAsync() => _data.TamperAsync("alter table fact rename to lost");

    /// <summary>As under a hypervisor that pauses it: connections stay open, nothing is answered.</summary>
    public Task FreezeAsync() => Silo.SignalAsync("STOP");

    public Task ThawAsync() => Silo.SignalAsync("CONT");

    /// <summary>Starts it with what is there; returns once it is ready.</summary>
    public async Task LaunchAsync()
    {
        _silo = RunningSilo.Launch(
            Address,
            ["--urls", Address.OriginalString, .. _ports.Settings, .. _data.Settings, .. _settings],
            executable: Publication.Executable);
        await _silo.WaitUntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_silo is not null)
        {
            await _silo.DisposeAsync();
        }

        await _data.DisposeAsync();
    }
}
