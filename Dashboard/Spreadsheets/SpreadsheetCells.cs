namespace Ganchao.Dashboard.Spreadsheets;

/// <summary>
/// Gathers the cells of a table, whether pasted or a file's, within <see cref="SpreadsheetLimits"/>. A cell whose text is too
/// long is kept without most of it, as one that nobody may take.
/// </summary>
public sealed class SpreadsheetCells
{
    private const int ShownLength = 40;

    private readonly List<SpreadsheetCell> _cells = [];
    private int _length;

    public int Count => _cells.Count;

    /// <summary>False: the cell would break the limits, and the table is to be refused.</summary>
    /// <param name="row">From 1.</param>
    /// <param name="column">From 1.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="text">Its whole content.</param>
    public bool TryAdd(int row, int column, CellKind kind, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isTooLong = text.Length > SpreadsheetLimits.CellLength;
        _length += text.Length;
        if (row is < 1 or > SpreadsheetLimits.Rows || column is < 1 or > SpreadsheetLimits.Columns
            || _cells.Count >= SpreadsheetLimits.Cells || _length > SpreadsheetLimits.TextLength)
        {
            return false;
        }

        _cells.Add(isTooLong
            ? new SpreadsheetCell(row, column, CellKind.TooLong, $"{text[..ShownLength]}…")
            : new SpreadsheetCell(row, column, kind, text));
        return true;
    }

    /// <summary>Whether numbers that are days count from 1904.</summary>
    public bool From1904 { get; init; }

    /// <summary>The table of what was gathered; refused where that is nothing.</summary>
    public SpreadsheetReading Table(
        string file, string sheet, IReadOnlyList<string> otherSheets, IReadOnlyList<MergedCells> merged) =>
        _cells.Count == 0
            ? SpreadsheetReading.Refused(SpreadsheetFault.Empty)
            : new SpreadsheetReading(
                new SpreadsheetTable(file, sheet, otherSheets, _cells, merged) { From1904 = From1904 }, SpreadsheetFault.NotSet);
}
