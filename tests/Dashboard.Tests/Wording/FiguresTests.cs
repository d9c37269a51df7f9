using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Dashboard.Explanations;

namespace Ganchao.Dashboard.Tests.Wording;

public class FiguresTests
{
    [Theory]
    [InlineData("10946200", "1,094.62 万元", "CNY 10.95 m")]
    [InlineData("9564300", "956.43 万元", "CNY 9.56 m")]
    [InlineData("0", "0.00 万元", "CNY 0.00 m")]
    [InlineData("1234.56", "0.12 万元", "CNY 0.00 m")]
    [InlineData("-25000", "−2.50 万元", "CNY −0.03 m")]
    [InlineData("99999949", "9,999.99 万元", "CNY 100.00 m")]
    [InlineData("99999950", "1.00 亿元", "CNY 100.00 m")]    // 9,999.995 万元 rounds to ten thousand of them
    [InlineData("123456789012", "1,234.57 亿元", "CNY 123.46 bn")]
    [InlineData("999994999", "10.00 亿元", "CNY 999.99 m")]
    [InlineData("999995000", "10.00 亿元", "CNY 1.00 bn")]
    [InlineData(null, "—", "—")]
    public void Money_is_stored_in_yuan_and_shown_in_tens_of_thousands_or_millions(
        string? yuan, string chinese, string english) =>
        Assert.Equal(
            (chinese, english),
            (Text(Figures.Money(Number(yuan), Language.Chinese)), Text(Figures.Money(Number(yuan), Language.English))));

    [Theory]
    [InlineData("1386.26", "1,386.26 吨", "1,386.26 t")]
    [InlineData("0.005", "0.01 吨", "0.01 t")]
    [InlineData("0", "0.00 吨", "0.00 t")]
    [InlineData(null, "—", "—")]
    public void Tonnes_have_two_decimals(string? tonnes, string chinese, string english) =>
        Assert.Equal(
            (chinese, english),
            (Text(Figures.Tonnes(Number(tonnes), Language.Chinese)), Text(Figures.Tonnes(Number(tonnes), Language.English))));

    [Theory]
    [InlineData("0.764", "76.4 %")]
    [InlineData("1", "100.0 %")]
    [InlineData("-0.005", "−0.5 %")]
    [InlineData(null, "—")]
    public void A_ratio_is_a_percentage_with_one_decimal(string? ratio, string shown) =>
        Assert.Equal(shown, Text(Figures.Percent(Number(ratio))));

    [Theory]
    [InlineData("104.5", "104.5")]
    [InlineData("0.857142857142857", "≈ 0.857143")]
    [InlineData("44100", "44,100")]
    [InlineData("-2.50", "−2.5")]
    [InlineData("0.0000001", "≈ 0")]
    public void A_step_shows_its_own_decimals_and_says_when_there_are_more(string value, string shown) =>
        Assert.Equal(shown, Figures.Step(Number(value)!.Value));

    [Fact]
    public void Numbers_in_a_formula_are_cut_to_six_decimals_each() =>
        Assert.Equal("12 / 0.857143… - 3.25", StepFigures.Shortened("12 / 0.857142857142857 - 3.25"));

    [Theory]
    [InlineData("件", "pcs")]
    [InlineData("kWh", "kWh")]
    [InlineData("m²", "m²")]
    [InlineData("1", "")]
    public void Units_have_a_word_for_english_readers(string unit, string english) =>
        Assert.Equal(english, Units.Of(unit, Language.English));

    [Fact]
    public void The_unit_stands_behind_a_thin_space() =>
        Assert.Equal("1,094.62\u2009万元", Figures.Money(10_946_200m, Language.Chinese).ToString());

    private static decimal? Number(string? text) =>
        text is null ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string Text(Quantity quantity) =>
        quantity.ToString().Replace(Quantity.ThinSpace, " ").Replace(Quantity.NoBreakSpace, " ");
}
