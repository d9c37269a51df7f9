namespace Ganchao.Scoring.Tests.Figures;

public sealed class FigureFoldTests
{
    private const string Days = """
        A 0 1 a 5
        A 1 1 a 7
        A 2 1 a 7
        A 5 1 a 1
        A 6 1 a 9
        A 7 1 a 8
        """;

    [Theory]
    [InlineData("first(f)", "5")]
    [InlineData("last(f)", "8")]
    [InlineData("median(f)", "7")]
    [InlineData("median(f * 2)", "14")]
    [InlineData("trimmedMean(f, 1)", "6.75")]
    [InlineData("trimmedMean(f, 2)", "7")]
    [InlineData("trimmedMean(f, 3)", "OutOfDomain")]
    [InlineData("bestOf(f, 2)", "17")]
    [InlineData("bestOf(f, 100)", "37")]
    [InlineData("worstOf(f, 2)", "6")]
    [InlineData("streak(f > 5)", "2")]
    [InlineData("streak(f < 5)", "0")]
    [InlineData("longest(f >= 5)", "3")]
    [InlineData("longest(f > 100)", "0")]
    [InlineData("firstWhere(f, f > 5)", "7")]
    [InlineData("lastWhere(f, f < 8)", "1")]
    [InlineData("firstWhere(f, f > 100)", "Missing")]
    [InlineData("countBefore(f = 7, f = 1)", "2")]
    [InlineData("countBefore(f >= 5, f = 100)", "5")]
    [InlineData("countBefore(f >= 5, f = 5)", "0")]
    [InlineData("mean(f)", "6.1666666666666666666666666667")]
    [InlineData("sum(f) + count(f) + days(f)", "49")]
    public void Rows_are_folded_in_their_order(string fold, string expected) =>
        Assert.Equal(Plain.PlainCase.Expected(expected), Of(Days, fold));

    [Theory]
    [InlineData("first(f)", "Missing")]
    [InlineData("median(f)", "Missing")]
    [InlineData("trimmedMean(f, 1)", "Missing")]
    [InlineData("bestOf(f, 1)", "Missing")]
    [InlineData("streak(f > 0)", "0")]
    [InlineData("longest(f > 0)", "0")]
    [InlineData("countBefore(f > 0, f > 1)", "0")]
    [InlineData("count(f)", "0")]
    public void Without_a_row_a_fold_says_so(string fold, string expected) =>
        Assert.Equal(Plain.PlainCase.Expected(expected), Of("", fold));

    [Theory]
    [InlineData("streak(f > 5)", "1")] // the day with a figure of b only has none of a: it counts as no
    [InlineData("longest(f > 5)", "2")]
    [InlineData("longest(ifna(f, 9) > 5)", "3")]
    [InlineData("countBefore(f > 0, f = 8)", "4")]
    [InlineData("median(f)", "7")]
    public void A_day_without_rows_is_no_gap_but_a_row_without_a_figure_is(string fold, string expected) => Assert.Equal(
        Plain.PlainCase.Expected(expected),
        Of(
            """
            A 0 1 a 5
            A 2 1 a 7
            A 3 1 a 7
            A 8 1 b 1
            A 9 1 a 5
            A 12 1 b 1
            A 20 1 a 8
            """,
            fold,
            "sum(a) + 0 * ifna(sum(b), 0)"));

    [Theory]
    [InlineData("sum(f)")]
    [InlineData("first(f)")]
    [InlineData("streak(f > 1)")]
    [InlineData("countBefore(f > 1, f > 2)")]
    [InlineData("firstWhere(1, f > 1)")]
    public void A_refused_figure_spoils_the_fold(string fold) =>
        Assert.Equal(Result.Na(NaReason.Refused), Of("A 0 1 a 5\nA 1 1 a -\nA 2 1 a 4", fold));

    [Fact]
    public void Of_x_only_the_chosen_row_counts() =>
        Assert.Equal(Result.Of(5m), Of("A 0 1 a 5\nA 1 1 b 1\nA 2 1 a 4", "firstWhere(10 / (f - 3) * (f - 3) - 5, f > 4)"));

    [Fact]
    public void More_records_than_a_figure_takes_are_told_and_not_cut_off()
    {
        static string Lines(int count) => string.Join('\n', Enumerable.Range(0, count).Select(i => $"A {i % 7} 1 a 1"));

        Assert.Equal(Result.Of(2048m), Of(Lines(2048), "sum(f)"));
        Assert.Equal(Result.Na(NaReason.Overflow), Of(Lines(2049), "sum(f)"));
        Assert.Equal(Result.Na(NaReason.Overflow), Of(Lines(2049), "count(ifna(f, 0))"));
    }

    [Fact]
    public void Many_records_are_counted_and_added_up()
    {
        var facts = string.Join('\n', Enumerable.Range(0, 700).Select(static i => $"A {i % 90} 1 a 1 rule=r{i % 50}"));

        Assert.Equal(Result.Of(700m + 14m), new FigureCase("""
            inputs: { a: a }
            figures:
              f: { per: record, formula: 'a * occurrence(tag(rule)) / occurrence(tag(rule))' }
              g: { per: record, formula: 'running(f)' }
              h: { per: record, formula: 'a * occurrence(tag(rule))' }
            indicators: { x: { value: max(g) + max(h) } }
            """).Facts(facts).Value());
    }

    private static Result Of(string facts, string fold, string formula = "sum(a)") => new FigureCase($$"""
        inputs: { a: a, b: b }
        figures: { f: { per: day, formula: '{{formula}}' } }
        indicators: { x: { value: '{{fold}}', when_refused: { points: na } } }
        """).Entrant("A").Facts(facts).Value();
}
