using System.Globalization;
using Ganchao.Contracts.Boards;

namespace Ganchao.Client.Wording;

/// <summary>The one place where points, dates and times become text.</summary>
internal static class Figures
{
    public const string Missing = "—";

    /// <param name="value">Null is missing, which is not zero.</param>
    /// <param name="decimals">The same for a whole column.</param>
    public static string Points(decimal? value, int decimals) =>
        value?.ToString($"N{decimals}", CultureInfo.InvariantCulture).Replace('-', '−') ?? Missing;

    /// <summary>1, 2, 2.5.</summary>
    public static string Place(decimal place) => place.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The digits after the point that a figure has of itself: 40.50 has one.</summary>
    public static int Decimals(decimal value) => (value / 1.000000000000000000000000000000000m).Scale;

    public static string Date(DateOnly date, Language language) => date.ToString(
        language == Language.English ? "d MMMM yyyy" : "yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>An indicator's value in its column's decimals; money from 元 as 万元, from 10,000 万元 as 亿元.</summary>
    public static string Measured(decimal? value, BoardColumn column, Language language) =>
        Points(value, column.Decimals ?? (value is { } known ? Decimals(known) : 0));

    public static string UnitOf(string? unit, Language language) => unit ?? "";

    public static string ShortTime(DateTimeOffset time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset time) => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
