using System.Text.Json;
using System.Text.Json.Nodes;
using Ganchao.Scoring.Tests.Goldens;
using Json.Schema;
using YamlDotNet.RepresentationModel;

namespace Ganchao.Scoring.Tests.Schema;

/// <summary>The JSON Schema that editors complete and check rulebooks by says what the reader does.</summary>
public sealed class SchemaTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(GoldenData.Root, "docs", "rulebook.schema.json"));
    private static readonly JsonSchema Rulebook = JsonSchema.FromText(Text);

    public static TheoryData<string> Samples() =>
    [
        .. Directory.GetFiles(Path.Combine(GoldenData.Root, "samples", "rulebooks"), "*.yaml")
            .Select(static file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_is_what_the_schema_says(string file)
    {
        var rulebook = JsonOf(GoldenData.SampleText("rulebooks", file));

        var found = Rulebook.Evaluate(rulebook, new EvaluationOptions { OutputFormat = OutputFormat.List });

        Assert.True(found.IsValid, string.Join('\n', (found.Details ?? []).Where(static part => part.Errors is not null).Select(
            static part => $"{part.InstanceLocation}: {string.Join("; ", part.Errors!.Values)}")));
    }

    [Theory]
    [InlineData("language: 1\ncode: a\nindicator: {}\n")]
    [InlineData("language: 2\ncode: a\n")]
    [InlineData("language: 1\ncode: a\nindicators: { x: { point: 1 } }\n")]
    [InlineData("language: 1\ncode: a\nindicators: { x: { value: 1, points: { formula: 1, decimal: 2 } } }\n")]
    [InlineData("language: 1\ncode: a\nranking: { shared: 1-1-2 }\n")]
    [InlineData("language: 1\ncode: a\nawards: { x: { places: { 0: 5 }, ties: each } }\n")]
    public void What_the_reader_refuses_the_schema_marks(string text)
    {
        Assert.False(Rulebook.Evaluate(JsonOf(text)).IsValid);
        Assert.Null(RulebookReader.Read(text).Definition);
    }

    /// <summary>A key that the schema knows and the reader does not would be refused as unknown.</summary>
    [Fact]
    public void The_reader_knows_every_key_of_the_schema()
    {
        var sources = string.Concat(
            Directory.GetFiles(Path.Combine(GoldenData.Root, "Scoring", "Rulebooks"), "*.cs", SearchOption.AllDirectories)
                .Select(File.ReadAllText));
        var keys = Properties(JsonNode.Parse(Text)!).Distinct().ToList();

        Assert.True(keys.Count > 50);
        Assert.All(keys, key => Assert.Contains($"\"{key}\"", sources, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Properties(JsonNode node) => node switch
    {
        JsonObject map => map.SelectMany(static pair => pair is { Key: "properties", Value: JsonObject keys }
            ? keys.Select(static key => key.Key).Concat(keys.SelectMany(static key => Properties(key.Value!)))
            : pair.Value is null ? [] : Properties(pair.Value)),
        JsonArray list => list.SelectMany(static item => item is null ? [] : Properties(item)),
        _ => [],
    };

    private static JsonElement JsonOf(string yaml)
    {
        var stream = new YamlStream();
        using var text = new StringReader(yaml);
        stream.Load(text);
        return JsonSerializer.SerializeToElement(Json(stream.Documents[0].RootNode));
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(
            static pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Value: null or "" } => null,
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidOperationException("A rulebook is made of mappings, lists and texts."),
    };
}
