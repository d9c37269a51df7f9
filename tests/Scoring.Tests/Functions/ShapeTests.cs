namespace Ganchao.Scoring.Tests.Functions;

public sealed class ShapeTests
{
    [Theory]
    [InlineData("step(3.9, 1, 0.5)", "1.5")]
    [InlineData("step(-3.9, 1, 0.5)", "-1.5")]
    [InlineData("step(70 / 3 * 3, 10, 1)", "7")]
    [InlineData("step(0, 1, 5)", "0")]
    [InlineData("step(4.5%, 1%, 0.5)", "2")]
    public void A_full_step_counts_and_a_started_one_does_not(string formula, string expected) => AssertIs(expected, formula);

    [Theory]
    [InlineData("stepStarted(3.1, 1, 2)", "8")]
    [InlineData("stepStarted(-3.1, 1, 2)", "-8")]
    [InlineData("stepStarted(3, 1, 2)", "6")]
    [InlineData("stepStarted(1 / 3 * 3 + 2, 1, 2)", "6")]
    [InlineData("stepStarted(0, 1, 2)", "0")]
    public void A_started_step_counts_in_full(string formula, string expected) => AssertIs(expected, formula);

    [Theory]
    [InlineData("step(1, abs(0), 1)")]
    [InlineData("stepStarted(1, abs(0) - 1, 1)")]
    public void A_step_needs_a_width(string formula) =>
        Assert.Equal(Result.Na(NaReason.OutOfDomain), Calculation.Of(formula));

    [Theory]
    [InlineData("clamp(5, 0, 17)", "5")]
    [InlineData("clamp(-1, 0, 17)", "0")]
    [InlineData("clamp(18, 0, 17)", "17")]
    [InlineData("min(3, 1, 2)", "1")]
    [InlineData("max(3, 1, 2)", "3")]
    [InlineData("abs(-2.5)", "2.5")]
    [InlineData("round(2.345, 2)", "2.35")]
    [InlineData("round(2.345, 2, halfEven)", "2.34")]
    [InlineData("round(2.349, 2, down)", "2.34")]
    [InlineData("round(2.341, 2, up)", "2.35")]
    [InlineData("满分 * 2", "70")]
    [InlineData("-(2 ^ 2)", "-4")]
    public void Small_shapes_do_what_their_names_say(string formula, string expected) => AssertIs(expected, formula);

    [Theory]
    [InlineData("89.999", "0")]
    [InlineData("90", "n/a")]
    [InlineData("92.9", "n/a")]
    [InlineData("93", "5")]
    [InlineData("96.99", "5")]
    [InlineData("97", "8")]
    [InlineData("96.9999999999999", "8")]
    [InlineData("1000", "8")]
    public void A_band_gives_the_points_of_the_piece_that_holds_the_figure(string x, string expected)
    {
        var result = Calculation.Of($"band({x}, from(97, 8), under(90, 0), range(90, 93), range(93, 97, 5))");

        Assert.Equal(expected == "n/a" ? Result.Na(NaReason.Undefined) : Result.Of(Calculation.Number(expected)), result);
    }

    [Theory]
    [InlineData("if(2 > 1, 10, 1 / 0)", "10")]
    [InlineData("ifna(1 / 0, 7)", "7")]
    [InlineData("ifna(3, 1 / 0)", "3")]
    [InlineData("if(1 / 0 = 1 and false, 1, 2)", "2")]
    [InlineData("if(1 / 0 = 1 or true, 1, 2)", "1")]
    [InlineData("if(not (1 > 2), 1, 2)", "1")]
    [InlineData("date(2026, 3, 1) - date(2026, 2, 1)", "28")]
    public void What_is_not_chosen_may_be_without_a_number(string formula, string expected) => AssertIs(expected, formula);

    [Theory]
    [InlineData("if(1 / 0 = 1, 1, 2)")]
    [InlineData("if(1 / 0 = 1 and true, 1, 2)")]
    [InlineData("1 / 0 + sum(a)")]
    public void An_unknown_condition_leaves_the_whole_unknown(string formula) =>
        Assert.Equal(Result.Na(NaReason.DivisionByZero), Calculation.Of(formula));

    private static void AssertIs(string expected, string formula) =>
        Assert.Equal(Result.Of(Calculation.Number(expected)), Calculation.Of(formula));
}
