using Ganchao.Scoring.Jobs;

namespace Ganchao.Scoring.Tests.Functions;

/// <summary>What is known of an entrant or a stage besides figures, and tables over it.</summary>
public sealed class TermTests
{
    private static readonly EntrantTerms Known = new()
    {
        Tags = new Dictionary<string, string> { ["zone"] = "II", ["branch"] = "热处理", ["other"] = "II" },
    };

    private static readonly StageFigures Third = new(15, 3)
    {
        References = new Dictionary<string, decimal> { ["省均值"] = 312.5m },
    };

    [Theory]
    [InlineData("if(tag(zone) = \"II\", 1, 0)", "1")]
    [InlineData("if(tag(branch) <> \"热处理\", 1, 0)", "0")]
    [InlineData("if(tag(zone) = tag(other), 1, 0)", "1")]
    [InlineData("if(tag(zone) = \"ii\", 1, 0)", "0")]
    [InlineData("if(tag(sector) = \"II\", 1, 0)", "NoTag")]
    [InlineData("if(ifna(tag(sector), \"none\") = \"none\", 1, 0)", "1")]
    [InlineData("pick(tag(zone), \"I\", 20%, \"II\", 40%, \"III\", 60%)", "0.4")]
    [InlineData("pick(tag(zone), \"I\", 20%)", "Undefined")]
    [InlineData("pick(tag(zone), \"I\", 20%, 1)", "1")]
    [InlineData("pick(2, 1, 10, 2, 6, 3, 0)", "6")]
    [InlineData("pick(6 / 3, 1, 10, 2, 6, 1 / 0)", "6")]
    [InlineData("pick(7, 1, 10, 2, 6, 1 / 0)", "DivisionByZero")]
    [InlineData("pick(35, 满分, 1, 0)", "1")]
    [InlineData("reference(省均值)", "312.5")]
    [InlineData("reference(目标线)", "NoReference")]
    [InlineData("size", "1")]
    [InlineData("stageNumber * 100 + stageOfYear", "1503")]
    [InlineData("mod(15, 4)", "3")]
    [InlineData("mod(0 - 1, 4)", "3")]
    [InlineData("mod(5, 0)", "OutOfDomain")]
    [InlineData("mod(70 / 3 * 3, 10)", "0")]
    [InlineData("floor(0 - 1.5)", "-2")]
    [InlineData("ceiling(1.2)", "2")]
    [InlineData("ceiling(70 / 3 * 3)", "70")]
    [InlineData("if(band(5, upTo(4, true), above(4, false)), 1, 2)", "2")]
    public void A_term_is_what_is_known(string formula, string expected)
    {
        var book = Sample.Compiled($$"""
            language: 1
            code: terms
            inputs: { a: a }
            constants: { 满分: 35 }
            indicators: { x: { value: '{{formula}}' } }
            """);

        var value = new Plant(book).With(new Entrant("A"), Known).With(Third).Standing().Rows[0].Indicators[0].Value;

        Assert.Equal(
            Enum.TryParse<NaReason>(expected, out var reason) && char.IsLetter(expected[0])
                ? Result.Na(reason)
                : Result.Of(Calculation.Number(expected)),
            value.IsNumber ? Result.Of(Exact.Compared(value.Number)) : value);
    }

    [Theory]
    [InlineData("tag(zone)", "wrong-kind")]
    [InlineData("tag(zone) + 1", "kinds-differ")]
    [InlineData("if(tag(zone) < \"II\", 1, 0)", "kinds-differ")]
    [InlineData("pick(tag(zone), 1, 2)", "wrong-kind")]
    [InlineData("pick(1, \"I\", 2)", "wrong-kind")]
    [InlineData("pick(1, sum(a), 2)", "pick-keys")]
    [InlineData("pick(1)", "pick-keys")]
    [InlineData("pick(1, 1, 5, 1.0, 6)", "pick-twice")]
    [InlineData("pick(1, 1, 5, 2, true)", "kinds-differ")]
    [InlineData("sum(a * size)", "wrong-level")]
    [InlineData("sum(a * reference(line))", "wrong-level")]
    [InlineData("reference(1)", "name-expected")]
    public void What_has_no_meaning_is_refused(string formula, string mistake) =>
        Assert.Equal(mistake, Calculation.MistakeIn(formula));

    [Fact]
    public void A_stage_that_learns_a_figure_from_outside_scores_everybody_again()
    {
        var book = Sample.Compiled("""
            language: 1
            code: line
            inputs: { a: a }
            indicators: { x: { value: sum(a) - reference(线) } }
            """);
        var live = new Plant(book).With(new Entrant("A")).With(Plant.Fact("A", "a", 10m)).Live();
        var before = live.Evaluate(Plant.FirstDay).Rows[0].Total;

        live.SetStage(StageFigures.First with { References = new Dictionary<string, decimal> { ["线"] = 4m } });

        Assert.Equal(Result.Na(NaReason.NoReference), before);
        Assert.Equal(Result.Of(6m), live.Evaluate(Plant.FirstDay).Rows[0].Total);
    }

    [Fact]
    public void An_explanation_shows_the_text_of_a_tag_and_the_outcome_that_counts()
    {
        var book = Sample.Compiled("""
            language: 1
            code: zone
            indicators: { x: { value: 'pick(tag(zone), "I", 20, "II", 40)' } }
            """);
        var live = new Plant(book).With(new Entrant("A"), Known).Live();
        live.Evaluate(Plant.FirstDay);

        using var text = new StringWriter();
        ExplanationText.Write(live.Explain("A")!, static entry => $"{entry}", text);

        Assert.Contains("Text zone = tag(zone) = \"II\"\n", text.ToString(), StringComparison.Ordinal);
    }
}
