namespace Ganchao.Scoring.Tests.Figures;

public sealed class RowTests
{
    private const string Facts = """
        A 0 1 a 1 product=p detail=x subject=s1 judge=li
        A 0 2 a 2 product=q detail=x subject=s1 judge=wu
        A 1 1 a 4 product=p detail=y subject=s2
        A 6 1 a 8 product=p detail=y subject=s2 judge=li
        A 7 1 a 16 product=r subject=s2 judge=li
        A 31 1 a 32 judge=wu
        A 31 1 b 5 judge=wu record=b
        """;

    [Theory]
    [InlineData("record", "a", 6, 32)]
    [InlineData("shift", "sum(a)", 6, 32)]
    [InlineData("day", "sum(a)", 5, 32)]
    [InlineData("week", "sum(a)", 3, 32)] // 2 to 8 March, 9 to 15 March, 30 March
    [InlineData("month", "sum(a)", 2, 32)]
    public void Rows_in_time_stand_in_its_order(string per, string formula, int rows, int last)
    {
        Assert.Equal(Result.Of((decimal)rows), Of(per, formula, "count(f)"));
        Assert.Equal(Result.Of((decimal)last), Of(per, formula, "last(f)"));
        Assert.Equal(Result.Of(63m), Of(per, formula, "sum(f)"));
    }

    [Theory]
    [InlineData("product", 4, 32)] // p, q, r and none
    [InlineData("detail", 3, 48)]
    [InlineData("subject", 3, 32)]
    [InlineData("tag(judge)", 2, 34)] // li has 25; the record without a judge is in no row
    public void Rows_by_a_key_are_told_apart_by_it(string per, int rows, int greatest)
    {
        Assert.Equal(Result.Of((decimal)rows), Of(per, "sum(a)", "count(f)"));
        Assert.Equal(Result.Of((decimal)greatest), Of(per, "sum(a)", "max(f)"));
    }

    [Theory]
    [InlineData("record", "if(a > 2, rowDate - date(2026, 3, 1), 0)", "sum(f)", "49")] // 2 + 7 + 8 + 32
    [InlineData("shift", "occurrence + 0 * sum(a)", "sum(f)", "21")]
    [InlineData("record", "occurrence(product) + 0 * a", "max(f)", "3")]
    [InlineData("record", "occurrence(tag(judge)) * a", "count(f)", "NoTag")]
    [InlineData("record", "ifna(occurrence(tag(judge)), 0) + 0 * a", "sum(f)", "9")] // li 1, wu 1, –, li 2, li 3, wu 2
    [InlineData("record", "occurrence(detail) * 100 + occurrence(subject) + 0 * a", "max(f)", "202")]
    [InlineData("day", "days(a) + count(a)", "sum(f)", "11")]
    [InlineData("day", "coefficient(size) * sum(a)", "sum(f)", "94.5")]
    [InlineData("week", "rowDate - asOf + 0 * sum(a)", "last(f)", "-2")]
    [InlineData("day", "sum(a) > 3", "countIf(f)", "4")]
    [InlineData("day", "sum(a)", "days(f) + (lastDate(f) - firstDate(f))", "36")]
    [InlineData("shift", "sum(a) + ifna(sum(b), 0)", "sum(f)", "68")]
    [InlineData("shift", "sum(b)", "count(f)", "1")]
    [InlineData("day", "sum(a)", "firstWhere(f, f > 3) + lastWhere(f, f < 20)", "20")]
    public void A_formula_knows_its_row_and_the_entrant(string per, string formula, string fold, string expected) =>
        Assert.Equal(Plain.PlainCase.Expected(expected), Of(per, formula, fold));

    [Fact]
    public void A_figure_uses_others_of_the_same_rows_before_and_up_to_itself()
    {
        Assert.Equal(Result.Of(31m), Value("sum(d)", ("f", "day", "sum(a)"), ("d", "day", "f - ifna(before(f), 1)")));
        Assert.Equal(Result.Of(63m), Value("last(r)", ("f", "day", "sum(a)"), ("r", "day", "running(f)")));
        Assert.Equal(Result.Of(63m + 31m + 15m + 7m + 3m), Value("sum(r)", ("f", "day", "sum(a)"), ("r", "day", "running(f)")));
    }

    [Fact]
    public void Rows_of_several_figures_are_one_where_their_keys_are()
    {
        (string, string, string)[] figures = [("f", "shift", "sum(a)"), ("g", "shift", "sum(b)")];

        Assert.Equal(Result.Of(160m), Value("sum(f * g)", figures));
        Assert.Equal(Result.Of(68m), Value("sum(f + ifna(g, 0))", figures));
        Assert.Equal(Result.Of(6m), Value("count(ifna(f, 0) + ifna(g, 0))", figures));
    }

    [Fact]
    public void A_figure_is_rounded_where_it_says_so() =>
        Assert.Equal(Result.Of(0.7m), new FigureCase("""
            inputs: { a: a }
            figures: { f: { per: day, formula: mean(a) / 3, decimals: 1 } }
            indicators: { x: { value: sum(f) } }
            """).Facts("A 0 1 a 1\nA 1 1 a 1.1").Value());

    private static Result Of(string per, string formula, string fold) => Value(fold, ("f", per, formula));

    private static Result Value(string fold, params (string Name, string Per, string Formula)[] figures) => new FigureCase($$"""
        inputs: { a: a, b: b }
        figures:
        {{string.Join('\n', figures.Select(static f => $"  {f.Name}: {{ per: {f.Per}, formula: '{f.Formula}' }}"))}}
        indicators: { x: { value: '{{fold}}' } }
        """)
        .Entrant("A", terms: new EntrantTerms { Coefficients = new Dictionary<string, decimal> { ["size"] = 1.5m } })
        .Facts(Facts)
        .Value();
}
