using System.Collections.Immutable;
using Ganchao.Contracts.Identity;

namespace Ganchao.Silo.Demo.Tables;

/// <summary>赶超机械厂 as its tables have it: teams, projects, what a piece counts for whom.</summary>
internal sealed class DemoPlant
{
    private readonly ImmutableDictionary<(ProductCode Product, UnitId Team), decimal> _outputs;

    private DemoPlant()
    {
        Teams = [.. DemoTeam.ReadAll()];
        Projects = [.. DemoProject.ReadAll()];
        _outputs = DemoTable.Read("outputs.csv").ToImmutableDictionary(
            row => (new ProductCode(row["product"]), new UnitId(row["team"])), row => row.Number("each"));
    }

    public static PlantId Id { get; } = new("works");

    public static DemoPlant Instance { get; } = new();

    public ImmutableArray<DemoTeam> Teams { get; }

    public ImmutableArray<DemoProject> Projects { get; }

    public IEnumerable<DemoTeam> TeamsIn(int month) => Teams.Where(team => team.Works(month));

    /// <summary>What one piece counts in a team's own output; null: its weight.</summary>
    public decimal? OutputEach(ProductCode product, UnitId team) =>
        _outputs.TryGetValue((product, team), out var each) ? each : null;

    /// <summary>What one piece of a project counts in a team's output.</summary>
    public decimal OutputEach(DemoProject project, UnitId team) => OutputEach(project.Product, team) ?? project.Weight;
}
