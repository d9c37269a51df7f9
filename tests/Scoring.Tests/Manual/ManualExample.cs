using Ganchao.Scoring.Jobs;
using Ganchao.Scoring.Tests.Jobs;

namespace Ganchao.Scoring.Tests.Manual;

/// <summary>A rulebook, a job, its files, and what comes out.</summary>
/// <param name="Results">What is printed below it, by its heading.</param>
internal sealed record ManualExample(
    string Rulebook,
    string Job,
    IReadOnlyList<(string Name, string Text)> Files,
    IReadOnlyList<(string Heading, string Text)> Results)
{
    /// <param name="blocks">By their headings, in order.</param>
    /// <param name="before">Whose job and files it takes where it shows none.</param>
    public static ManualExample Of(IReadOnlyList<(string Heading, string Text)> blocks, ManualExample? before)
    {
        var job = blocks.FirstOrDefault(static block => block.Heading == "yaml job").Text;
        return new ManualExample(
            blocks[0].Text,
            job ?? before!.Job,
            job is null
                ? before!.Files
                : [.. blocks.Where(IsFile).Select(static block => (block.Heading["csv ".Length..], block.Text))],
            [.. blocks.Where(IsResult)]);
    }

    public ScoreRun Run() => SmallJob.Run(Job, Rulebook, [.. Files]);

    private static bool IsFile((string Heading, string Text) block) =>
        block.Heading.StartsWith("csv ", StringComparison.Ordinal) && !IsResult(block);

    private static bool IsResult((string Heading, string Text) block) =>
        block.Heading == "text result" || block.Heading.StartsWith("csv result", StringComparison.Ordinal);
}
