using System.Collections.Immutable;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;

namespace Ganchao.Grains.Projects;

/// <summary>What a project's lines amount to.</summary>
public sealed record ProjectBook(ProjectId Id)
{
    public ProjectRegisteredLine? Registration { get; init; }

    public ImmutableList<ProjectProductLine> Products { get; init; } = [];

    public ImmutableDictionary<string, MilestoneLine> Milestones { get; init; } =
        ImmutableDictionary<string, MilestoneLine>.Empty;

    public ImmutableList<CostElementLine> CostComparison { get; init; } = [];

    /// <summary>Days by which the milestones are late, added up, as of a date; null where there are none.</summary>
    public int? DaysLate(DateOnly asOf) => Milestones.IsEmpty
        ? null
        : Milestones.Values.Sum(milestone =>
            Math.Max(0, (milestone.Reached ?? asOf).DayNumber - milestone.Due.DayNumber));

    public ProjectBook Apply(ProjectLine line) => line switch
    {
        ProjectRegisteredLine registered => this with { Registration = registered },
        ProjectProductLine product => this with { Products = Products.Add(product) },
        MilestoneLine milestone => this with { Milestones = Milestones.SetItem(milestone.Milestone, milestone) },
        CostElementLine cost => this with { CostComparison = CostComparison.Add(cost) },
        _ => throw new InvalidOperationException($"A {line.GetType().Name} is no line of a project."),
    };
}
