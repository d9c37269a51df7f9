using Ganchao.Contracts;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;

namespace Ganchao.Dashboard.Statistics;

/// <summary>Where the pages get the figures of a plant's competition projects; the host implements it.</summary>
public interface IStatisticsReader
{
    /// <summary>Those of one plant, or of all where none is named; empty where there is no such plant.</summary>
    Task<IReadOnlyList<PlantStatistics>> ReadAsync(PlantId? plant, CancellationToken cancellationToken);
}

/// <summary>A plant's registered projects (立项), quarter by quarter.</summary>
/// <param name="Plant">The plant.</param>
/// <param name="Names">Its names.</param>
/// <param name="At">When they were counted, at the plant's own clock.</param>
/// <param name="Groups">By level and quarter, oldest first.</param>
/// <param name="Unknown">Projects of which a product has no unit weight or no price, so that their sums are unknown.</param>
public sealed record PlantStatistics(
    PlantId Plant,
    Names Names,
    DateTimeOffset At,
    IReadOnlyList<ProjectGroup> Groups,
    IReadOnlyList<Names> Unknown);

/// <summary>The projects of one level that begin in one quarter.</summary>
/// <param name="Level">Plant or team.</param>
/// <param name="Year">The year.</param>
/// <param name="Quarter">1 to 4.</param>
/// <param name="Registered">How many.</param>
/// <param name="Completed">How many have ended and reached their plan; null where nobody knows of any.</param>
/// <param name="Tonnes">Null where one of them has no figure.</param>
/// <param name="Yuan">In 元; null where one of them has no figure.</param>
public sealed record ProjectGroup(
    ProjectLevel Level, int Year, int Quarter, int Registered, int? Completed, decimal? Tonnes, decimal? Yuan);
