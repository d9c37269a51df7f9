using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ganchao.Dashboard.Spreadsheets;

/// <summary>What a cell of a spreadsheet holds.</summary>
public enum CellKind
{
    NotSet,

    /// <summary>Text, a figure that was typed as text among it.</summary>
    Text,

    /// <summary>A number, to fifteen digits as spreadsheets keep them; in plain decimal form.</summary>
    Number,

    /// <summary>A number that is shown in per cent: 0.985 for 98.5%.</summary>
    Percent,

    /// <summary>A number that is shown as a date: yyyy-MM-dd.</summary>
    Date,

    /// <summary>An error such as #DIV/0!, or a number that is none of ours.</summary>
    Error,

    /// <summary>A formula whose result is not stored in the file; formulas are never computed here.</summary>
    Unread,

    /// <summary>
    /// Text of more than <see cref="SpreadsheetLimits.CellLength"/> characters; only its beginning is kept, to be shown.
    /// </summary>
    TooLong,
}

/// <summary>One cell that is not blank.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 1, which is A.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">Its content, of up to <see cref="SpreadsheetLimits.CellLength"/> characters.</param>
public sealed record SpreadsheetCell(int Row, int Column, CellKind Kind, string Text)
{
    /// <summary>As the spreadsheet calls it: C7.</summary>
    [JsonIgnore]
    public string Address => $"{ColumnName(Column)}{Row.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A, B … Z, AA … of a column from 1.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (var left = column; left > 0; left = (left - 1) / 26)
        {
            name = (char)('A' + ((left - 1) % 26)) + name;
        }

        return name;
    }
}

/// <summary>Cells that are merged into one, both corners included; the content is the upper left cell's.</summary>
public sealed record MergedCells(int Row, int Column, int ToRow, int ToColumn)
{
    public bool Holds(int row, int column) => row >= Row && row <= ToRow && column >= Column && column <= ToColumn;
}

/// <summary>How large a spreadsheet may be.</summary>
public static class SpreadsheetLimits
{
    /// <summary>Bytes of the file.</summary>
    public const int FileLength = 5_000_000;

    /// <summary>The greatest number of a row that holds something.</summary>
    public const int Rows = 5_000;

    public const int Columns = 256;

    /// <summary>Cells that hold something.</summary>
    public const int Cells = 20_000;

    /// <summary>Characters of a cell, as many as a sheet takes as a note.</summary>
    public const int CellLength = 2_000;

    /// <summary>Characters of all cells together.</summary>
    public const int TextLength = 400_000;
}

/// <summary>The first worksheet of a file that shows something, as it is.</summary>
/// <param name="File">The file's name; empty of what was pasted.</param>
/// <param name="Sheet">The worksheet's name; empty where there is only one.</param>
/// <param name="OtherSheets">Further worksheets, which are not read.</param>
/// <param name="Cells">By row, then column.</param>
/// <param name="Merged">Merged ranges.</param>
public sealed record SpreadsheetTable(
    string File,
    string Sheet,
    IReadOnlyList<string> OtherSheets,
    IReadOnlyList<SpreadsheetCell> Cells,
    IReadOnlyList<MergedCells> Merged)
{
    /// <summary>Whether numbers that are days count from 1904, not from the end of 1899.</summary>
    public bool From1904 { get; init; }

    // The page encodes it once more.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The table as one text, which a form carries from step to step.</summary>
    public string Written() => JsonSerializer.Serialize(this, Json);

    /// <summary>Null where the text is none of <see cref="Written"/>, or breaks the limits.</summary>
    public static SpreadsheetTable? Parse(string? text)
    {
        try
        {
            var table = string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<SpreadsheetTable>(text, Json);
            return table is { File: not null, Sheet: not null, OtherSheets: not null, Cells: not null, Merged: not null }
                && table.Cells.Count <= SpreadsheetLimits.Cells && table.Cells.All(IsTaken)
                && table.Cells.Sum(static cell => cell.Text.Length) <= SpreadsheetLimits.TextLength
                && table.Merged.All(static merged => merged is not null)
                    ? table
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsTaken(SpreadsheetCell? cell) =>
        cell is { Row: >= 1 and <= SpreadsheetLimits.Rows, Column: >= 1 and <= SpreadsheetLimits.Columns }
        && cell.Text is { Length: <= SpreadsheetLimits.CellLength } && Enum.IsDefined(cell.Kind);

    /// <summary>What was copied from a spreadsheet: lines of cells parted by tabs; refused beyond the limits of a file.</summary>
    public static SpreadsheetReading Pasted(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cells = new SpreadsheetCells();
        foreach (var (row, line) in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Index())
        {
            foreach (var (column, cell) in line.Split('\t').Index())
            {
                if (cell.Trim() is { Length: > 0 } content && !cells.TryAdd(row + 1, column + 1, CellKind.Text, content))
                {
                    return SpreadsheetReading.Refused(SpreadsheetFault.TooMany);
                }
            }
        }

        return cells.Table("", "", [], []);
    }
}
