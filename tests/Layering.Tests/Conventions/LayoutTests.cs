using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ganchao.Layering.Tests.Conventions;

/// <summary>Folders are the factory's words, the same in every project; namespaces follow them.</summary>
public partial class LayoutTests
{
    private static readonly string[] SayNothing =
        ["Helpers", "Helper", "Utils", "Util", "Utilities", "Common", "Services", "Models", "Constants"];

    /// <summary>Test projects that are not of one project of ours.</summary>
    private static readonly string[] OtherTests =
        ["Layering.Tests", "EndToEnd.Tests", "EndToEnd", "Cluster.Tests", "Cluster"];

    [Fact]
    public void No_folder_or_namespace_has_a_name_that_says_nothing()
    {
        var wrong = Repository.Files("*.cs").Concat(Repository.Files("*.razor"))
            .Where(file => file.Split('/')[..^1].Concat(NamespaceOf(file).Split('.'))
                .Intersect(SayNothing, StringComparer.OrdinalIgnoreCase)
                .Any())
            .ToList();

        Assert.True(wrong.Count == 0, $"Name these after what they are about:\n{string.Join('\n', wrong)}");
    }

    /// <summary>A folder may show its types one level up, as Scoring does; never elsewhere.</summary>
    [Fact]
    public void A_file_lies_where_its_namespace_says()
    {
        var wrong = Repository.Files("*.cs")
            .Where(file => file.Contains('/'))
            .Select(file => (file, expected: ExpectedNamespace(file), actual: NamespaceOf(file)))
            .Where(found => found.actual.Length > 0 && found.expected.Length > 0)
            .Where(found => !$"{found.expected}.Planted."
                .StartsWith($"{found.actual}.", StringComparison.Ordinal))
            .Select(found => $"{found.file} declares {found.actual}, its folder is {found.expected}")
            .ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void A_feature_has_one_name_in_all_projects()
    {
        var folders = Repository.Projects
            .SelectMany(project => Repository.Files("*.*", project))
            .SelectMany(file => file.Split('/')[1..^1])
            .Distinct(StringComparer.Ordinal);

        Assert.Empty(TwoNamesForOne(folders));
    }

    [Fact]
    public void Planted_names_for_one_feature_are_found() =>
        Assert.Equal(["Team, Teams"], TwoNamesForOne(["Team", "Boards", "Teams", "Entry", "Ledger"]));

    [Fact]
    public void Each_test_project_is_named_after_what_it_tests()
    {
        var wrong = TestProjects()
            .Except(OtherTests)
            .Except(Repository.Projects.Select(project => $"{project}.Tests"));

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_solution_holds_every_project_so_that_every_test_runs()
    {
        var inSolution = XDocument.Parse(Repository.Read("Ganchao.slnx"))
            .Descendants("Project")
            .Select(project => (string?)project.Attribute("Path") ?? "")
            .ToHashSet();

        Assert.All(
            Repository.Projects.Select(Repository.ProjectFile)
                .Concat(TestProjects().Select(name => $"tests/{name}/{name}.csproj")),
            file => Assert.Contains(file, inSolution));
    }

    private static IEnumerable<string> TestProjects() =>
        Repository.Files("*.csproj", "tests").Select(file => Path.GetFileNameWithoutExtension(file));

    /// <summary>Names that differ in case or in the plural's s only.</summary>
    private static IEnumerable<string> TwoNamesForOne(IEnumerable<string> folders) => folders
        .GroupBy(folder => folder.ToUpperInvariant().TrimEnd('S'))
        .Where(group => group.Count() > 1)
        .Select(group => string.Join(", ", group.Order(StringComparer.Ordinal)));

    private static string NamespaceOf(string file) =>
        file.EndsWith(".cs", StringComparison.Ordinal)
            ? Namespace().Match(CSharpText.Code(Repository.Read(file))).Groups["name"].Value
            : "";

    /// <summary>The project's name and the folders below it; empty for a file in no project.</summary>
    private static string ExpectedNamespace(string file)
    {
        var segments = file.Split('/')[..^1].AsSpan();
        for (var depth = segments.Length; depth > 0; depth--)
        {
            var folder = Path.Combine(Repository.Root, string.Join('/', segments[..depth]!));
            if (Directory.EnumerateFiles(folder, "*.csproj").FirstOrDefault() is { } project)
            {
                var name = $"Ganchao.{Path.GetFileNameWithoutExtension(project)}";
                return string.Join('.', [name, .. segments[depth..]]);
            }
        }

        return "";
    }

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Namespace();
}
