namespace Ganchao.Scoring.Tests.Rulebooks;

public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("sum(aa)", "unknown-name")]
    [InlineData("summ(a)", "unknown-function")]
    [InlineData("a / 2", "fold-missing")]
    [InlineData("sum(plan(a) - a)", "wrong-level")]
    [InlineData("sum(a * coefficient(k))", "wrong-level")]
    [InlineData("countIf(asOf = asOf)", "wrong-level")]
    [InlineData("perDay(a)", "wrong-level")]
    [InlineData("attribute(weight)", "wrong-level")]
    [InlineData("value + 1", "wrong-level")]
    [InlineData("sum(best(a))", "cohort-in-fold")]
    [InlineData("sum(perDay(max(a)))", "fold-in-fold")]
    [InlineData("sum(perDay(a) + perShift(b))", "grouping-mixed")]
    [InlineData("sum(perDay(a) + b)", "grouping-mixed")]
    [InlineData("sum(per(shift, a))", "grouping-form")]
    [InlineData("sum(perDay(a * attribute(weight)))", "attribute-by-record")]
    [InlineData("last(per(product, a))", "no-order")]
    [InlineData("sum(1)", "no-input")]
    [InlineData("sum(a, b)", "argument-count")]
    [InlineData("step(1, 2)", "argument-count")]
    [InlineData("step(1, 0, 2)", "step-width")]
    [InlineData("step(1, -满分, 2)", "step-width")]
    [InlineData("clamp(1, 3, 2)", "clamp-bounds")]
    [InlineData("round(1, 13)", "round-decimals")]
    [InlineData("round(1, sum(a))", "literal-expected")]
    [InlineData("round(1, 2, sideways)", "word-expected")]
    [InlineData("rank(sum(a), up)", "word-expected")]
    [InlineData("plan(a, yesterday)", "word-expected")]
    [InlineData("plan(zz)", "unknown-name")]
    [InlineData("points(zz)", "unknown-column")]
    [InlineData("1 + (2 > 1)", "kinds-differ")]
    [InlineData("1 and 2", "kinds-differ")]
    [InlineData("if(1, 2, 3)", "wrong-kind")]
    [InlineData("if(true, 2, false)", "kinds-differ")]
    [InlineData("sum(a > 1)", "wrong-kind")]
    [InlineData("countIf(a)", "wrong-kind")]
    [InlineData("1 > 2", "wrong-kind")]
    [InlineData("\"text\"", "wrong-kind")]
    [InlineData("band(1, under(90, 0), from(93, 1))", "band-gap")]
    [InlineData("band(1, range(0, 1, 0))", "band-gap")]
    [InlineData("band(1, under(90, 0), above(90, 1))", "band-gap")]
    [InlineData("band(1, upTo(90, 0), from(90, 1))", "band-overlap")]
    [InlineData("band(1, under(90, 0), range(80, 95, 1), from(95, 2))", "band-overlap")]
    [InlineData("band(1, under(90, 0), from(90, 1), range(91, 92, 1))", "band-overlap")]
    [InlineData("band(1, 2, 3)", "band-pieces")]
    [InlineData("date(2026, 2, 30) - asOf", "date-form")]
    public void A_mistaken_formula_is_refused_with_its_reason(string formula, string mistake) =>
        Assert.Equal(mistake, Calculation.MistakeIn(formula));

    [Theory]
    [InlineData("band(1, under(90, 0), range(90, 93), from(93, 1))")]
    [InlineData("band(1, from(满分, 1), under(满分, 0))")]
    [InlineData("band(1, upTo(-5, 1), above(-5, 0))")]
    public void Bands_that_cover_everything_once_are_accepted(string formula) =>
        Assert.Equal("", Calculation.MistakeIn(formula));

    [Fact]
    public void A_near_miss_of_a_name_is_suggested_and_the_place_is_in_the_text_of_the_rulebook()
    {
        var mistake = Mistakes("""
            inputs: { output: o }
            indicators:
              x:
                value: |
                  1 +
                    sum(outptu)
            """).Single();

        Assert.Equal(("unknown-name", new TextPlace(8, 13)), (mistake.Id, mistake.Place));
        Assert.Contains("did you mean output?", mistake.En, StringComparison.Ordinal);
        Assert.Contains("output", mistake.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("weights: 100\nindicators: { x: { base: 40, value: '1' }, y: { base: 59, value: '1' } }", "weights")]
    [InlineData("indicators: { x: { value: 'points(y)' }, y: { value: 'value(x)' } }", "cycle")]
    [InlineData("inputs: { a: { formula: b }, b: { formula: a } }\nindicators: { x: { value: '1' } }", "cycle")]
    [InlineData(
        "indicators: { x: { value: '1' } }\ngates: { g: { when: 'points(x) > 0', scope: indicator(x), effect: zero } }", "cycle")]
    [InlineData("indicators: { x: { value: '1' } }\ngates: { g: { when: 'true' } }", "gate-without-scope")]
    [InlineData("indicators: { x: { value: '1' } }\ngates: { g: { when: 'true', effect: zero } }", "gate-without-scope")]
    [InlineData(
        "indicators: { x: { value: '1' } }\ngates: { g: { when: 'true', scope: indicator(y), effect: zero } }", "unknown-column")]
    [InlineData("indicators: { x: { value: '1' } }\ngates: { g: { when: 'true', scope: award, effect: zero } }", "gate-effect")]
    [InlineData("indicators: { x: { value: '1', section: s } }", "unknown-section")]
    [InlineData("indicators: { x: { value: '1', when_missing: { points: neutral } } }", "no-base")]
    [InlineData("indicators: { x: { value: '1', colour: red } }", "unknown-key")]
    [InlineData("indicators: { x: { names: { en: Output, month total }, value: '1' } }", "text-after-comma")]
    [InlineData("indicators: { x: { points: '1' } }", "missing-key")]
    [InlineData("indicators: { 1x: { value: '1' } }", "wrong-value")]
    [InlineData("indicators: { x: { value: { formula: '1', decimals: 13 } } }", "wrong-value")]
    [InlineData("indicators: { x: { value: '1' } }\nranking: { by: total }", "wrong-value")]
    [InlineData("inputs: { total: t }\nindicators: { x: { value: '1' } }", "name-reserved")]
    [InlineData("inputs: { a: t }\nconstants: { a: 1 }\nindicators: { x: { value: '1' } }", "name-used-twice")]
    [InlineData("inputs: { a: t, b: { measure: t, window: ytd } }\nindicators: { x: { value: 'sum(a + b)' } }", "window-mixed")]
    [InlineData("inputs: { b: { measure: t, window: ytd } }\nindicators: { x: { value: 'sum(perDay(b))' } }", "memory")]
    [InlineData(
        "inputs: { b: { measure: t, window: { from: 2026-13-01, to: 2026-02-01 } } }\nindicators: { x: { value: '1' } }",
        "wrong-value")]
    public void A_mistaken_rulebook_is_refused_with_its_reason(string text, string mistake) =>
        Assert.Contains(mistake, Mistakes(text).Select(static diagnostic => diagnostic.Id));

    [Fact]
    public void All_mistakes_are_reported_in_order_of_place_and_in_both_languages()
    {
        var mistakes = Mistakes("indicators:\n  x: { value: 'nope' }\n  y: { value: 'nada(1)' }\n  z: { value: '1 +' }");

        Assert.Equal(["syntax"], mistakes.Select(static diagnostic => diagnostic.Id));

        mistakes = Mistakes("indicators:\n  x: { value: 'nope' }\n  y: { value: 'nada(1)' }");

        Assert.Equal(["unknown-name", "unknown-function"], mistakes.Select(static diagnostic => diagnostic.Id));
        Assert.All(mistakes, static diagnostic => Assert.True(diagnostic.Zh.Length > 0 && diagnostic.En.Length > 0));
    }

    private static IReadOnlyList<Diagnostic> Mistakes(string text) =>
        Sample.Errors($"language: 1\ncode: mistaken\n{text}");
}
