using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Everything that the checks say about the text of a rulebook.</summary>
public static class RulebookDiagnosis
{
    /// <summary>
    /// In order of place. With an error the text cannot be published; warnings need to be accepted by their ids.
    /// </summary>
    public static ImmutableArray<Diagnostic> Of(string text)
    {
        var (definition, diagnostics) = RulebookReader.Read(text);
        return definition is null ? diagnostics : [.. diagnostics, .. CompiledRulebook.Compile(definition).Diagnostics];
    }
}
