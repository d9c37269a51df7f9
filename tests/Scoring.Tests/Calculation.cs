using System.Globalization;

namespace Ganchao.Scoring.Tests;

/// <summary>One formula over the facts of one entrant "A", as the value of the only indicator of a rulebook.</summary>
internal static class Calculation
{
    private const string Inputs = """
        inputs: { a: a, b: b, c: c, waste: { measure: w, refused: skip }, scrap: { measure: w, refused: zero }, net: { formula: "(ifna(a, 0) - ifna(b, 0)) * attribute(weight)" } }
        constants: { 满分: 35 }
        """;

    public static Result Of(string formula, params IEnumerable<Fact> facts) => Of(formula, EntrantTerms.None, facts);

    public static Result Of(string formula, EntrantTerms terms, params IEnumerable<Fact> facts)
    {
        var plant = new Plant(Sample.Compiled(Text(formula))).With(new Entrant("A"), terms).With(facts);
        return plant.Standing().Rows[0].Indicators[0].Value;
    }

    /// <summary>The id of the first mistake in the formula; empty when there is none.</summary>
    public static string MistakeIn(string formula) =>
        Sample.Errors(Text(formula)).Select(static diagnostic => diagnostic.Id).FirstOrDefault("");

    public static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(string formula) => $"""
        language: 1
        code: calculation
        {Inputs}
        indicators:
          x:
            value: '{formula}'
            when_refused: {"{ points: na }"}
        """;
}
