using Ganchao.Grains.Boards;
using Ganchao.Grains.Ledger;
using Ganchao.Grains.Registers;
using Ganchao.Grains.Sheets;
using Microsoft.Extensions.DependencyInjection;

namespace Ganchao.Grains;

/// <summary>What grains need besides the ledger's ports and the plant's clock.</summary>
public static class GrainDependencies
{
    public static IServiceCollection AddGrainDependencies(this IServiceCollection services) => services
        .AddSingleton<IFactProjection, SheetFacts>()
        .AddSingleton<IPrivateProjection, CommittedTexts>()
        .AddSingleton<IPlantBooks, PlantBooks>()
        .AddSingleton<RulebookShelf>()
        .AddSingleton<BoardSetups>()
        .AddSingleton<FinalStandings>()
        .AddSingleton<ICountedMeasures, CountedMeasures>()
        .AddSingleton<Recount>();
}
