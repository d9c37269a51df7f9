using static Ganchao.Scoring.Tests.Plain.PlainCase;

namespace Ganchao.Scoring.Tests.Plain;

public sealed class PlainCohortTests
{
    /// <summary>In division 1: A 10, B 20, C 20, D 40, E nothing, G (guest) 50. In division 2: Z 1000.</summary>
    private static PlainCase Field(string value) => new()
    {
        Entrants =
        [
            new Entrant("A", "1"), new Entrant("B", "1"), new Entrant("C", "1"), new Entrant("D", "1"), new Entrant("E", "1"),
            new Entrant("G", "1", Guest: true), new Entrant("Z", "2"),
        ],
        Facts =
        [
            Fact("pieces", "10", entrant: "A"), Fact("pieces", "20", entrant: "B"), Fact("pieces", "20", entrant: "C"),
            Fact("pieces", "40", entrant: "D"), Fact("pieces", "50", entrant: "G"), Fact("pieces", "1000", entrant: "Z"),
        ],
        Rules = $"indicators: {{ x: {{ value: '{value}' }} }}",
    };

    [Theory]
    [InlineData("best(sum(made))", "40", "40")]
    [InlineData("best(sum(made), asc)", "10", "10")]
    [InlineData("worst(sum(made))", "10", "10")]
    [InlineData("mean(sum(made))", "22.5", "22.5")]
    [InlineData("median(sum(made))", "20", "20")]
    [InlineData("share(sum(made))", "0.2222222222222222222222222222", "Missing")]
    [InlineData("round(scale(sum(made), 60, 90), 9)", "70", "Missing")]
    [InlineData("scale(sum(made), 60, 90, asc)", "80", "Missing")]
    [InlineData("rank(sum(made))", "2", "Missing")]
    [InlineData("rank(sum(made), asc)", "2", "Missing")]
    [InlineData("rank(sum(made), asc, dense)", "2", "Missing")]
    [InlineData("rank(sum(made), desc, fractional)", "2.5", "Missing")]
    [InlineData("best(sum(scrap))", "Missing", "Missing")]
    [InlineData("rank(ifna(sum(made), 0))", "2", "5")]
    [InlineData("mean(plan(made))", "Missing", "Missing")]
    public void A_figure_is_measured_against_its_own_division(string formula, string ofB, string ofE)
    {
        var field = Field(formula);

        Assert.Equal(Expected(ofB), field.Row("B").Indicators[0].Value);
        Assert.Equal(Expected(ofE), field.Row("E").Indicators[0].Value);
    }

    [Theory]
    [InlineData("rank(sum(made))", "1")]
    [InlineData("best(sum(made))", "40")]
    [InlineData("round(scale(sum(made), 0, 30), 9)", "40")]
    public void A_guest_is_measured_without_being_in_the_field(string formula, string ofGuest)
    {
        var row = Field(formula).Row("G");

        Assert.Equal(Expected(ofGuest), row.Indicators[0].Value);
        Assert.Null(row.Place);
    }

    [Fact]
    public void A_lone_entrant_is_best_and_worst_and_gets_the_high_end() =>
        Assert.Equal(Result.Of(90m), Field("scale(sum(made), 60, 90)").Row("Z").Indicators[0].Value);
}
