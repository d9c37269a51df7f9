using System.Text.Json;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Boards;
using Ganchao.Grains.Interfaces.Serialization;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Tests.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.Serialization;
using Orleans.Storage;
using Orleans.TestingHost;

[assembly: AssemblyFixture(typeof(Ganchao.Grains.Tests.Plants.PlantFixture))]

namespace Ganchao.Grains.Tests.Plants;

/// <summary>
/// One silo with the real grains, a ledger in memory, a plant's clock that stands still, and a gate for hints. Grains' own
/// timers stand still too: nothing is reconciled unless a test says so. A class that moves the clock has a fixture of its own.
/// </summary>
public class PlantFixture : IAsyncLifetime
{
    private InProcessTestCluster _cluster = null!;
    private int _plants;

    internal InMemoryLedger Ledger { get; } = new();

    internal HintGate Hints { get; } = new();

    internal FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 31, 4, 0, 0, TimeSpan.Zero));

    internal FakeTimeProvider GrainTimers { get; } = new();

    internal IGrainFactory Grains => _cluster.Client;

    internal IServiceProvider Services => _cluster.Silos[0].ServiceProvider;

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<ILedger>(Ledger);
            silo.Services.AddSingleton<IFacts>(Ledger);
            silo.Services.AddSingleton<IStandings>(Ledger);
            silo.Services.AddSingleton<IPrivateContents>(Ledger);
            silo.Services.AddSingleton(new PlantClock(Time));
            silo.Services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, GrainTimers);
            silo.Services.AddGrainDependencies();
            silo.Services.AddSerializer(serializer => serializer.AddContracts());
            silo.AddMemoryGrainStorage(
                StandingGrain.Storage, storage => storage.GrainStorageSerializer = new SnapshotSerializer());
            silo.AddIncomingGrainCallFilter(Hints);
        });
        builder.ConfigureClient(client => client.Services.AddSerializer(serializer => serializer.AddContracts()));
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    /// <summary>An empty plant of its own for one test.</summary>
    internal TestPlant NewPlant() => new(this, new PlantId($"p{Interlocked.Increment(ref _plants)}"));

    /// <summary>Ends a grain's activation, as a silo's death would; the next call makes another.</summary>
    internal Task LoseAsync(IAddressable grain) => _cluster.DeactivateAsync(grain);

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    // As the silo stores snapshots.
    private sealed class SnapshotSerializer : IGrainStorageSerializer
    {
        public BinaryData Serialize<T>(T? input) => new(JsonSerializer.SerializeToUtf8Bytes(input));

        public T Deserialize<T>(BinaryData input) => input.ToObjectFromJson<T>()!;
    }
}
