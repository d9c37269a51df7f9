using System.Collections.Immutable;
using Ganchao.Contracts;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Projects;

namespace Ganchao.Silo.Demo.Tables;

/// <summary>A competition project of the first quarter, with the pieces of its three months.</summary>
internal sealed record DemoProject(
    string No,
    ProductCode Product,
    Names Names,
    UnitId Team,
    ImmutableArray<UnitId> Helpers,
    string? Sponsor,
    ImmutableArray<int> Pieces,
    decimal Weight,
    decimal Price)
{
    private static readonly string[] Moulders = ["moulding-1", "resin-sand"];

    public ProjectLevel Level => No.StartsWith("ZD", StringComparison.Ordinal) ? ProjectLevel.Plant : ProjectLevel.Team;

    /// <summary>Castings go on to melting and cleaning; all else is one step of the team that is responsible.</summary>
    public bool IsCast => Moulders.Contains(Team.Value);

    /// <summary>Teams that report its pieces: the responsible one, helpers, and the cleaners of a casting; no melter does.</summary>
    public IEnumerable<UnitId> Reporters => Helpers.Where(helper => helper.Value != "melting")
        .Prepend(Team)
        .Concat(IsCast ? [new UnitId("cleaning")] : [])
        .Distinct();

    public static IEnumerable<DemoProject> ReadAll() => DemoTable.Read("projects.csv").Select(row => new DemoProject(
        row["no"],
        new ProductCode(row["product"]),
        new Names(row["zh"], row["en"]),
        new UnitId(row["team"]),
        [.. row["helpers"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(helper => new UnitId(helper))],
        row["sponsor"].Length == 0 ? null : row["sponsor"],
        [row.Count("m1"), row.Count("m2"), row.Count("m3")],
        row.Number("weight"),
        row.Number("price")));
}
