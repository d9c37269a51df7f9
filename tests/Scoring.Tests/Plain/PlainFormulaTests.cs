using Ganchao.Scoring.Plain;
using static Ganchao.Scoring.Tests.Plain.PlainCase;

namespace Ganchao.Scoring.Tests.Plain;

public sealed class PlainFormulaTests
{
    [Theory]
    [InlineData("1 / 3 * 3", "0.9999999999999999999999999999")]
    [InlineData("1 / 3 * 3 = 1", "1")]
    [InlineData("2 ^ 10", "1024")]
    [InlineData("2 ^ (-2)", "0.25")]
    [InlineData("0 ^ 0", "1")]
    [InlineData("0 ^ (-1)", "DivisionByZero")]
    [InlineData("(0 - 2) ^ 0.5", "OutOfDomain")]
    [InlineData("(0 - 2) ^ 65", "OutOfDomain")]
    [InlineData("1 / 0", "DivisionByZero")]
    [InlineData("10 ^ 28 * 10", "Overflow")]
    [InlineData("1 / 0 + coefficient(size)", "DivisionByZero")]
    [InlineData("coefficient(size) + 1 / 0", "NoCoefficient")]
    [InlineData("plan(made)", "NoPlan")]
    [InlineData("baseline(made)", "NoBaseline")]
    [InlineData("ifna(plan(made), 7)", "7")]
    [InlineData("if(1 < 2, 5, 1 / 0)", "5")]
    [InlineData("if(plan(made) > 1, 5, 6)", "NoPlan")]
    [InlineData("false and plan(made) > 1", "0")]
    [InlineData("plan(made) > 1 and false", "0")]
    [InlineData("true and plan(made) > 1", "NoPlan")]
    [InlineData("plan(made) > 1 or true", "1")]
    [InlineData("plan(made) > 1 or 1 / 0 > 1", "NoPlan")]
    [InlineData("not plan(made) > 1", "NoPlan")]
    [InlineData("target - 1", "39")]
    [InlineData("asOf - date(2026, 5, 1)", "30")]
    public void Operators_and_choices_pass_on_the_reason_of_what_is_missing(string formula, string expected) =>
        Assert.Equal(Expected(expected), new PlainCase().Value(formula));

    [Theory]
    [InlineData("abs(-3)", "3")]
    [InlineData("min(3, 2, 4)", "2")]
    [InlineData("max(3, 2, 4)", "4")]
    [InlineData("max(1 / 0, plan(made))", "DivisionByZero")]
    [InlineData("clamp(5, 0, 3)", "3")]
    [InlineData("clamp(-5, 0, 3)", "0")]
    [InlineData("clamp(2, 3, 1)", "OutOfDomain")]
    [InlineData("step(70 / 3 * 3, 10, 1)", "7")]
    [InlineData("step(-19, 10, 2)", "-2")]
    [InlineData("step(1, 0, 2)", "OutOfDomain")]
    [InlineData("stepStarted(0.1, 1, 3)", "3")]
    [InlineData("stepStarted(-0.1, 1, 3)", "-3")]
    [InlineData("stepStarted(70 / 3 * 3, 10, 1)", "7")]
    [InlineData("round(2.5, 0)", "3")]
    [InlineData("round(-2.5, 0)", "-3")]
    [InlineData("round(2.5, 0, halfEven)", "2")]
    [InlineData("round(2.01, 0, up)", "3")]
    [InlineData("round(-2.01, 0, up)", "-3")]
    [InlineData("round(2.99, 0, down)", "2")]
    [InlineData("round(0.49999999999999, 0)", "1")]
    [InlineData("band(5, under(5, 1), from(5, 2))", "2")]
    [InlineData("band(5, upTo(5, 1), above(5, 2))", "1")]
    [InlineData("band(-1, from(-1, 2), under(-1, 1))", "2")]
    [InlineData("band(41, under(target, 1), range(target, 50), from(50, 3))", "Undefined")]
    public void Shapes_round_to_twelve_decimals_before_they_compare(string formula, string expected) =>
        Assert.Equal(Expected(expected), new PlainCase().Value(formula));

    [Fact]
    public void A_plan_is_read_on_the_basis_asked_for()
    {
        var planned = new PlainCase
        {
            Terms = new()
            {
                ["A"] = new EntrantTerms
                {
                    Plans = new Dictionary<string, PlanFigures> { ["pieces"] = new(100m, 90m, null) },
                    Baselines = new Dictionary<string, decimal> { ["pieces"] = 80m },
                    Coefficients = new Dictionary<string, decimal> { ["size"] = 1.2m },
                },
            },
        };

        Assert.Equal(Result.Of(90m), planned.Value("plan(made)"));
        Assert.Equal(Result.Of(100m), planned.Value("plan(made, original)"));
        Assert.Equal(Result.Na(NaReason.NoPlan), planned.Value("plan(made, toDate)"));
        Assert.Equal(Result.Of(96m), planned.Value("baseline(made) * coefficient(size)"));
    }

    [Theory]
    [InlineData("value(x)")]
    [InlineData("nobody")]
    [InlineData("made")]
    [InlineData("sum(sum(made))")]
    [InlineData("sum(plan(made))")]
    [InlineData("sum(perDay(made) + perShift(made))")]
    [InlineData("sum(perDay(made * attribute(weight)))")]
    public void What_a_check_refuses_is_not_computed(string formula)
    {
        var work = new PlainCase { Facts = [Fact("pieces", "1")] };

        Assert.Throws<UncheckedRulebookException>(() => work.Value(formula));
    }

    [Fact]
    public void Dates_in_an_explanation_are_written_as_dates()
    {
        var rules = Read("indicators:\n  x:\n    value: 'lastDate(made) - date(2026, 5, 1) + (asOf - asOf)'\n");

        var explained = PlainEvaluator.Explain(
            rules, [new Entrant("A")], new Dictionary<string, EntrantTerms>(), [Fact("pieces", "1")], May, new DateOnly(2026, 5, 31), "A");

        var numbers = Opened(explained).Select(static part => part.Numbers).ToList();
        Assert.Contains("2026-05-04 - 2026-05-01 + (2026-05-31 - 2026-05-31)", numbers);

        static IEnumerable<Explanation> Opened(Explanation part) => part.Parts.SelectMany(Opened).Prepend(part);
    }
}
