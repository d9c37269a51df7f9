using static Ganchao.Scoring.Tests.Plant;

namespace Ganchao.Scoring.Tests.Folding;

public sealed class FoldTests
{
    private static readonly Dictionary<string, decimal> Weight2 = new() { ["weight"] = 2m };

    /// <summary>Four records on three sheets of two days: a = 1, 2, 3, 4 and b beside the first and the last.</summary>
    private static readonly Fact[] Week =
    [
        Fact("A", "a", 1m, day: 0, sheet: "early"),
        Fact("A", "b", 10m, day: 0, sheet: "early"),
        Fact("A", "a", 2m, day: 0, sheet: "early", record: "2"),
        Fact("A", "a", 3m, day: 0, sheet: "late") with { ShiftOrder = 1 },
        Fact("A", "a", 4m, day: 3, sheet: "next"),
        Fact("A", "b", 40m, day: 3, sheet: "next"),
    ];

    [Theory]
    [InlineData("sum(a)", "10")]
    [InlineData("mean(a)", "2.5")]
    [InlineData("min(a)", "1")]
    [InlineData("max(a)", "4")]
    [InlineData("last(a)", "4")]
    [InlineData("count(a)", "4")]
    [InlineData("countIf(a >= 2)", "3")]
    [InlineData("days(a)", "2")]
    [InlineData("sum(a * 2 + 1)", "24")]
    [InlineData("count(a + b)", "2")]
    [InlineData("sum(ifna(b, 0) + a)", "60")]
    [InlineData("lastDate(a) - firstDate(a)", "3")]
    [InlineData("daysSince(lastDate(a))", "27")]
    [InlineData("max(perShift(a))", "4")]
    [InlineData("count(perShift(a))", "3")]
    [InlineData("min(perShift(a))", "3")]
    [InlineData("max(perDay(a))", "6")]
    [InlineData("last(perDay(a))", "4")]
    [InlineData("countIf(perDay(a) > 5 and perDay(b) = 10)", "1")]
    [InlineData("days(perDay(a))", "2")]
    [InlineData("count(per(product, a))", "1")]
    [InlineData("mean(sum(a) - 3)", "7")]
    public void A_fold_runs_over_the_groups_that_have_a_figure(string formula, string expected) =>
        Assert.Equal(Result.Of(Calculation.Number(expected)), Calculation.Of(formula, Week));

    [Theory]
    [InlineData("sum(c)")]
    [InlineData("mean(c)")]
    [InlineData("last(c)")]
    [InlineData("max(perDay(c))")]
    [InlineData("lastDate(c)")]
    [InlineData("sum(a + c)")]
    public void A_fold_over_nothing_is_missing_and_not_zero(string formula)
    {
        var value = formula.StartsWith("lastDate", StringComparison.Ordinal) ? $"daysSince({formula})" : formula;

        Assert.Equal(Result.Na(NaReason.Missing), Calculation.Of(value, Week));
    }

    [Theory]
    [InlineData("count(c)")]
    [InlineData("countIf(c > 0)")]
    [InlineData("days(c)")]
    public void A_count_of_nothing_is_zero(string formula) =>
        Assert.Equal(Result.Zero, Calculation.Of(formula, Week));

    [Fact]
    public void A_refused_figure_spoils_the_sum_unless_the_input_says_otherwise()
    {
        Fact[] facts = [Fact("A", "w", 5m), Fact("A", "w", null, day: 1)];

        Assert.Equal(Result.Na(NaReason.Refused), Calculation.Of("sum(a)", Fact("A", "a", 5m), Fact("A", "a", null, day: 1)));
        Assert.Equal((5m, 1m), (Calculation.Of("sum(waste)", facts).Number, Calculation.Of("count(waste)", facts).Number));
        Assert.Equal((5m, 2m), (Calculation.Of("sum(scrap)", facts).Number, Calculation.Of("count(scrap)", facts).Number));
    }

    [Fact]
    public void Another_lack_than_a_missing_figure_spoils_the_fold()
    {
        Fact[] facts = [Fact("A", "a", 5m), Fact("A", "b", 0m), Fact("A", "a", 6m, day: 1), Fact("A", "b", 2m, day: 1)];

        Assert.Equal(Result.Na(NaReason.DivisionByZero), Calculation.Of("sum(a / b)", facts));
        Assert.Equal(Result.Of(3m), Calculation.Of("sum(ifna(a / b, 0))", facts));
        Assert.Equal(Result.Na(NaReason.Overflow), Calculation.Of("sum(a)", Fact("A", "a", 1_000_000_000_000_001m)));
    }

    [Fact]
    public void A_derived_input_is_computed_record_by_record_with_the_product_data_of_the_day()
    {
        Fact[] facts =
        [
            Fact("A", "a", 5m) with { Attributes = Weight2 },
            Fact("A", "b", 1m, day: 1) with { Attributes = Weight2 },
            Fact("A", "c", 9m, day: 2),
        ];

        Assert.Equal(Result.Of(8m), Calculation.Of("sum(net)", facts));
        Assert.Equal(Result.Of(10m), Calculation.Of("max(perDay(net))", facts));
        Assert.Equal(Result.Na(NaReason.NoAttribute), Calculation.Of("sum(net)", [.. facts, Fact("A", "a", 1m, day: 3)]));
    }

    [Fact]
    public void Last_follows_the_order_of_occurrence_and_not_of_arrival()
    {
        var noon = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        Fact[] facts =
        [
            Fact("A", "a", 3m, sheet: "x", record: "1") with { ObservedAt = noon.AddHours(1) },
            Fact("A", "a", 1m, sheet: "x", record: "2") with { ObservedAt = noon },
            Fact("A", "a", 2m, sheet: "x", record: "3"),
        ];

        Assert.Equal(Result.Of(3m), Calculation.Of("last(a)", facts));
        Assert.Equal(Result.Of(3m), Calculation.Of("last(a)", facts.Reverse()));
    }
}
