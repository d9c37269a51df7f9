using System.Text.RegularExpressions;
using Ganchao.Scoring.Tests.Goldens;

namespace Ganchao.Scoring.Tests.Plain;

/// <summary>Two evaluators prove something only as long as one does not lean on the other.</summary>
public sealed partial class IndependenceTests
{
    private static readonly string[] SharedFolders = ["Facts", "Language", "Rulebooks", "Jobs"];
    private static readonly string[] SharedFiles = ["Explanation.cs", "Result.cs", "Standing.cs", "StandingRows.cs", "ValueList.cs"];

    [Fact]
    public void The_recount_uses_no_type_of_the_live_evaluator()
    {
        var plain = Sources("Plain").ToList();
        var live = Sources("").Where(static file => !IsShared(file)).Except(plain).ToList();
        var own = plain.SelectMany(TypesDeclaredIn).ToHashSet();
        var foreign = live.SelectMany(TypesDeclaredIn).Except(own).ToHashSet();

        var used =
            plain.SelectMany(static file => Words().Matches(WithoutComments(file)).Select(static word => word.Value)).Where(
            foreign.Contains);

        Assert.True(foreign.Count > 50);
        Assert.Empty(used.Distinct());
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(GoldenData.Root, "Scoring", folder), "*.cs", SearchOption.AllDirectories);

    private static bool IsShared(string file)
    {
        var path = Path.GetRelativePath(Path.Combine(GoldenData.Root, "Scoring"), file).Split(Path.DirectorySeparatorChar);
        return SharedFolders.Contains(path[0]) || (path[0] == "Standings" && SharedFiles.Contains(path[^1]));
    }

    private static IEnumerable<string> TypesDeclaredIn(string file) =>
        Declarations().Matches(WithoutComments(file)).Select(static match => match.Groups["name"].Value);

    private static string WithoutComments(string file) => Comments().Replace(File.ReadAllText(file), "");

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comments();

    [GeneratedRegex(@"\b(class|interface|enum|struct|record)\s+(?<name>[A-Z]\w+)")]
    private static partial Regex Declarations();

    /// <summary>What may be a type: not a member behind a dot, and with a parenthesis behind it only when made new.</summary>
    [GeneratedRegex(@"(?<=\bnew\s+)[A-Z]\w+\b|(?<![.""\w])[A-Z]\w+\b(?!\s*(\(|=>|:|=))")]
    private static partial Regex Words();
}
