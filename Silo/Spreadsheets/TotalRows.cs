using System.Text.RegularExpressions;

namespace Ganchao.Silo.Spreadsheets;

/// <summary>
/// Which rows of a table are sums of others, by the word that stands where names stand. What somebody wrote of an event, such as
/// 共计损失3万元, makes no sum of it.
/// </summary>
internal static partial class TotalRows
{
    /// <summary>Whether a row is a sum or an average of others.</summary>
    /// <param name="cells">The table.</param>
    /// <param name="row">From 1.</param>
    /// <param name="names">The columns in which names stand, and those left of them; none with remarks.</param>
    public static bool IsTotal(TableCells cells, int row, IEnumerable<int> names) => names
        .Select(column => cells.PlainAt(row, column))
        .Any(static text => Total().IsMatch(text) || IsAverage(text));

    /// <summary>Whether a row is called a sum of some rows only; by the plain form of its name.</summary>
    public static bool IsPart(string plain) => Part().IsMatch(plain);

    /// <summary>Whether a row is called an average, which no sum is held against.</summary>
    public static bool IsAverage(string plain) => Average().IsMatch(plain);

    [GeneratedRegex("(合计|小计|总计|共计|总和|累计|TOTAL|TOTALS|SUBTOTAL|SUM)$")]
    private static partial Regex Total();

    [GeneratedRegex("(小计|SUBTOTAL)$")]
    private static partial Regex Part();

    [GeneratedRegex("(平均|均值|平均值|AVERAGE|MEAN)$")]
    private static partial Regex Average();
}
