namespace Ganchao.Scoring.Tests.Exactness;

public sealed class ExactTests
{
    [Theory]
    [InlineData("0.05", 1, RoundingMode.HalfAway, "0.1")]
    [InlineData("-0.05", 1, RoundingMode.HalfAway, "-0.1")]
    [InlineData("0.05", 1, RoundingMode.HalfEven, "0.0")]
    [InlineData("0.15", 1, RoundingMode.HalfEven, "0.2")]
    [InlineData("0.19", 1, RoundingMode.Down, "0.1")]
    [InlineData("-0.19", 1, RoundingMode.Down, "-0.1")]
    [InlineData("0.11", 1, RoundingMode.Up, "0.2")]
    [InlineData("-0.11", 1, RoundingMode.Up, "-0.2")]
    [InlineData("0.29999999999999999", 1, RoundingMode.Down, "0.3")]
    [InlineData("0.10000000000000001", 1, RoundingMode.Up, "0.1")]
    public void Rounding_goes_as_the_rulebook_says_after_twelve_decimals(
        string x, int decimals, RoundingMode mode, string expected)
    {
        var rounded = Exact.Rounded(Calculation.Number(x), decimals, mode);

        Assert.Equal(Calculation.Number(expected), rounded);
    }

    [Theory]
    [InlineData("70 / 3 * 3 = 70", "1")]
    [InlineData("1 / 3 + 1 / 3 + 1 / 3 >= 1", "1")]
    [InlineData("0.000000000001 > 0", "1")]
    [InlineData("0.0000000000001 > 0", "0")]
    public void Comparisons_look_at_twelve_decimals(string condition, string expected) =>
        Assert.Equal(Result.Of(Calculation.Number(expected)), Calculation.Of($"if({condition}, 1, 0)"));

    [Fact]
    public void Arithmetic_rounds_nothing_in_between() =>
        Assert.Equal(Result.Of(0.9999999999999999999999999999m), Calculation.Of("1 / 3 * 3"));

    [Theory]
    [InlineData("2 ^ 10", "1024")]
    [InlineData("2 ^ (-2)", "0.25")]
    [InlineData("0 ^ 0", "1")]
    [InlineData("1.1 ^ 2", "1.21")]
    public void Whole_powers_are_repeated_multiplication(string formula, string expected) =>
        Assert.Equal(Result.Of(Calculation.Number(expected)), Calculation.Of(formula));

    [Theory]
    [InlineData("1 / 0", NaReason.DivisionByZero)]
    [InlineData("0 ^ (-1)", NaReason.DivisionByZero)]
    [InlineData("(0 - 2) ^ 0.5", NaReason.OutOfDomain)]
    [InlineData("(0 - 2) ^ 65", NaReason.OutOfDomain)]
    [InlineData("9999999999 ^ 60", NaReason.Overflow)]
    [InlineData("9999999999999999 * 9999999999999999", NaReason.Overflow)]
    [InlineData("round(7922816251426433759354395033, 12) * 100", NaReason.Overflow)]
    [InlineData("step(1000000000000, 0.000000000001, 1000000000000)", NaReason.Overflow)]
    public void What_has_no_number_says_why_and_never_throws(string formula, NaReason reason) =>
        Assert.Equal(Result.Na(reason), Calculation.Of(formula));

    [Theory]
    [InlineData("sum(a + 0.0000000000001)")]
    [InlineData("best(sum(a) + 0.0000000000001)")]
    [InlineData("share(sum(a) + 0.0000000000001) * 1000000000000000")]
    public void What_enters_a_sum_or_a_cohort_is_rounded_before_it_is_too_great(string formula) => Assert.Equal(
        Result.Of(1_000_000_000_000_000m), Calculation.Of(formula, Plant.Fact("A", "a", 1_000_000_000_000_000m)));
}
