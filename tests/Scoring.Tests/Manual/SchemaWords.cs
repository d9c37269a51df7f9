using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ganchao.Scoring.Tests.Goldens;

namespace Ganchao.Scoring.Tests.Manual;

/// <summary>
/// The keys of the JSON Schema, as <c>section.cap</c>, and the words that may stand under a key, as <c>effect: hold</c>. The keys
/// of a series are those of a rulebook.
/// </summary>
internal static partial class SchemaWords
{
    private const string Root = "#";

    private static readonly JsonObject Schema =
        JsonNode.Parse(File.ReadAllText(Path.Combine(GoldenData.Root, "docs", "rulebook.schema.json")))!.AsObject();

    public static SortedSet<string> All() => new(Found(Schema, Root, ""), StringComparer.Ordinal);

    public static IEnumerable<string> UsedBy(JsonNode rulebook) => Used(Schema, Root, "", rulebook);

    private static IEnumerable<string> Found(JsonObject schema, string place, string key)
    {
        var (target, named) = Followed(schema, place);
        return
        [
            .. PropertiesOf(target).Select(property => $"{named}.{property.Key}"),
            .. PropertiesOf(target).SelectMany(property => Found(property.Value!.AsObject(), named, property.Key)),
            .. FormsOf(target).Concat(ItemsOf(target)).SelectMany(form => Found(form, named, key)),
            .. WordsOf(target).Select(word => $"{key}: {word}"),
        ];
    }

    private static IEnumerable<string> Used(JsonObject schema, string place, string key, JsonNode? value)
    {
        var (target, named) = Followed(schema, place);
        var forms = FormsOf(target).SelectMany(form => Used(form, named, key, value));
        return forms.Concat(value switch
        {
            JsonObject mapping => mapping.SelectMany(pair => target["properties"]?[pair.Key] is JsonObject property
                ? Used(property, named, pair.Key, pair.Value).Prepend($"{named}.{pair.Key}")
                : ItemsOf(target).SelectMany(item => Used(item, named, key, pair.Value))),
            JsonArray list => list.SelectMany(one => ItemsOf(target).SelectMany(item => Used(item, named, key, one))),
            JsonValue word => WordsOf(target)
                .Where(known => IsSaid(known, word.ToString(), target))
                .Select(known => $"{key}: {known}"),
            _ => [],
        });
    }

    private static (JsonObject Target, string Place) Followed(JsonObject schema, string place)
    {
        if (schema["$ref"] is not { } reference)
        {
            return (schema, place);
        }

        var name = $"{reference}".Split('/')[^1];
        return (Schema["$defs"]![name]!.AsObject(), name == "series" ? Root : name);
    }

    private static JsonObject PropertiesOf(JsonObject schema) =>
        schema["properties"]?.AsObject() ?? [];

    private static IEnumerable<JsonObject> FormsOf(JsonObject schema) =>
        (schema["oneOf"]?.AsArray() ?? []).Select(static form => form!.AsObject());

    private static IEnumerable<JsonObject> ItemsOf(JsonObject schema) =>
        new[] { schema["items"], schema["additionalProperties"] }
            .Concat((schema["patternProperties"]?.AsObject() ?? []).Select(static pair => pair.Value))
            .OfType<JsonObject>();

    private static IEnumerable<string> WordsOf(JsonObject schema) =>
    [
        .. (schema["enum"]?.AsArray() ?? []).Select(static word => $"{word}"),
        .. schema["pattern"] is { } pattern ? Words().Matches($"{pattern}").Select(static word => word.Value) : [],
    ];

    private static bool IsSaid(string word, string text, JsonObject schema) => schema["pattern"] is { } pattern
        ? Regex.IsMatch(text, $"{pattern}") && Words().Matches(text).Any(said => said.Value == word)
        : text == word;

    /// <summary>In a pattern, and in a text: <c>(set|add)</c> has two.</summary>
    [GeneratedRegex("[a-z]{2,}")]
    private static partial Regex Words();
}
