using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;

namespace Ganchao.Grains.Interfaces.Competitions;

/// <summary>
/// One competition: rulebook in force, stages, divisions, entrants. The only writer of its stream. Key:
/// plant/competition.
/// </summary>
[Alias("Ganchao.ICompetitionGrain")]
public interface ICompetitionGrain : IGrainWithStringKey
{
    /// <summary>Takes a list of lines whole or refuses it whole; see the registers' grain.</summary>
    [Alias("Record")]
    Task<LinesAnswer> Record(CompetitionLines lines, Actor actor, long? expectedVersion, bool dryRun);
}
