namespace Ganchao.Scoring.Tests.Awards;

public sealed class PoolTests
{
    /// <summary>The КТУ page: pay adjusted by the coefficient, as printed, and the rate that it prints.</summary>
    private const string Brigade = """
        language: 1
        code: ktu
        inputs: { 应得: adjusted_pay }
        indicators: { 应得: { value: sum(应得) } }
        awards:
          奖金: { pool: 83316.81, weight: sum(应得) }
          印错: { money: sum(应得) * 1.33808732 }
        """;

    [Fact]
    public void The_right_rate_pays_the_pool_of_the_brigade_where_the_printed_one_pays_more()
    {
        var rows = new Plant(Sample.Compiled(Brigade)).With(new Entrant("1")).With(new Entrant("2")).With(new Entrant("3"))
            .With(
                Plant.Fact("1", "adjusted_pay", 43056m),
                Plant.Fact("2", "adjusted_pay", 13178.88m),
                Plant.Fact("3", "adjusted_pay", 13939m))
            .Standing().Rows.OrderBy(static row => row.Entrant).ToList();

        var (right, printed) = (Money(rows, "奖金"), Money(rows, "印错"));

        Assert.Equal(83316.81m, right.Sum());
        Assert.Equal([51120.00m, 15647.16m, 16549.65m], right);
        Assert.Equal(93898.78m, printed.Sum());    // as the page prints, 10581.97 more than there is
    }

    [Fact]
    public void A_weight_may_be_hours_times_a_coefficient()
    {
        const string Hours = "language: 1\ncode: h\ninputs: { 工时: hours }\nindicators: { 工时: { value: sum(工时) } }\n"
            + "awards: { 奖金: { pool: 1000, weight: sum(工时) * coefficient(ktu) } }";
        static EntrantTerms Ktu(decimal ktu) => new() { Coefficients = new Dictionary<string, decimal> { ["ktu"] = ktu } };

        var rows = new Plant(Sample.Compiled(Hours)).With(new Entrant("甲"), Ktu(1.2m)).With(new Entrant("乙"), Ktu(0.8m))
            .With(Plant.Fact("甲", "hours", 100m), Plant.Fact("乙", "hours", 100m)).Standing().Rows;

        Assert.Equal([600m, 400m], Money([.. rows.OrderByDescending(static row => row.Awards[0].Money)], "奖金"));
    }

    [Theory]
    [InlineData("100", "1 1 1", "33.34 33.33 33.33")]
    [InlineData("0.02", "1 1 1", "0.01 0.01 0")]
    [InlineData("100", "1 2 4", "14.29 28.57 57.14")]
    [InlineData("0.01", "1 3 2", "0 0.01 0")]
    [InlineData("100", "0 5 0", "0 100 0")]
    [InlineData("100", "0.000000000001 0.000000000002", "33.33 66.67")]
    [InlineData(
        "1000000000000000",
        "333333333333333 333333333333333 333333333333334",
        "333333333333333 333333333333333 333333333333334")]
    [InlineData("100", "1 -1 2", "OutOfDomain OutOfDomain OutOfDomain")]
    [InlineData("100", "0 0", "DivisionByZero DivisionByZero")]
    [InlineData("100", "1 - 2", "Missing Missing Missing")]
    public void Shares_go_by_largest_remainder_and_a_weight_that_is_none_stops_the_whole_pool(
        string pool, string weights, string shares) =>
        Assert.Equal(shares, AwardCase.Given($"a: {{ pool: {pool}, weight: sum(x) }}", weights));

    [Fact]
    public void An_excluded_entrant_leaves_the_whole_pool_to_the_others_and_a_held_one_has_its_share_reserved()
    {
        const string Pool = "a: { pool: 100, weight: sum(x) }";
        static string Gate(string effect) => $"gates: {{ g: {{ when: total = 2, scope: award, effect: {effect} }} }}";

        Assert.Equal("25 – 75", AwardCase.Given(Pool, "1 2 3", Gate("exclude")));
        Assert.Equal("16.67 33.33 50", AwardCase.Given(Pool, "1 2 3", Gate("hold")));
        Assert.Equal("Missing – Missing", AwardCase.Given(Pool, "1 2 -", Gate("exclude")));
    }

    [Fact]
    public void A_condition_keeps_others_out_and_while_it_is_open_nobody_knows_a_share()
    {
        Assert.Equal("– 40 60", AwardCase.Given("a: { pool: 100, weight: sum(x), when: total > 1 }", "1 2 3"));
        Assert.Equal(
            "NoPlan – NoPlan", AwardCase.Given("a: { pool: 100, weight: sum(x), when: total <> 2 and plan(x) > 0 }", "1 2 3"));
    }

    /// <summary>
    /// Five comparisons, plan 10 million: 1 % up to plan, 1.2 % beyond; under 85 % a fine of 1 % of what is missing.
    /// </summary>
    [Theory]
    [InlineData("12000000", "124000")]
    [InlineData("10000000", "100000")]
    [InlineData("9000000", "0")]
    [InlineData("8500000", "0")]
    [InlineData("8000000", "-20000")]
    [InlineData("10000000.49", "100000.01")]
    [InlineData("-", "Missing")]
    public void Money_by_formula_may_be_marginal_and_negative(string output, string money) => Assert.Equal(
        money,
        AwardCase.Given(
            "产值奖: { money: 'if(total >= 10000000, 10000000 * 1% + (total - 10000000) * 1.2%, " +
            "if(total >= 8500000, 0, (total - 10000000) * 1%))' }",
            output));

    private static List<decimal> Money(List<StandingRow> rows, string award) =>
        [.. rows.Select(row => row.Awards.Single(finding => finding.Id == award).Money!.Value)];
}
