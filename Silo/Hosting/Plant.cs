using Ganchao.Grains;
using Ganchao.Grains.Interfaces.Serialization;
using Ganchao.Silo.Ledger;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Serialization;

namespace Ganchao.Silo.Hosting;

/// <summary>The actor system and what lives beside it in a silo.</summary>
internal static class Plant
{
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(2);

    // A silo whose last sign of life is three of these old does not hold up others that join: after a power cut one machine
    // comes back alone within seconds instead of minutes.
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(5);

    // A clock stepped back by more than this would stop new activations; sheets leave by themselves after minutes.
    private static readonly TimeSpan CollectionAge = TimeSpan.FromHours(26);

    public static void AddPlant(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(new PlantClock(TimeProvider.System));
        builder.Services.AddGrainDependencies();
        builder.UseOrleans(silo =>
        {
            silo.UseLedgerDatabase();
            silo.Services.AddSerializer(serializer => serializer.AddContracts());
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = CollectionAge);
            silo.Configure<ClusterMembershipOptions>(options =>
            {
                options.ProbeTimeout = Probe;
                options.NumMissedProbesLimit = 2;
                options.IAmAliveTablePublishTimeout = SignOfLife;
            });
        });
    }
}
