using System.Text.RegularExpressions;
using Ganchao.Scoring.Tests.Goldens;

namespace Ganchao.Scoring.Tests.Manual;

/// <summary>A language's manual: its whole examples, and the formulas of its function tables with what they give.</summary>
internal sealed partial class ManualPage
{
    private ManualPage(string text)
    {
        Text = text;
        foreach (var part in Examples(text))
        {
            if (part.TryGetValue("yaml given", out var given))
            {
                Given = new ManualExample(given, part["yaml job"], part["csv facts.csv"], "");
            }
            else
            {
                Whole.Add(new ManualExample(
                    part["yaml rulebook"], part["yaml job"], part["csv facts.csv"], part["text result"]));
            }
        }

        var tables = text[text.IndexOf("\n## 2 ", StringComparison.Ordinal)..text.IndexOf("\n## 3 ", StringComparison.Ordinal)];
        Formulas = [.. Rows().Matches(tables).Select(static row => (row.Groups["formula"].Value, row.Groups["gives"].Value))];
    }

    public string Text { get; }

    public List<ManualExample> Whole { get; } = [];

    /// <summary>The figures of the function tables; its rulebook has no indicators yet.</summary>
    public ManualExample? Given { get; }

    public IReadOnlyList<(string Formula, string Gives)> Formulas { get; }

    /// <param name="language">en or zh.</param>
    public static ManualPage Of(string language) => new(File.ReadAllText(
        Path.Combine(GoldenData.Root, "docs", language == "en" ? "rulebooks.md" : "rulebooks.zh.md")));

    /// <summary>The blocks that belong together: a rulebook and what follows it, by their headings.</summary>
    private static IEnumerable<Dictionary<string, string>> Examples(string text)
    {
        Dictionary<string, string>? part = null;
        foreach (Match block in Blocks().Matches(text))
        {
            var info = block.Groups["info"].Value;
            if (info is "yaml rulebook" or "yaml given")
            {
                if (part is not null)
                {
                    yield return part;
                }

                part = [];
            }

            part?.Add(info, block.Groups["body"].Value);
        }

        if (part is not null)
        {
            yield return part;
        }
    }

    [GeneratedRegex(@"^```(?<info>[^\n]+)\n(?<body>.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^\| `(?<formula>[^`]+)` \| `(?<gives>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}

/// <summary>A rulebook, a job, its facts, and what comes out.</summary>
internal sealed record ManualExample(string Rulebook, string Job, string Facts, string Result);
