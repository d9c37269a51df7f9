using System.Xml.Linq;

namespace Ganchao.Layering.Tests.Layers;

/// <summary>Who may see whom. Project files keep it already; this table keeps the project files.</summary>
public class LayerTests
{
    private static readonly string[] Databases =
        ["Dapper", "Npgsql", "Microsoft.Data.", "System.Data", "SQLitePCL",
         "Orleans.Clustering.", "Orleans.Persistence.", "Orleans.Reminders."];

    private static readonly string[] Web = ["Microsoft.AspNetCore", "System.Net.Http"];

    /// <summary>What a project may use besides the framework, by the start of the assembly's name.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Contracts"] = [],
        ["Scoring"] = ["Parlot", "YamlDotNet"],
        // The last two come with Orleans: its serializer is set up by them (docs/decisions/0002).
        ["Grains.Interfaces"] =
            ["Ganchao.Contracts", "Ganchao.Scoring", "Orleans.",
             "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options"],
        ["Grains"] =
            ["Ganchao.Contracts", "Ganchao.Scoring", "Ganchao.Grains.Interfaces", "Orleans.",
             "Microsoft.Extensions."],
        ["Dashboard"] =
            ["Ganchao.Contracts", "Ganchao.Scoring", "Ganchao.Grains.Interfaces", "Orleans.",
             "Microsoft.Extensions.", "Microsoft.AspNetCore", "Microsoft.Net.Http.Headers", "Ganchao.Client", "QRCoder"],
        // Everything here is downloaded by every wall and phone.
        ["Client"] =
            ["Ganchao.Contracts", "Microsoft.Extensions.", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.SignalR",
             "Microsoft.AspNetCore.Http.Connections", "Microsoft.JSInterop"],
    };

    public static TheoryData<string> Libraries => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_project_uses_only_what_its_layer_may(string project)
    {
        var refused = References(Repository.AssemblyPath(project))
            .Where(name => !MayUse(project, name))
            .ToList();

        Assert.True(
            refused.Count == 0,
            $"{project} must not use {string.Join(", ", refused)}. "
            + "Move the code to the project that may, or give it a port there.");
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Only_the_silo_names_a_database_package(string project)
    {
        var packages = XDocument.Parse(Repository.Read(Repository.ProjectFile(project)))
            .Descendants("PackageReference")
            .Select(reference => (string?)reference.Attribute("Include") ?? "");

        Assert.DoesNotContain(packages, package => Databases.Any(
            database => package.Replace("Microsoft.Orleans", "Orleans", StringComparison.Ordinal)
                .StartsWith(database, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Contracts", "Orleans.Core.Abstractions")]
    [InlineData("Contracts", "Ganchao.Scoring")]
    [InlineData("Scoring", "Ganchao.Contracts")]
    [InlineData("Scoring", "Orleans.Serialization")]
    [InlineData("Grains.Interfaces", "Microsoft.AspNetCore.SignalR")]
    [InlineData("Grains.Interfaces", "Ganchao.Grains")]
    [InlineData("Grains", "Dapper")]
    [InlineData("Grains", "Npgsql")]
    [InlineData("Grains", "Microsoft.Data.Sqlite")]
    [InlineData("Grains", "Orleans.Persistence.AdoNet")]
    [InlineData("Grains", "Microsoft.AspNetCore.SignalR.Core")]
    [InlineData("Grains", "System.Net.Http")]
    [InlineData("Dashboard", "Ganchao.Grains")]
    [InlineData("Dashboard", "Npgsql")]
    [InlineData("Client", "Ganchao.Scoring")]
    [InlineData("Client", "Ganchao.Grains.Interfaces")]
    [InlineData("Client", "Orleans.Core.Abstractions")]
    public void A_planted_reference_against_the_layers_is_refused(string project, string assembly) =>
        Assert.False(MayUse(project, assembly));

    private static bool MayUse(string project, string assembly)
    {
        bool IsOneOf(string[] names) =>
            names.Any(name => assembly.StartsWith(name, StringComparison.Ordinal));

        // "Ganchao.Grains" begins "Ganchao.Grains.Interfaces": our own names must be whole.
        if (assembly.StartsWith("Ganchao.", StringComparison.Ordinal))
        {
            return Allowed[project].Contains(assembly, StringComparer.Ordinal);
        }

        return !IsOneOf(Databases)
            && (IsOneOf(Allowed[project])
                || (IsFramework(assembly) && (project is "Dashboard" or "Client" || !IsOneOf(Web))));
    }

    private static bool IsFramework(string assembly) =>
        assembly is "netstandard" or "mscorlib" || assembly.StartsWith("System.", StringComparison.Ordinal);

    private static List<string> References(string assemblyPath) =>
        Repository.Inspect(assemblyPath, (_, metadata) => metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .ToList());
}
