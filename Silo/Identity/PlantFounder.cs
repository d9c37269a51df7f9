using Ganchao.Contracts;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Registers;
using Ganchao.Grains.Registers;

namespace Ganchao.Silo.Identity;

/// <summary>A plant that does not exist yet begins with its name.</summary>
internal sealed class PlantFounder(IPlantBooks books, IGrainFactory grains)
{
    /// <summary>Empty: the plant is there, or is now.</summary>
    public async Task<IReadOnlyList<Refusal>> FoundAsync(PlantId plant, string name)
    {
        var unit = new UnitId(plant.Value);
        var book = await books.RefreshAsync(plant, CancellationToken.None);
        if (book.Organisation.Units.Any())
        {
            return [];
        }

        var line = new UnitLine
        {
            Id = Guid.CreateVersion7(),
            Unit = unit,
            Kind = UnitKind.Plant,
            Names = new Names(name.Trim()),
        };
        var register = RegisterNames.Of(RegisterName.Organisation);
        var answer = await grains.GetGrain<IRegisterGrain>($"{plant}/{register}")
            .Record(new RegisterLines([line]), RoleDesk.SetUp, expectedVersion: null, dryRun: false);
        return answer.Refusals;
    }
}
