using System.Globalization;
using Ganchao.Contracts.Boards;
using Ganchao.Contracts.Json;

namespace Ganchao.Client.Wording;

/// <summary>The one place where points, money, weights, dates and times become text.</summary>
internal static class Figures
{
    public const string Missing = "—";

    /// <summary>Steps of a calculation show so many decimals; what has more is rounded and marked.</summary>
    public const int StepDecimals = 6;

    private const decimal TenThousand = 10_000m;
    private const decimal Million = 1_000_000m;
    private const decimal HundredMillion = 100_000_000m;
    private const decimal Billion = 1_000_000_000m;

    /// <param name="value">Null is missing, which is not zero.</param>
    /// <param name="decimals">The same for a whole column.</param>
    public static string Points(decimal? value, int decimals) =>
        value?.ToString($"N{decimals}", CultureInfo.InvariantCulture).Replace('-', '−') ?? Missing;

    /// <summary>万元, from ten thousand of them 亿元; in English millions, from a thousand of them billions.</summary>
    /// <param name="yuan">In 元, as it is stored.</param>
    public static Quantity Money(decimal? yuan, Language language)
    {
        if (yuan is not { } amount)
        {
            return Quantity.Missing;
        }

        if (language == Language.English)
        {
            var (millions, inBillions) = Larger(amount, Million, Billion);
            return new Quantity(Points(millions, 2), inBillions ? "bn" : "m", "CNY");
        }

        var (wan, inYi) = Larger(amount, TenThousand, HundredMillion);
        return new Quantity(Points(wan, 2), inYi ? "亿元" : "万元");
    }

    /// <summary>Tonnes with two decimals.</summary>
    public static Quantity Tonnes(decimal? tonnes, Language language) =>
        tonnes is null ? Quantity.Missing : new Quantity(Points(tonnes, 2), language == Language.English ? "t" : "吨");

    /// <param name="ratio">1 is 100 %.</param>
    public static Quantity Percent(decimal? ratio) =>
        ratio is null ? Quantity.Missing : new Quantity(Points(ratio * 100, 1), "%");

    /// <summary>Whole things: days, projects, people.</summary>
    public static string Count(int? count) => Points(count, 0);

    /// <summary>A figure with the unit that its measure names.</summary>
    public static Quantity Measured(decimal? value, int decimals, string unit, Language language) =>
        value is null ? Quantity.Missing : new Quantity(Points(value, decimals), Units.Of(unit, language));

    /// <summary>An indicator's value in its column's decimals; money in 元 as money is shown.</summary>
    public static Quantity Measured(decimal? value, BoardColumn column, Language language) => column.Unit is "元" or "CNY"
        ? Money(value, language)
        : Measured(value, column.Decimals ?? StepDecimalsOf(value), column.Unit ?? "", language);

    /// <summary>A step of a calculation: as many decimals as it has, up to six.</summary>
    public static string Step(decimal value)
    {
        var rounded = decimal.Round(value, StepDecimals, MidpointRounding.AwayFromZero);
        var text = Points(rounded, Decimals(rounded));
        return rounded == value ? text : $"≈ {text}";
    }

    /// <summary>How many decimals a figure of no column shows: its own, up to six.</summary>
    public static int StepDecimalsOf(decimal? value) => Math.Min(Decimals(value ?? 0), StepDecimals);

    /// <summary>1, 2, 2.5.</summary>
    public static string Place(decimal place) => place.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The digits after the point that a figure has of itself: 40.50 has one.</summary>
    public static int Decimals(decimal value) => DecimalTextConverter.DecimalsOf(value);

    public static string Date(DateOnly date, Language language) => date.ToString(
        language == Language.English ? "d MMMM yyyy" : "yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>Within a year that is known: 7月31日, 31 July.</summary>
    public static string Day(DateOnly date, Language language) => date.ToString(
        language == Language.English ? "d MMMM" : "M月d日", CultureInfo.InvariantCulture);

    public static string Month(DateOnly date, Language language) => date.ToString(
        language == Language.English ? "MMMM yyyy" : "yyyy年M月", CultureInfo.InvariantCulture);

    /// <summary>To the second.</summary>
    public static string Moment(DateTimeOffset time, Language language) =>
        $"{Date(DateOnly.FromDateTime(time.DateTime), language)} {Time(time)}";

    /// <param name="quarter">1 to 4.</param>
    public static string Quarter(int year, int quarter, Language language) => language == Language.English
        ? string.Create(CultureInfo.InvariantCulture, $"Q{quarter} {year}")
        : string.Create(CultureInfo.InvariantCulture, $"{year}年{"一二三四"[quarter - 1]}季度");

    public static string ShortTime(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string ShortTime(DateTimeOffset time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    // Rounded first, so that 9,999.9999 万元 is 1.00 亿元 and not 10,000.00 万元.
    private static (decimal Amount, bool IsLarge) Larger(decimal amount, decimal unit, decimal large) =>
        Math.Abs(decimal.Round(amount / unit, 2, MidpointRounding.AwayFromZero)) >= large / unit
            ? (amount / large, true)
            : (amount / unit, false);
}
