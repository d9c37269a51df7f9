namespace Ganchao.Scoring.Tests.Standings;

public sealed class CohortTests
{
    [Theory]
    [InlineData("best(sum(x))", "8 8 8 8 8")]
    [InlineData("best(sum(x), asc)", "2 2 2 2 2")]
    [InlineData("worst(sum(x))", "2 2 2 2 2")]
    [InlineData("mean(sum(x))", "4 4 4 4 4")]
    [InlineData("median(sum(x))", "3 3 3 3 3")]
    [InlineData("share(sum(x)) * 16", "8 4 2 2 20")]
    [InlineData("round(scale(sum(x), 0, 60), 6)", "60 20 0 0 180")]
    [InlineData("round(scale(sum(x), 0, 60, asc), 6)", "0 40 60 60 -120")]
    [InlineData("rank(sum(x))", "1 2 3 3 1")]
    [InlineData("rank(sum(x), asc)", "4 3 1 1 5")]
    [InlineData("rank(sum(x), desc, dense)", "1 2 3 3 1")]
    [InlineData("rank(sum(x), asc, dense)", "3 2 1 1 4")]
    [InlineData("rank(sum(x), desc, fractional)", "1 2 3.5 3.5 1")]
    [InlineData("best(rank(sum(x)))", "3 3 3 3 3")]
    [InlineData("round(mean(scale(sum(x), 0, 60)), 6)", "20 20 20 20 20")]
    public void A_cohort_function_compares_with_the_members_and_never_counts_a_guest_among_them(string formula, string expected)
    {
        var plant = new Plant(Book(formula));
        foreach (var (entrant, x) in new[] { ("a", 8m), ("b", 4m), ("c", 2m), ("d", 2m), ("guest", 20m) })
        {
            plant.With(new Entrant(entrant, "", Guest: entrant == "guest")).With(Plant.Fact(entrant, "x", x));
        }

        var values = plant.Standing().Rows.OrderBy(static row => row.Entrant, StringComparer.Ordinal)
            .Select(static row => row.Indicators[0].Value);

        Assert.Equal(expected.Split(' ').Select(static number => Result.Of(Calculation.Number(number))), values);
    }

    [Fact]
    public void Who_has_no_figure_is_left_out_and_has_no_rank()
    {
        var plant = new Plant(Book("rank(sum(x)) + best(sum(x)) / 100")).With(new Entrant("a")).With(new Entrant("none"))
            .With(Plant.Fact("a", "x", 7m));

        var rows = plant.Standing().Rows;

        Assert.Equal(Result.Of(1.07m), rows[0].Indicators[0].Value);
        Assert.Equal(Result.Na(NaReason.Missing), rows[1].Indicators[0].Value);
    }

    [Fact]
    public void All_equal_is_full_scale()
    {
        var plant = new Plant(Book("scale(sum(x), 0, 100)")).With(new Entrant("a")).With(new Entrant("b"))
            .With(Plant.Fact("a", "x", 1m), Plant.Fact("b", "x", 1m));

        Assert.All(plant.Standing().Rows, static row => Assert.Equal(Result.Of(100m), row.Indicators[0].Value));
    }

    /// <summary>The fuel-handling contest of four shifts: nine indicators scaled between worst and best.</summary>
    [Fact]
    public void The_fuel_handling_month_comes_out_as_published()
    {
        var plant = new Plant(FuelHandling());
        string[] shifts = ["S1 32450 22180 839.2 630.5 97.9 2.40 2.00 9.05 8.53", "S2 36800 24500 890.3 653.3 95.8 2.20 1.90 15.32 10.67",
            "S3 29800 19800 831.6 628.6 99.0 2.60 2.10 5.58 5.82", "S4 34100 23100 805.5 635.8 94.8 2.20 1.90 17.72 14.22"];
        foreach (var cells in shifts.Select(static shift => shift.Split(' ')))
        {
            plant.With(new Entrant(cells[0])).With(cells.Skip(1).Select(
                (cell, i) => Plant.Fact(cells[0], $"m{i}", Calculation.Number(cell))));
        }

        var rows = plant.Standing().Rows;

        Assert.Equal(["S2 57.06", "S3 55.69", "S1 49.08", "S4 19.29"], rows.Select(static row => $"{row.Entrant} {row.Total}"));
        Assert.Equal(
            [37.86m, 50.64m, 39.74m, 7.69m, 73.81m, 50m, 50m, 71.42m, 67.74m],
            rows[2].Indicators.Select(static indicator => indicator.Value.Number));
    }

    private static CompiledRulebook FuelHandling()
    {
        var indicators = Enumerable.Range(0, 9).Select(static i =>
            $"  i{i}: {{ base: {(i < 5 ? 12 : 10)}, value: {{ formula: \"scale(sum(m{i}), 0, 100{(i > 6 ? ", asc" : "")})\", decimals: 2 }}, points: \"value * base / 100\" }}");
        return Sample.Compiled($"""
            language: 1
            code: fuel
            weights: 100
            inputs:
            {string.Join('\n', Enumerable.Range(0, 9).Select(static i => $"  m{i}: m{i}"))}
            indicators:
            {string.Join('\n', indicators)}
            total:
              decimals: 2
            """);
    }

    private static CompiledRulebook Book(string formula) => Sample.Compiled($"""
        language: 1
        code: cohort
        inputs:
          x: x
        indicators:
          i:
            value: {formula}
        """);
}
