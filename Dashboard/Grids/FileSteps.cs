using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Spreadsheets;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Grids;

/// <summary>
/// The steps of a page that takes a file: it is read, its columns may be chosen otherwise, it is confirmed. The form carries what
/// was read; no server remembers it.
/// </summary>
internal static class FileSteps
{
    public const string TableField = "table";
    public const string MappedField = "mapped";
    public const string SkipField = "skip";

    private const string ColumnField = "map:";

    /// <summary>The table of the file or of the form, or why there is none and the status that says so.</summary>
    public static (SpreadsheetTable? Table, Problem? Problem, int Status) TableIn(
        IFormCollection posted, string step, ISpreadsheetReader spreadsheets, ReaderLanguage words)
    {
        if (step != "read")
        {
            var carried = SpreadsheetTable.Parse(posted[TableField]);
            return carried is null ? Refused(SpreadsheetTexts.Expired) : (carried, null, StatusCodes.Status200OK);
        }

        if (posted.Files["file"] is not { Length: > 0 } file)
        {
            return Refused(SpreadsheetTexts.NoFile);
        }

        using var upload = new MemoryStream();
        file.CopyTo(upload);
        var reading = spreadsheets.Read(Path.GetFileName(file.FileName), upload.ToArray());
        return reading switch
        {
            { Table: { } table } => (table, null, StatusCodes.Status200OK),
            { Fault: SpreadsheetFault.TooLarge } =>
                Refused(SpreadsheetTexts.Of(SpreadsheetFault.TooLarge), StatusCodes.Status413PayloadTooLarge),
            _ => Refused(SpreadsheetTexts.Of(reading.Fault)),
        };

        (SpreadsheetTable?, Problem?, int) Refused(Text why, int status = StatusCodes.Status422UnprocessableEntity) =>
            (null, new Problem("file", words.Of(why)), status);
    }

    public static string FieldOf(MappedColumn column) => string.Create(CultureInfo.InvariantCulture, $"{ColumnField}{column.Column}");

    /// <summary>What each column was chosen to be; null: nothing was.</summary>
    public static IReadOnlyDictionary<int, string>? ChosenIn(IFormCollection posted)
    {
        var chosen = posted.Keys
            .Where(static key => key.StartsWith(ColumnField, StringComparison.Ordinal))
            .Select(key => (Column: Whole(key[ColumnField.Length..]), Target: posted[key].ToString()))
            .Where(static choice => choice.Column > 0)
            .ToDictionary(static choice => choice.Column, static choice => choice.Target);
        return chosen.Count == 0 ? null : chosen;
    }

    /// <summary>What each column was shown as, so that nobody confirms what was not shown.</summary>
    public static string Mapped(IReadOnlyList<MappedColumn> columns) =>
        Written(columns.ToDictionary(static column => column.Column, static column => column.Target));

    /// <summary>Whether what is confirmed is what was shown.</summary>
    public static bool IsShown(IFormCollection posted, string step, IReadOnlyDictionary<int, string>? chosen) =>
        step == "submit" && chosen is not null && Written(chosen) == posted[MappedField].ToString().ReplaceLineEndings("\n");

    private static string Written(IReadOnlyDictionary<int, string> chosen) => string.Join('\n', chosen
        .OrderBy(static choice => choice.Key)
        .Select(static choice => string.Create(CultureInfo.InvariantCulture, $"{choice.Key} {choice.Value}")));

    private static int Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
