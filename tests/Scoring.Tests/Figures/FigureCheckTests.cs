namespace Ganchao.Scoring.Tests.Figures;

public sealed class FigureCheckTests
{
    [Theory]
    [InlineData("f: { per: year, formula: sum(a) }", "wrong-value")]
    [InlineData("f: { formula: sum(a) }", "missing-key")]
    [InlineData("f: { per: day }", "missing-key")]
    [InlineData("a: { per: day, formula: sum(a) }", "name-used-twice")]
    [InlineData("k: { per: day, formula: sum(a) }", "name-used-twice")]
    [InlineData("total: { per: day, formula: sum(a) }", "name-reserved")]
    [InlineData("f: { per: day, formula: 1 + 2 }", "no-input")]
    [InlineData("f: { per: day, formula: plan(a) }", "no-input")]
    [InlineData("f: { per: day, formula: sum(a) + sum(before_a) }", "window-mixed")]
    [InlineData("f: { per: day, formula: sum(a) + g }\ng: { per: shift, formula: sum(a) }", "figure-per")]
    [InlineData("f: { per: day, formula: sum(a) + g }\ng: { per: day, formula: sum(b) - f }", "cycle")]
    [InlineData("f: { per: day, formula: sum(a) + ifna(before(f)) }", "cycle")]
    [InlineData("f: { per: day, formula: sum(a) + running(h) }", "unknown-figure")]
    [InlineData("f: { per: day, formula: a + 1 }", "fold-missing")]
    [InlineData("f: { per: day, formula: sum(perShift(a)) }", "grouping-in-row")]
    [InlineData("f: { per: day, formula: sum(a * plan(a)) }", "wrong-level")]
    [InlineData("f: { per: day, formula: sum(sum(a)) }", "fold-in-fold")]
    [InlineData("f: { per: day, formula: sum(a) + total }", "column-in-figure")]
    [InlineData("f: { per: day, formula: sum(a) + points(x) }", "column-in-figure")]
    [InlineData("f: { per: record, formula: sum(a) }", "fold-by-record")]
    [InlineData("f: { per: record, formula: a + rank(a) }", "fold-by-record")]
    [InlineData("f: { per: record, formula: a + mean(a) }", "fold-by-record")]
    [InlineData("f: { per: product, formula: sum(a) + (rowDate - asOf) }", "no-date")]
    [InlineData("f: { per: day, formula: sum(a) + occurrence(product) }", "occurrence-by-record")]
    [InlineData("f: { per: record, formula: a + occurrence(record) }", "word-expected")]
    [InlineData("f: { per: day, formula: lastDate(a) }", "figure-kind")]
    [InlineData("f: { per: day, formula: sum(a) > 1, decimals: 1 }", "rounded-truth")]
    [InlineData("f: { per: day, formula: sum(g) }\ng: { per: day, formula: sum(a) }", "figure-in-records")]
    [InlineData("f: { per: day, formula: 'trimmedMean(a, 0)' }", "count-expected")]
    [InlineData("f: { per: day, formula: 'trimmedMean(a, plan(a))' }", "literal-expected")]
    [InlineData("f: { per: day, formula: 'countBefore(a, a > 1)' }", "wrong-kind")]
    public void A_figure_that_cannot_be_is_refused(string figures, string mistake) =>
        Assert.Contains(mistake, FigureCase.Mistakes(figures));

    [Theory]
    [InlineData("first(a)", "figure-needed")]
    [InlineData("median(a)", "figure-needed")]
    [InlineData("countBefore(a > 1, a > 2)", "figure-needed")]
    [InlineData("sum(f * a)", "figure-and-input")]
    [InlineData("sum(f + p)", "figure-per")]
    [InlineData("last(p)", "no-order")]
    [InlineData("streak(p > 1)", "no-order")]
    [InlineData("lastDate(p) - asOf", "no-order")]
    [InlineData("sum(perDay(f))", "grouping-in-row")]
    [InlineData("sum(f * plan(a))", "wrong-level")]
    [InlineData("sum(f - mean(f))", "fold-in-fold")]
    [InlineData("sum(f - rank(f))", "cohort-in-fold")]
    [InlineData("f + 1", "fold-missing")]
    [InlineData("bestOf(f, 101)", "count-expected")]
    [InlineData("bestOf(f, 1.5)", "count-expected")]
    [InlineData("bestOf(f, f)", "literal-expected")]
    [InlineData("trimmedMean(f)", "argument-count")]
    [InlineData("streak(f)", "wrong-kind")]
    [InlineData("sum(f > 1)", "wrong-kind")]
    public void A_fold_that_cannot_be_is_refused(string value, string mistake) => Assert.Equal(
        [mistake],
        FigureCase.Mistakes("f: { per: day, formula: sum(a) }\np: { per: product, formula: sum(a) }", value));

    [Fact]
    public void A_mistake_is_placed_where_it_stands()
    {
        var refused = Sample.Compile(FigureCase.Text("""
            inputs: { a: a }
            figures:
              f: { per: day, formula: sum(a) + totl }
            indicators: { x: { value: sum(f) } }
            """)).Diagnostics;

        Assert.Equal(new TextPlace(5, 36), Assert.Single(refused).Place);
    }
}
