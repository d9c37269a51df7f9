using System.Text.RegularExpressions;
using Ganchao.Scoring.Tests.Goldens;

namespace Ganchao.Scoring.Tests.Rulebooks;

/// <summary>The page that explains every finding holds all of them, with the severity that the code gives.</summary>
public sealed partial class DiagnosticPageTests
{
    private static readonly string[] OneWord = ["cycle", "memory", "syntax", "weights", "yaml"];

    [Fact]
    public void Every_finding_of_the_code_stands_on_the_page_and_the_page_has_no_other() => Assert.Equal(
        Sources().SelectMany(static text => Id().Matches(text).Select(static found => found.Groups[1].Value))
            .Concat(OneWord).Distinct().Order(StringComparer.Ordinal),
        Rows().Select(static row => row.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Warnings_of_the_code_are_warnings_of_the_page() => Assert.Equal(
        Sources().SelectMany(static text => Warning().Matches(text).Select(static found => found.Groups["id"].Value))
            .Distinct().Order(StringComparer.Ordinal),
        Rows().Where(static row => row.Severity == "warning").Select(static row => row.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_row_says_cause_and_remedy_in_both_languages() => Assert.All(Rows(), static row =>
    {
        Assert.Contains(':', row.Zh);
        Assert.Contains(':', row.En);
        Assert.True(row.Severity is "error" or "warning", row.Id);
    });

    private static IEnumerable<string> Sources() => Directory
        .GetFiles(Path.Combine(GoldenData.Root, "Scoring"), "*.cs", SearchOption.AllDirectories)
        .Select(File.ReadAllText);

    private static IReadOnlyList<(string Id, string Severity, string Zh, string En)> Rows() =>
    [
        .. File.ReadLines(Path.Combine(GoldenData.Root, "docs", "diagnostics.md"))
            .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(static cells => (cells[1].Trim('`'), cells[2], cells[3], cells[4])),
    ];

    /// <summary>In this project words joined by hyphens are ids of findings, and nothing else.</summary>
    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("\\.Warning\\(\\s*\"(?<id>[a-z-]+)\"|\"(?<id>[a-z-]+)\", Severity\\.Warning", RegexOptions.ExplicitCapture)]
    private static partial Regex Warning();
}
