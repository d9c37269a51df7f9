using System.Runtime.CompilerServices;

namespace Ganchao.Scoring.Tests;

/// <summary>The rulebooks under samples/, and short ones written in a test.</summary>
internal static class Sample
{
    public static CompiledRulebook Rulebook(string file) => Compiled(File.ReadAllText(Path(file)));

    public static CompiledRulebook Compiled(string text)
    {
        var (rulebook, diagnostics) = Compile(text);
        Assert.True(rulebook is not null, string.Join(Environment.NewLine, diagnostics));
        return rulebook;
    }

    public static (CompiledRulebook? Rulebook, IReadOnlyList<Diagnostic> Diagnostics) Compile(string text)
    {
        var (definition, refused) = RulebookReader.Read(text);
        if (definition is null)
        {
            return (null, refused);
        }

        var (rulebook, diagnostics) = CompiledRulebook.Compile(definition);
        return (rulebook, diagnostics);
    }

    /// <summary>What keeps a rulebook from being published, warnings left out.</summary>
    public static IReadOnlyList<Diagnostic> Errors(string text) =>
        [.. Compile(text).Diagnostics.Where(static diagnostic => diagnostic.Severity == Severity.Error)];

    private static string Path(string file, [CallerFilePath] string here = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", "samples", "rulebooks", file);
}
