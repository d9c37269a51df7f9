using Ganchao.Client.Wording;
using Ganchao.Dashboard.Spreadsheets;

namespace Ganchao.Dashboard.Grids;

/// <summary>Puts what was copied from a spreadsheet into a grid: by names where it has any, else from the upper left.</summary>
internal static class GridPaste
{
    /// <summary>The grid with the figures in it, or as it was with what is wrong.</summary>
    public static (GridDraft Draft, string? Problem) Into(
        GridDraft draft, GridForm form, SpreadsheetTable table, TableReading reading, ReaderLanguage words) =>
        reading.Rows.Any(static row => row.Fate == RowFate.Taken)
            ? ByNames(draft, reading, words)
            : FromCorner(draft, form, table, words);

    private static (GridDraft Draft, string? Problem) ByNames(GridDraft draft, TableReading reading, ReaderLanguage words)
    {
        var values = reading.Rows
            .Where(static row => row.Fate == RowFate.Taken)
            .SelectMany(static row => row.Cells.Select(cell => KeyValuePair.Create(
                $"{row.Key}!{cell.Target}", cell.Value.Length > 0 ? cell.Value : cell.Cell.Text)))
            .ToDictionary();
        var unknown = reading.Rows
            .Where(static row => row.Fate is RowFate.Unknown or RowFate.Twice)
            .Select(static row => row.Label)
            .ToList();
        return (
            With(draft, values),
            unknown.Count == 0 ? null : words.Of(GridTexts.PasteUnknown, unknown.Count, GridFile.Listed(unknown, words)));
    }

    private static (GridDraft Draft, string? Problem) FromCorner(
        GridDraft draft, GridForm form, SpreadsheetTable table, ReaderLanguage words)
    {
        var rows = table.Cells.Select(static cell => cell.Row).DefaultIfEmpty().Max();
        var columns = table.Cells.Select(static cell => cell.Column).DefaultIfEmpty().Max();
        if (rows > form.Rows.Count || columns > form.Columns.Count)
        {
            return (draft, words.Of(GridTexts.PasteTooLarge, rows, columns, form.Rows.Count, form.Columns.Count));
        }

        var values = table.Cells.ToDictionary(
            cell => GridForm.KeyOf(form.Rows[cell.Row - 1], form.Columns[cell.Column - 1]), static cell => cell.Text);
        return (With(draft, values), null);
    }

    private static GridDraft With(GridDraft draft, Dictionary<string, string> values) => draft with
    {
        Cells = [.. draft.Cells.Select(cell => cell with { Typed = values.GetValueOrDefault(cell.Key, cell.Typed) })],
    };
}
