using System.Text.Json;
using System.Text.Json.Nodes;
using Ganchao.Scoring.Tests.Goldens;
using Json.Schema;

namespace Ganchao.Scoring.Tests.Rulebooks;

/// <summary>The JSON Schema for editors knows what the reader knows.</summary>
public sealed class RulebookSchemaTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(GoldenData.Root, "docs", "rulebook.schema.json"));

    private static readonly JsonSchema Schema = JsonSchema.FromText(Text);

    /// <summary>Per object of the schema: texts with an unknown key in it; the refusal names those that are known.</summary>
    private static readonly Dictionary<string, string[]> Objects = new()
    {
        ["#"] = ["zzz: 1"],
        ["series"] = ["series: { zzz: 1 }"],
        ["names"] = ["names: { zh: a, zzz: 1 }"],
        ["input"] = ["inputs: { a: { zzz: 1 } }"],
        ["dates"] = ["inputs: { a: { window: { zzz: 1 } } }"],
        ["constant"] = ["constants: { a: { value: 1, zzz: 1 } }"],
        ["figure"] = ["figures: { a: { zzz: 1 } }"],
        ["adjustment"] = ["adjustments: { a: { zzz: 1 } }"],
        ["section"] = ["sections: { s: { zzz: 1 } }"],
        ["indicator"] = ["indicators: { x: { value: '1', zzz: 1 } }"],
        ["rounded"] = ["indicators: { x: { value: { zzz: 1 } } }"],
        ["effect"] = ["indicators: { x: { value: '1', when_na: { zzz: 1 } } }"],
        ["gate"] = ["gates: { g: { zzz: 1 } }", "gates: { g: { scope: total, zzz: 1 } }"],
        ["gate_effect"] = ["gates: { g: { effects: [ { zzz: 1 } ] } }"],
        ["eligibility"] = ["eligibility: { e: { zzz: 1 } }"],
        ["grade"] = ["grades: { g: { zzz: 1 } }"],
        ["award"] =
        [
            "awards: { a: { zzz: 1 } }", "awards: { a: { places: { 1: 2 }, zzz: 1 } }", "awards: { a: { quota: 1, zzz: 1 } }",
            "awards: { a: { pool: 1, zzz: 1 } }", "awards: { a: { money: 1, zzz: 1 } }",
        ],
        ["carry"] = ["carries: { c: { zzz: 1 } }", "accounts: { c: { zzz: 1 } }"],
        ["total"] = ["total: { zzz: 1 }"],
        ["ranking"] = ["ranking: { zzz: 1 }"],
        ["stages"] = ["stages: { zzz: 1 }"],
    };

    public static TheoryData<string> Samples() =>
    [
        .. Directory.GetFiles(Path.Combine(GoldenData.Root, "samples", "rulebooks"), "*.yaml")
            .Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Names() => [.. Objects.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_is_a_rulebook_to_the_schema(string sample)
    {
        var found = Mistakes(GoldenData.SampleText("rulebooks", sample));

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_schema_has_every_key_that_the_reader_knows_and_no_other(string name) => Assert.Equal(
        Objects[name].SelectMany(KnownToReader).Distinct().Order(StringComparer.Ordinal),
        KeysOf(name).Order(StringComparer.Ordinal));

    /// <summary>The keys of a table of places are numbers; all other objects of the schema are looked at.</summary>
    [Fact]
    public void No_object_of_the_schema_is_left_out() => Assert.Equal(
        Objects.Keys.Append("places").Order(StringComparer.Ordinal),
        Definitions().Where(static pair => PropertiesOf(pair.Value!) is not null).Select(static pair => pair.Key)
            .Append("#").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("indicators: { x: { valeu: '1' } }")]
    [InlineData("indicator: {}")]
    [InlineData("indicators: { x: { value: 1, points: { formula: 1, decimal: 2 } } }")]
    [InlineData("ranking: { shared: 1-1-2 }")]
    [InlineData("indicators: { 1x: { value: '1' } }")]
    [InlineData("inputs: { a: { window: yesterday } }")]
    [InlineData("inputs: { a: { window: previous() } }")]
    [InlineData("constants: { a: many }")]
    [InlineData("gates: { g: { when: 'true', scope: indicator, effect: zero } }")]
    [InlineData("gates: { g: { when: 'true' } }")]
    [InlineData("awards: { a: { places: { 0: 5 }, ties: each } }")]
    [InlineData("awards: { a: { ties: each } }")]
    [InlineData("ranking: { by: total }")]
    [InlineData("stages: { roll: best }")]
    [InlineData("entrants: teams")]
    [InlineData("total: { decimals: 13 }")]
    [InlineData("series: { stages: { roll: sum } }")]
    public void What_the_reader_refuses_for_its_form_the_schema_marks_too(string text)
    {
        var whole = $"language: 1\ncode: c\n{text}";

        Assert.NotEmpty(Sample.Errors(whole));
        Assert.NotEmpty(Mistakes(whole));
    }

    private static List<string> Mistakes(string yaml)
    {
        using var json = JsonDocument.Parse(YamlAsJson.Of(yaml).ToJsonString());
        var found = Schema.Evaluate(json.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return found.IsValid
            ? []
            :
            [
                .. (found.Details ?? []).Where(static detail => detail.Errors is { Count: > 0 }).Select(
                    static detail => $"{detail.InstanceLocation}: {string.Join("; ", detail.Errors!.Values)}"),
                "not valid",
            ];
    }

    private static IEnumerable<string> KnownToReader(string text)
    {
        const string Before = "Known are: ";
        var refusal = Sample.Errors($"language: 1\ncode: c\n{text}").Single(static found => found.Id == "unknown-key").En;
        return refusal[(refusal.IndexOf(Before, StringComparison.Ordinal) + Before.Length)..].TrimEnd('.').Split(", ");
    }

    private static IEnumerable<string> KeysOf(string name) =>
        PropertiesOf(name == "#" ? JsonNode.Parse(Text)! : Definitions()[name]!)!.Select(static pair => pair.Key);

    private static JsonObject Definitions() => JsonNode.Parse(Text)!["$defs"]!.AsObject();

    /// <summary>Of an object, or of the object among several forms.</summary>
    private static JsonObject? PropertiesOf(JsonNode definition) =>
        definition["properties"]?.AsObject()
        ?? definition["oneOf"]?.AsArray().Select(static form => form!["properties"]?.AsObject()).OfType<JsonObject>().FirstOrDefault();
}
