using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;
using Ganchao.Contracts.Registers;

namespace Ganchao.Grains.Interfaces.Projects;

/// <summary>
/// One registered competition project (竞赛项目): product lines, shares, milestones, cost comparison. The only writer of
/// its stream. Key: plant/project.
/// </summary>
[Alias("Ganchao.ICompetitionProjectGrain")]
public interface ICompetitionProjectGrain : IGrainWithStringKey
{
    /// <summary>Takes a list of lines whole or refuses it whole; see the registers' grain.</summary>
    [Alias("Record")]
    Task<LinesAnswer> Record(ProjectLines lines, Actor actor, long? expectedVersion, bool dryRun);
}
