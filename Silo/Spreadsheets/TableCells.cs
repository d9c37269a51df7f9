using System.Globalization;
using System.Text.RegularExpressions;
using Ganchao.Contracts.Json;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Spreadsheets;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Spreadsheets;

/// <summary>A table's cells by their place; a merged cell's content stands in all of its places.</summary>
internal sealed partial class TableCells(SpreadsheetTable table)
{
    private readonly Dictionary<(int Row, int Column), SpreadsheetCell> _cells =
        table.Cells.GroupBy(static cell => (cell.Row, cell.Column))
            .ToDictionary(static cell => cell.Key, static cell => cell.First());

    /// <summary>The rows that hold something, from the top down.</summary>
    public IReadOnlyList<int> Rows { get; } = [.. table.Cells.Select(static cell => cell.Row).Distinct().Order()];

    /// <summary>The columns that hold something, from the left.</summary>
    public IReadOnlyList<int> Columns { get; } = [.. table.Cells.Select(static cell => cell.Column).Distinct().Order()];

    public bool HasMerged => table.Merged.Count > 0;

    /// <summary>The cell itself, without what is merged into its place.</summary>
    public SpreadsheetCell? Own(int row, int column) => _cells.GetValueOrDefault((row, column));

    /// <summary>The cell, or the one that is merged over its place.</summary>
    public SpreadsheetCell? At(int row, int column) => Own(row, column)
        ?? table.Merged
            .Where(merged => merged.Holds(row, column))
            .Select(merged => Own(merged.Row, merged.Column))
            .FirstOrDefault();

    /// <summary>The text at a place in the form in which names are compared; empty where there is none.</summary>
    public string PlainAt(int row, int column) => At(row, column) is { Kind: CellKind.Text } cell ? Plain(cell.Text) : "";

    /// <summary>Whether a cell holds a figure, in whatever way it was written.</summary>
    public bool HasFigure(int row, int column) => Own(row, column) is { } cell
        && (cell.Kind is CellKind.Number or CellKind.Percent or CellKind.Error or CellKind.Unread
            || (cell.Kind == CellKind.Text && TypedFigure.TryRead(cell.Text.TrimEnd('%', '％'), out _)));

    /// <summary>The form in which names and headings are compared: narrow, in one case, without blanks and marks.</summary>
    public static string Plain(string text) => Marks().Replace(CellText.Comparable(text), "");

    /// <summary>A figure as it would be typed; nothing where the cell says that there is none.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="unit">The unit of the measure.</param>
    public static (string Value, CellFault Fault) FigureOf(SpreadsheetCell cell, string unit) => cell.Kind switch
    {
        CellKind.Number => (cell.Text, CellFault.NotSet),
        CellKind.Percent => IsPercent(unit) ? (Hundredfold(cell.Text), CellFault.NotSet) : ("", CellFault.PercentUnlikeUnit),
        CellKind.Text => TypedIn(cell.Text, unit),
        CellKind.Error => ("", CellFault.Error),
        CellKind.Unread => ("", CellFault.Unread),
        CellKind.TooLong => ("", CellFault.TooLong),
        CellKind.Date or CellKind.NotSet => ("", CellFault.NoNumber),
    };

    private static (string Value, CellFault Fault) TypedIn(string text, string unit)
    {
        var narrow = CellText.Narrow(text);
        if (Nothing().IsMatch(narrow))
        {
            return ("", CellFault.NotSet);
        }

        if (narrow.EndsWith('%') && !IsPercent(unit))
        {
            return ("", CellFault.PercentUnlikeUnit);
        }

        var figure = narrow.EndsWith('%') ? narrow[..^1]
            : unit.Length > 0 && narrow.EndsWith(unit, StringComparison.OrdinalIgnoreCase) ? narrow[..^unit.Length]
            : narrow;
        return TypedFigure.TryRead(figure, out var value)
            ? (DecimalTextConverter.Normal(value), CellFault.NotSet)
            : ("", CellFault.NoNumber);
    }

    private static bool IsPercent(string unit) => unit is "%" or "％";

    private static string Hundredfold(string text) =>
        DecimalTextConverter.Normal(decimal.Parse(text, CultureInfo.InvariantCulture) * 100);

    // A dash is what people write where there is nothing.
    [GeneratedRegex("^([-—–―/\\\\]+|无|没有|N/?A)$", RegexOptions.IgnoreCase)]
    private static partial Regex Nothing();

    [GeneratedRegex(@"[\s·・,,、::;;\-—_/\\|()()\[\]【】""“”'‘’。.]")]
    private static partial Regex Marks();
}
