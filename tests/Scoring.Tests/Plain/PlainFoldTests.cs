using static Ganchao.Scoring.Tests.Plain.PlainCase;

namespace Ganchao.Scoring.Tests.Plain;

public sealed class PlainFoldTests
{
    private static readonly Dictionary<string, decimal> TwoTonnes = new() { ["weight"] = 2m };

    private static PlainCase TwoDaysOfWork() => new()
    {
        Facts =
        [
            Fact("pieces", "10", day: 1, product: "mill", attributes: TwoTonnes),
            Fact("rejected", "1", day: 1, product: "mill"),
            Fact("pieces", "5", day: 1, shift: 2, product: "frame"),
            Fact("hours", "8", day: 1),
            Fact("hours", "4", day: 2),
            Fact("pieces", "20", day: 3, product: "mill", attributes: TwoTonnes),
            Fact("refusable", "3", day: 1),
            Fact("refusable", null, day: 2),
            Fact("pieces", "7", date: new DateOnly(2026, 4, 30), product: "mill"),
            Fact("pieces", "100", date: new DateOnly(2026, 2, 1), product: "mill"),
        ],
    };

    [Theory]
    [InlineData("sum(made)", "35")]
    [InlineData("mean(made)", "11.666666666666666666666666667")]
    [InlineData("min(made)", "5")]
    [InlineData("max(made)", "20")]
    [InlineData("last(made)", "20")]
    [InlineData("count(made)", "3")]
    [InlineData("countIf(made >= 10)", "2")]
    [InlineData("days(made)", "2")]
    [InlineData("lastDate(made) - firstDate(made)", "2")]
    [InlineData("daysSince(firstDate(made))", "27")]
    [InlineData("daysSince(date(2026, 6, 1))", "-1")]
    [InlineData("sum(milling)", "30")]
    [InlineData("sum(before)", "7")]
    [InlineData("sum(long_before)", "Missing")]
    [InlineData("count(long_before)", "0")]
    [InlineData("sum(year)", "142")]
    [InlineData("sum(april)", "Missing")]
    [InlineData("count(minor)", "0")]
    [InlineData("sum(minor)", "Missing")]
    public void A_fold_runs_over_the_records_of_its_window(string formula, string expected) =>
        Assert.Equal(Expected(expected), TwoDaysOfWork().Value(formula));

    [Theory]
    [InlineData("sum(made - scrap)", "9")]
    [InlineData("count(made - scrap)", "1")]
    [InlineData("sum(ifna(made, 0) - ifna(scrap, 0))", "34")]
    [InlineData("sum(perShift(made / hours))", "1.25")]
    [InlineData("sum(perDay(made / hours))", "1.875")]
    [InlineData("sum(perDay(made) * 2)", "70")]
    [InlineData("count(perDay(made))", "2")]
    [InlineData("count(perShift(ifna(made, 0) + ifna(hours, 0)))", "4")]
    [InlineData("max(per(product, made))", "30")]
    [InlineData("count(per(product, made))", "2")]
    [InlineData("last(perDay(made))", "20")]
    public void A_wrapper_says_what_is_taken_together(string formula, string expected) =>
        Assert.Equal(Expected(expected), TwoDaysOfWork().Value(formula));

    [Theory]
    [InlineData("sum(net)", "NoAttribute")]
    [InlineData("sum(milling * attribute(weight))", "60")]
    [InlineData("sum(milling * attribute(price))", "NoAttribute")]
    [InlineData("count(perShift(hours))", "2")]
    public void Product_data_comes_with_the_record(string formula, string expected) =>
        Assert.Equal(Expected(expected), TwoDaysOfWork().Value(formula));

    [Fact]
    public void A_derived_figure_is_missing_where_nothing_of_it_was_entered()
    {
        var work = new PlainCase
        {
            Facts = [Fact("pieces", "3", product: "mill", attributes: TwoTonnes), Fact("hours", "8"), Fact("hours", "8", day: 2)],
        };

        Assert.Equal(Result.Of(6m), work.Value("sum(net)"));
        Assert.Equal(Result.Of(0.75m), work.Value("sum(perShift(net / hours))"));
    }

    [Theory]
    [InlineData("sum(refused)", "Refused")]
    [InlineData("count(refused)", "Refused")]
    [InlineData("sum(skipped)", "3")]
    [InlineData("count(skipped)", "1")]
    [InlineData("sum(zeroed)", "3")]
    [InlineData("mean(zeroed)", "1.5")]
    [InlineData("sum(ifna(refused, 0))", "3")]
    public void A_refused_figure_does_what_its_input_says(string formula, string expected) =>
        Assert.Equal(Expected(expected), TwoDaysOfWork().Value(formula));

    [Fact]
    public void A_figure_beyond_the_range_of_exact_sums_is_an_overflow()
    {
        var work = new PlainCase { Facts = [Fact("pieces", "1000000000000000"), Fact("pieces", "1000000000000000", day: 2)] };

        Assert.Equal(Result.Na(NaReason.Overflow), work.Value("sum(made)"));
        Assert.Equal(Result.Na(NaReason.Overflow), work.Value("sum(made + 1)"));
        Assert.Equal(Result.Of(1_000_000_000_000_000m), work.Value("max(made)"));
    }
}
