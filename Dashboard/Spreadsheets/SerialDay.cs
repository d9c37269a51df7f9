namespace Ganchao.Dashboard.Spreadsheets;

/// <summary>Days as spreadsheets count them: from the end of 1899 or, in workbooks that say so, from 1904.</summary>
public static class SerialDay
{
    private static readonly DateOnly Zero = new(1899, 12, 30);
    private static readonly DateOnly ZeroFrom1904 = new(1904, 1, 1);

    /// <summary>The day of a number; null where it is none that a spreadsheet shows.</summary>
    /// <param name="number">Days, and a part of one as the time.</param>
    /// <param name="from1904">Whether the workbook counts from 1904.</param>
    public static DateOnly? Of(decimal number, bool from1904) => decimal.Truncate(number) is var days and >= 1 and < 2_900_000
        ? (from1904 ? ZeroFrom1904 : Zero).AddDays((int)days)
        : null;
}
