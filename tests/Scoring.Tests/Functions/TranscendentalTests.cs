using CsCheck;
using Ganchao.Scoring.Plain;

namespace Ganchao.Scoring.Tests.Functions;

/// <summary>Functions that are worked out to 15 significant digits, against published digits and against each other.</summary>
public sealed class TranscendentalTests
{
    [Theory]
    [InlineData("exp(1)", "2.71828182845905")]
    [InlineData("exp(0)", "1")]
    [InlineData("exp(0 - 1)", "0.367879441171442")]
    [InlineData("exp(0 - 30)", "0.0000000000000935762296884017")]
    [InlineData("exp(66)", "46071866343312900000000000000")]
    [InlineData("exp(67)", "Overflow")]
    [InlineData("exp(0 - 70)", "0")]
    [InlineData("ln(2)", "0.693147180559945")]
    [InlineData("ln(10)", "2.30258509299405")]
    [InlineData("ln(1)", "0")]
    [InlineData("ln(0)", "OutOfDomain")]
    [InlineData("log10(1000)", "3")]
    [InlineData("log10(2)", "0.301029995663981")]
    [InlineData("sqrt(2)", "1.4142135623731")]
    [InlineData("sqrt(144)", "12")]
    [InlineData("sqrt(0)", "0")]
    [InlineData("sqrt(0 - 1)", "OutOfDomain")]
    [InlineData("2 ^ 0.5", "1.4142135623731")]
    [InlineData("9 ^ 0.5", "3")]
    [InlineData("1.0000001 ^ 1000000.5", "1.10517096780834")]
    [InlineData("(0 - 8) ^ (1 / 3)", "OutOfDomain")]
    [InlineData("10 ^ 30.5", "Overflow")]
    [InlineData("2 ^ 65", "36893488147419100000")]
    public void A_function_gives_the_published_digits(string formula, string expected)
    {
        var value = Calculation.Of(formula);

        Assert.Equal(Expected(expected), value);
    }

    [Fact]
    public void Two_ways_of_working_it_out_agree_to_the_last_digit() => Gen.Decimal[0.0000001m, 1_000_000m].Sample(
        static x =>
        {
            Assert.Equal(TrueValue.Ln(x), Transcendental.Ln(x));
            Assert.Equal(TrueValue.Sqrt(x), Transcendental.Sqrt(x));
            Assert.Equal(TrueValue.Log10(x), Transcendental.Log10(x));
            Assert.Equal(TrueValue.Exp(x / 20_000m), Transcendental.Exp(x / 20_000m));
            Assert.Equal(TrueValue.Exp(-x / 20_000m), Transcendental.Exp(-x / 20_000m));
            Assert.Equal(TrueValue.Power(x, 0.3m), Transcendental.Power(x, 0.3m));
        },
        iter: 2_000);

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("1.0000000000000000000000000001")]
    [InlineData("0.9999999999999999999999999999")]
    public void The_ends_of_what_a_decimal_holds_are_no_trouble(string number)
    {
        var x = Calculation.Number(number);

        Assert.Equal(TrueValue.Ln(x), Transcendental.Ln(x));
        Assert.Equal(TrueValue.Sqrt(x), Transcendental.Sqrt(x));
        Assert.Equal(TrueValue.Exp(x), Transcendental.Exp(x));
        Assert.Equal(TrueValue.Exp(-x), Transcendental.Exp(-x));
        Assert.Equal(TrueValue.Power(x, 1_000_000_000_000.5m), Transcendental.Power(x, 1_000_000_000_000.5m));
        Assert.Equal(TrueValue.Power(x, -x), Transcendental.Power(x, -x));
    }

    // TEST VECTORS of 26-crcc20-wubi-tiers (plan 10 m) and 56-dongfanghong-piecewise (target 100, result 120).
    [Theory]
    [InlineData("band(12 / 10, under(85%, (0 - 1%) * (10000000 - 12000000)), range(85%, 1, 0), from(1, marginal(12000000, upTo(10000000, 1%), above(10000000, 1.2%))))", "124000")]
    [InlineData("band(10 / 10, under(85%, 0), range(85%, 1, 0), from(1, marginal(10000000, upTo(10000000, 1%), above(10000000, 1.2%))))", "100000")]
    [InlineData("band(9 / 10, under(85%, (0 - 1%) * (10000000 - 9000000)), range(85%, 1, 0), from(1, 1))", "0")]
    [InlineData("band(8 / 10, under(85%, (0 - 1%) * (10000000 - 8000000)), range(85%, 1, 0), from(1, 1))", "-20000")]
    [InlineData("if(120 >= 80, marginal(120, upTo(80, 0.5%), upTo(100, 1%), above(100, 1.2%)), 0)", "0.84")]
    [InlineData("marginal(50, upTo(80, 0.5%))", "0.25")]
    [InlineData("marginal(200, upTo(80, 0.5%))", "0.4")]
    [InlineData("marginal(0, upTo(80, 0.5%))", "0")]
    [InlineData("marginal(0 - 1, upTo(80, 0.5%))", "OutOfDomain")]
    [InlineData("marginal(1, upTo(80, 1), upTo(70, 1))", "OutOfDomain")]
    [InlineData("marginal(1, upTo(1 / 0, 1), above(1 / 0, 1))", "DivisionByZero")]
    public void Each_part_is_paid_at_its_own_rate(string formula, string expected)
    {
        var value = Calculation.Of(formula);

        Assert.Equal(Expected(expected), value);
    }

    [Theory]
    [InlineData("marginal(1)")]
    [InlineData("marginal(1, above(2, 1))")]
    [InlineData("marginal(1, upTo(2, 1), above(3, 1))")]
    [InlineData("marginal(1, upTo(2))")]
    [InlineData("marginal(1, above(2, 1), upTo(2, 1))")]
    public void Pieces_that_do_not_follow_each_other_are_refused(string formula) =>
        Assert.Equal("marginal-pieces", Calculation.MistakeIn(formula));

    private static Result Expected(string text) => char.IsLetter(text[0])
        ? Result.Na(Enum.Parse<NaReason>(text))
        : Result.Of(Calculation.Number(text));
}
