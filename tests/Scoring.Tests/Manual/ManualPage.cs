using System.Text.RegularExpressions;
using Ganchao.Scoring.Tests.Goldens;

namespace Ganchao.Scoring.Tests.Manual;

/// <summary>A language's manual: its whole examples, and the formulas of its function tables with what they give.</summary>
internal sealed partial class ManualPage
{
    private ManualPage(string text)
    {
        ManualExample? before = null;
        foreach (var part in Parts(text))
        {
            before = ManualExample.Of(part, before);
            if (part[0].Heading == GivenRulebook)
            {
                Given = before;
            }
            else
            {
                Whole.Add(before);
            }
        }

        var tables = text[text.IndexOf("\n## 2 ", StringComparison.Ordinal)..text.IndexOf("\n## 3 ", StringComparison.Ordinal)];
        Formulas = [.. Rows().Matches(tables).Select(static row => (row.Groups["formula"].Value, row.Groups["gives"].Value))];
    }

    private const string GivenRulebook = "yaml given";

    public List<ManualExample> Whole { get; } = [];

    /// <summary>The figures of the function tables; its rulebook has no indicators yet.</summary>
    public ManualExample? Given { get; }

    public IReadOnlyList<(string Formula, string Gives)> Formulas { get; }

    public IEnumerable<ManualExample> All => Whole.Append(Given!);

    /// <param name="language">en or zh.</param>
    public static ManualPage Of(string language) => new(File.ReadAllText(
        Path.Combine(GoldenData.Root, "docs", language == "en" ? "rulebooks.md" : "rulebooks.zh.md")));

    /// <summary>The blocks that belong together: a rulebook and what follows it.</summary>
    private static IEnumerable<List<(string Heading, string Text)>> Parts(string text)
    {
        List<(string Heading, string Text)> part = [];
        foreach (Match block in Blocks().Matches(text))
        {
            var heading = block.Groups["info"].Value;
            if (heading is "yaml rulebook" or GivenRulebook && part.Count > 0)
            {
                yield return part;
                part = [];
            }

            part.Add((heading, block.Groups["body"].Value));
        }

        yield return part;
    }

    [GeneratedRegex(@"^```(?<info>[^\n]+)\n(?<body>.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^\| `(?<formula>[^`]+)` \| `(?<gives>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
