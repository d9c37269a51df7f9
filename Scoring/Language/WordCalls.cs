using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Calls whose first term is a word: a name that stands there is neither read nor computed.</summary>
internal static class WordCalls
{
    /// <summary>What is known of an entrant or a stage besides figures.</summary>
    public static readonly ImmutableArray<string> Terms =
        ["plan", "baseline", "coefficient", "reference", "tag", "adjustment", "carried", "account", "paid", "award"];

    /// <summary>Other columns.</summary>
    public static readonly ImmutableArray<string> Columns = ["value", "points", "section", "grade"];

    public static bool Has(string function) =>
        Terms.Contains(function) || Columns.Contains(function) || function is "attribute" or "occurrence";
}
