using System.Globalization;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;

namespace Ganchao.Grains.Registers;

/// <summary>The registers' names in keys and addresses (kebab case), and who keeps them.</summary>
public static class RegisterNames
{
    public static string Of(RegisterName register) =>
        register == RegisterName.WorkOrders
            ? "work-orders"
            : register.ToString().ToLower(CultureInfo.InvariantCulture);

    /// <summary>The role that usually writes a register.</summary>
    public static Role UsualWriter(RegisterName register) => register switch
    {
        RegisterName.Organisation or RegisterName.Calendar or RegisterName.Measures or RegisterName.Roles => Role.Administrator,
        RegisterName.Products or RegisterName.WorkOrders or RegisterName.Plans => Role.ProductionPlanning,
        RegisterName.Coefficients or RegisterName.Rulebooks => Role.CompetitionOffice,
        RegisterName.NotSet => Role.NotSet,
    };

    /// <summary>Who may write a register; the administrator sets up all but the rules of the game.</summary>
    public static bool MayWrite(Role role, RegisterName register) =>
        role == UsualWriter(register) ||
        (role == Role.Administrator && UsualWriter(register) == Role.ProductionPlanning) ||
        (role == Role.CompetitionOffice && UsualWriter(register) == Role.Administrator && register != RegisterName.Roles);
}
