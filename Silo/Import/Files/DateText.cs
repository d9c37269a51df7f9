using System.Globalization;
using System.Text.RegularExpressions;

namespace Ganchao.Silo.Import.Files;

/// <summary>
/// Dates and times of a file in one form, <c>2026-03-02</c>, <c>2026-03-02T08:15:00</c>. 24:00 is the end of its date.
/// </summary>
internal static partial class DateText
{
    public const string DateForm = "yyyy-MM-dd";
    public const string MomentForm = "yyyy-MM-dd'T'HH:mm:ss";

    // Only forms that nobody can read in two ways; 2/5/2015 needs its format stated.
    private static readonly string[] Dates =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", MomentForm];

    private static readonly string[] Months = ["yyyy-M", "yyyy/M", "yyyy.M", "yyyy年M月", "yyyyMM"];

    public static string Text(DateOnly date) => date.ToString(DateForm, CultureInfo.InvariantCulture);

    public static string Text(DateTime moment) => moment.ToString(MomentForm, CultureInfo.InvariantCulture);

    /// <summary>Null: it was read. With formats only these are tried.</summary>
    public static Said? Read(string cell, IReadOnlyList<string> formats, out DateTime moment)
    {
        var text = CellText.Narrow(cell);
        var endOfDate = TwentyFour().IsMatch(text);
        text = TwentyFour().Replace(text, "00:00$1");
        if (TryRead(text, formats.Count > 0 ? formats : Dates, out moment))
        {
            moment = endOfDate ? moment.AddDays(1) : moment;
            return null;
        }

        var wanted = string.Join(", ", formats.Count > 0 ? formats : Dates[..5]);
        return new Said($"'{cell}' 不是日期,应为 {wanted}。", $"'{cell}' is no date of the form {wanted}.");
    }

    /// <summary>Null: it was read. A date is taken for its month.</summary>
    public static Said? ReadMonth(string cell, out DateOnly first)
    {
        var text = CellText.Narrow(cell);
        first = default;
        if (!TryRead(text, Months, out var moment) && !TryRead(text, Dates, out moment))
        {
            return new Said($"'{cell}' 不是月份,应为 2026-03。", $"'{cell}' is no month of the form 2026-03.");
        }

        first = new DateOnly(moment.Year, moment.Month, 1);
        return null;
    }

    private static bool TryRead(string text, IReadOnlyList<string> formats, out DateTime moment) =>
        DateTime.TryParseExact(
            text, [.. formats], CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out moment);

    [GeneratedRegex(@"(?<=[ T日])24:00(:00)?$", RegexOptions.CultureInvariant)]
    private static partial Regex TwentyFour();
}
