using System.Text.Json;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>Where register lines are sent, and when.</summary>
internal static class RegisterTargets
{
    public static ImportTarget Of(PlantId plant, RegisterName register)
    {
        var name = JsonNamingPolicy.KebabCaseLower.ConvertName(register.ToString());
        return new ImportTarget($"api/plants/{Uri.EscapeDataString(plant.Value)}/registers/{name}/lines", Step(register));
    }

    private static ImportStep Step(RegisterName register) => register switch
    {
        RegisterName.Organisation => ImportStep.Organisation,
        RegisterName.Roles => ImportStep.Roles,
        RegisterName.Calendar => ImportStep.Calendar,
        RegisterName.Measures => ImportStep.Measures,
        RegisterName.Products => ImportStep.Products,
        RegisterName.WorkOrders => ImportStep.WorkOrders,
        RegisterName.Plans => ImportStep.Plans,
        RegisterName.Coefficients => ImportStep.Coefficients,
        RegisterName.Rulebooks => ImportStep.Rulebooks,
        RegisterName.NotSet => ImportStep.NotSet,
    };
}
