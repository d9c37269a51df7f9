using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;

namespace Ganchao.Grains.Interfaces.Registers;

/// <summary>
/// The only writer of one register of a plant: organisation, calendar, products, work orders, measures, plans,
/// coefficients or rulebooks. Key: plant/register.
/// </summary>
[Alias("Ganchao.IRegisterGrain")]
public interface IRegisterGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes a list of lines whole or refuses it whole; the same ids with the same content are answered as recorded
    /// before. <paramref name="expectedVersion"/>: refused where the register has moved on since; null: not checked.
    /// </summary>
    [Alias("Record")]
    Task<LinesAnswer> Record(RegisterLines lines, Actor actor, long? expectedVersion, bool dryRun);
}
