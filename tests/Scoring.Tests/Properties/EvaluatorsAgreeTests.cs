using System.Globalization;

namespace Ganchao.Scoring.Tests.Properties;

/// <summary>Rulebooks that nobody would write, on which the evaluators went apart, or one of them did not come back.</summary>
public sealed class EvaluatorsAgreeTests
{
    private const string Head = "language: 1\ncode: odd\ninputs: { x: x, y: y }\n";

    [Fact]
    public void Figures_that_use_two_others_each_are_counted_again_in_no_time()
    {
        var figures = string.Concat(Enumerable.Range(2, 60).Select(static k => string.Create(
            CultureInfo.InvariantCulture, $"  f{k}: {{ per: day, formula: (f{k - 1} + f{k - 2}) / 2 }}\n")));

        Assert.Equal(3m, Total(
            "figures:\n  f0: { per: day, formula: sum(x) }\n  f1: { per: day, formula: sum(x) + f0 - f0 }\n"
            + figures + "indicators: { a: { value: sum(f61) } }\n").Number);
    }

    [Fact]
    public void The_closest_of_the_closest_are_counted_again_in_no_time()
    {
        var nested = Enumerable.Range(1, 8).Aggregate("sum(x)", static (x, k) => string.Create(
            CultureInfo.InvariantCulture, $"if(closest({x}, {k}), 1, 0) + sum(x)"));

        Assert.Equal(4m, Total($"indicators: {{ a: {{ value: '{nested}' }} }}\n").Number);
    }

    [Theory]
    [InlineData("value(out)", "Excluded")]
    [InlineData("value(out), 5, below", "Excluded")]
    [InlineData("sum(x) + 9, 5, below", "2")]
    [InlineData("sum(x), 5, below", "1")]
    public void Who_has_no_figure_is_not_merely_far_off(string terms, string expected) => Assert.Equal(expected, $"{Text(Total(
        "indicators:\n  out: { value: 'sum(x)', applies: 'sum(x) > 100', when_na: { points: 0 } }\n"
        + $"  a: {{ value: 'if(closest({(terms.Contains(',', StringComparison.Ordinal) ? terms : terms + ", 5")}), 1, 2)' }}\n"
        + "total: { formula: value(a) }\n"))}");

    [Theory]
    [InlineData("section: s, ", "Missing")]
    [InlineData("", "Missing")]
    public void A_point_that_is_missing_is_the_reason_even_where_the_others_are_too_great(string place, string expected) =>
        Assert.Equal(expected, Text(Total(
            "sections: { s: {} }\nindicators:\n"
            + $"  a: {{ {place}value: '9999999999999999999999999999 * 7 + 0 * sum(x)' }}\n"
            + $"  b: {{ {place}value: '9999999999999999999999999999 * 7 + 0 * sum(x)' }}\n"
            + $"  c: {{ {place}value: sum(y) }}\n")));

    private static string Text(Result result) => result.IsNumber ? NumberText.Of(result.Number) : $"{result.Reason}";

    /// <summary>Of A, by both evaluators; twenty others have less.</summary>
    private static Result Total(string rules)
    {
        var plant = new Plant(Sample.Compiled(Head + rules)).With(new Entrant("A")).With(Plant.Fact("A", "x", 3));
        for (var i = 0; i < 20; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"e{i}");
            plant.With(new Entrant(id)).With(Plant.Fact(id, "x", 1));
        }

        return plant.Standing().Rows.Single(static row => row.Entrant == "A").Total;
    }
}
