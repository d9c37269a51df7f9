using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ganchao.Scoring.Jobs;
using Ganchao.Scoring.Tests.Rulebooks;

namespace Ganchao.Scoring.Tests.Manual;

/// <summary>Whatever the language and the files know stands in an example of the manual that is run, in both languages.</summary>
public sealed class ManualWordsTests
{
    /// <summary>Names in formulas that are no functions of the library.</summary>
    private static readonly string[] Names =
        ["rowDate", "occurrence", "size", "stageNumber", "stageOfYear", "asOf", "eligible", "total"];

    /// <summary>Words that a function expects, and signs.</summary>
    private static readonly string[] Written =
    [
        "perRecord(", "perShift(", "perDay(", "per(product", "attribute(", "date(", "daysSince(", "before(", "running(",
        "occurrence(product)", "occurrence(detail)", "occurrence(subject)", "occurrence(tag(",
        ", original)", ", adjusted)", ", toDate)", ", asc)", ", desc", ", competition)", ", dense)", ", fractional)",
        ", below)", ", above)", ", halfAway)", ", halfEven)", ", down)", ", up)",
        " and ", " or ", "not ", " = ", " <> ", " < ", " <= ", " > ", " >= ", " + ", " - ", " * ", " / ", " ^ ", "%", "‰",
        "true, false",
    ];

    private static readonly string[] SeriesFigures =
        ["total", "place", "value_", "points_", "section_", "grade_", "award_", "carried_"];

    /// <summary>Columns of the tables beside the facts.</summary>
    private static readonly string[] Columns =
    [
        "id", "division", "guest", "from", "to", "entrant", "measure", "original", "adjusted", "to_date", "value", "name",
        "amount", "reason", "member", "share", "stage",
    ];

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Every_key_and_word_of_the_schema_stands_in_an_example(string language)
    {
        var used = Rulebooks(language).SelectMany(SchemaWords.UsedBy).ToHashSet(StringComparer.Ordinal);

        Assert.True(SchemaWords.All().Count > 150);
        Assert.Equal("", Listed(SchemaWords.All().Except(used)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Every_function_and_its_words_stand_in_a_formula_that_is_run(string language)
    {
        var formulas = Formulas(language);
        bool IsCalled(string name) => formulas.Exists(formula => Regex.IsMatch(formula, $@"\b{name}\("));
        bool IsNamed(string name) => formulas.Exists(formula => Regex.IsMatch(formula, $@"\b{name}\b"));

        var functions = FunctionLibrary.Names.Concat(WordCalls.Terms).Concat(WordCalls.Columns).Distinct();
        Assert.Equal("", Listed(functions.Where(name => !IsCalled(name))));
        Assert.Equal("", Listed(Names.Where(name => !IsNamed(name))));
        bool IsWritten(string word) => formulas.Exists(formula => formula.Contains(word, StringComparison.Ordinal));
        Assert.Equal("", Listed(Written.Where(word => !IsWritten(word))));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Every_figure_that_a_stage_hands_to_the_series_is_used(string language)
    {
        var measures = Rulebooks(language)
            .SelectMany(static rulebook => rulebook["series"]?["inputs"]?.AsObject() ?? [])
            .Select(static input => $"{input.Value as JsonValue ?? input.Value!["measure"]}")
            .ToList();

        bool IsUsed(string figure) => measures.Exists(measure => measure.StartsWith(figure, StringComparison.Ordinal));
        Assert.Equal("", Listed(SeriesFigures.Where(figure => !IsUsed(figure))));
    }

    [Theory]
    [InlineData("en", "zzz: 1", "")]
    [InlineData("zh", "zzz: 1", "")]
    [InlineData("en", "facts: [ { zzz: 1 } ]", "facts")]
    [InlineData("zh", "facts: [ { zzz: 1 } ]", "facts")]
    [InlineData("en", "facts: [ { replace: [ { zzz: 1 } ] } ]", "replace")]
    [InlineData("zh", "facts: [ { replace: [ { zzz: 1 } ] } ]", "replace")]
    public void Every_key_of_a_job_stands_in_an_example(string language, string unknown, string below)
    {
        var parts = Jobs(language).SelectMany(job => Under(job, below));
        var used = parts.SelectMany(static part => part.Select(static pair => pair.Key));

        Assert.Equal("", Listed(KnownToReader(unknown).Except(used)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Every_column_of_the_tables_stands_in_an_example(string language)
    {
        var files = ManualPage.Of(language).All.SelectMany(static example => example.Files)
            .SelectMany(static file => file.Text.Split('\n')[0].Split(','));
        var written = Jobs(language).SelectMany(Mappings).SelectMany(static mapping => mapping.Select(static pair => pair.Key));
        var known = files.Concat(written).ToHashSet(StringComparer.Ordinal);

        Assert.Equal("", Listed(FactFields.All.Concat(Columns).Where(column => !known.Contains(column))));
    }

    [Fact]
    public void Full_width_digits_are_refused_as_the_manual_says() => Assert.Contains(
        Sample.Errors("language: 1\ncode: c\nindicators: { x: { value: '２ + 1' } }"), static found => found.Id == "syntax");

    private static string Listed(IEnumerable<string> missing) => string.Join('\n', missing);

    private static IEnumerable<JsonNode> Rulebooks(string language) =>
        ManualPage.Of(language).All.Select(static example => YamlAsJson.Of(example.Rulebook));

    private static IEnumerable<JsonObject> Jobs(string language) =>
        ManualPage.Of(language).All.Select(static example => YamlAsJson.Of(example.Job).AsObject());

    private static List<string> Formulas(string language) =>
    [
        .. ManualPage.Of(language).Formulas.Select(static row => row.Formula),
        .. Rulebooks(language).SelectMany(Texts),
    ];

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject mapping => mapping.SelectMany(static pair => Texts(pair.Value)),
        JsonArray list => list.SelectMany(Texts),
        _ => [$"{node}"],
    };

    private static IEnumerable<JsonObject> Mappings(JsonNode? node) => node switch
    {
        JsonObject mapping => mapping.SelectMany(static pair => Mappings(pair.Value)).Prepend(mapping),
        JsonArray list => list.SelectMany(Mappings),
        _ => [],
    };

    /// <summary>The mappings in the lists under a key; with no key the job itself.</summary>
    private static IEnumerable<JsonObject> Under(JsonObject job, string key) => key.Length == 0
        ? [job]
        : Mappings(job).SelectMany(mapping => mapping[key] as JsonArray ?? []).OfType<JsonObject>();

    private static string[] KnownToReader(string job)
    {
        const string Before = "Known are: ";
        var refusals = ScoreJobReader.Read(job).Problems.Select(static problem => problem.Diagnostic);
        var refusal = refusals.Single(static found => found.Id == "unknown-key").En;
        return refusal[(refusal.IndexOf(Before, StringComparison.Ordinal) + Before.Length)..].TrimEnd('.').Split(", ");
    }
}
