using System.Text.RegularExpressions;
using Ganchao.Dashboard.Spreadsheets;

namespace Ganchao.Silo.Spreadsheets;

/// <summary>Whether a spreadsheet shows a number as a number, in per cent or as a date; by its format.</summary>
internal static partial class NumberFormats
{
    /// <summary>Of a format that every spreadsheet knows by its number; China and Japan have dates of their own.</summary>
    public static CellKind OfNumber(int format) => format switch
    {
        9 or 10 => CellKind.Percent,
        (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58) => CellKind.Date,
        _ => CellKind.Number,
    };

    /// <summary>Of a format that the file writes out, such as <c>yyyy"年"m"月"d"日"</c> or <c>0.0%</c>.</summary>
    public static CellKind OfCode(string code)
    {
        var signs = Quoted().Replace(code, "");
        return signs.Contains('%', StringComparison.Ordinal) ? CellKind.Percent
            : Digits().IsMatch(signs) ? CellKind.Number
            : Dates().IsMatch(signs) ? CellKind.Date
            : CellKind.Number;
    }

    [GeneratedRegex("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.|General", RegexOptions.IgnoreCase)]
    private static partial Regex Quoted();

    [GeneratedRegex("[0#?]")]
    private static partial Regex Digits();

    [GeneratedRegex("[yd]|m", RegexOptions.IgnoreCase)]
    private static partial Regex Dates();
}
