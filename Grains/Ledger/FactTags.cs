using System.Collections.Immutable;
using System.Text.Json;
using Ganchao.Contracts.Json;

namespace Ganchao.Grains.Ledger;

/// <summary>
/// An entry's attributes as a fact's row holds them: JSON with the names in order, empty where there are none, so that
/// equal attributes are equal text.
/// </summary>
public static class FactTags
{
    public static string TextOf(IReadOnlyDictionary<string, string>? tags) =>
        tags is { Count: > 0 } ? JsonSerializer.Serialize(Ordered(tags), GanchaoJson.Options) : "";

    public static IReadOnlyDictionary<string, string> Of(string text) =>
        string.IsNullOrEmpty(text)
            ? ImmutableSortedDictionary<string, string>.Empty
            : Ordered(JsonSerializer.Deserialize<Dictionary<string, string>>(text, GanchaoJson.Options)!);

    /// <summary>The same attributes in the order of their names, letter by letter.</summary>
    public static IReadOnlyDictionary<string, string> Ordered(IReadOnlyDictionary<string, string> tags) =>
        tags.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
