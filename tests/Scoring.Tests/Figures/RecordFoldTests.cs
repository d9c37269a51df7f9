namespace Ganchao.Scoring.Tests.Figures;

/// <summary>Folds over the records of a row.</summary>
public sealed class RecordFoldTests
{
    [Theory]
    [InlineData("sum(a)", "16")]
    [InlineData("mean(a)", "4")]
    [InlineData("median(a)", "3.5")]
    [InlineData("first(a)", "3")]
    [InlineData("last(a)", "1")]
    [InlineData("min(a) * 10 + max(a)", "18")]
    [InlineData("ifna(trimmedMean(a, 1), 0)", "3.5")]
    [InlineData("bestOf(a, 2)", "12")]
    [InlineData("countIf(a > 3)", "2")]
    [InlineData("count(b)", "2")]
    [InlineData("sum(a * ifna(b, 1))", "18")]
    [InlineData("streak(a < 5)", "1")]
    [InlineData("countBefore(a >= 0, b >= 0)", "1")]
    [InlineData("firstWhere(a, b > 2)", "Missing")] // only the record with minute 25 has b > 2, and no a
    [InlineData("lastWhere(ifna(a, 0) + b, b > 0)", "9")]
    [InlineData("max(3, sum(a), 20)", "20")]
    [InlineData("sum(a * attribute(price))", "NoAttribute")]
    public void A_row_is_folded_over_its_records(string formula, string expected) => Assert.Equal(
        Plain.PlainCase.Expected(expected),
        new FigureCase($$"""
            inputs: { a: a, b: b }
            figures: { f: { per: day, formula: '{{formula}}' } }
            indicators: { x: { value: last(f) } }
            """).Facts("""
            A 0 1 a 100
            A 1 2 a 1 minute=90
            A 1 1 a 8 minute=30
            A 1 1 a 3 minute=10
            A 1 1 a 4 minute=20 record=r
            A 1 1 b 1.5 minute=20 record=r
            A 1 1 b 9 minute=25
            """).Value());

    /// <summary>A problem solved costs its minute and 20 for each wrong try before; what is tried after it is free.</summary>
    [Fact]
    public void A_contest_in_miniature()
    {
        var contest = new FigureCase("""
            inputs: { accepted: accepted, wrong: wrong }
            figures:
              penalty: { per: product, formula: 'min(accepted) + 20 * countBefore(wrong >= 0, accepted >= 0)' }
            indicators:
              penalties: { value: 'ifna(sum(penalty), 0)' }
              solved: { value: 'count(penalty)' }
            ranking: { by: [ value(solved) desc, value(penalties) asc ] }
            """).Facts("""
            A 0 1 wrong 10 product=P minute=10
            A 0 1 wrong 20 product=P minute=20
            A 0 1 accepted 35 product=P minute=35
            A 0 1 wrong 40 product=P minute=40
            A 0 1 accepted 50 product=P minute=50
            A 0 1 wrong 60 product=Q minute=60
            B 0 1 accepted 70 product=Q minute=70
            B 0 1 accepted 1 product=P minute=1
            C 0 1 wrong 5 product=P minute=5
            """);

        var rows = contest.Plant().Standing().Rows;

        Assert.Equal(["B 2 71", "A 1 75", "C 0 0"], rows.Select(static row =>
            $"{row.Entrant} {row.Indicators[1].Value} {row.Indicators[0].Value}"));
    }
}
