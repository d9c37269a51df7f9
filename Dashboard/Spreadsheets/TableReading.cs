namespace Ganchao.Dashboard.Spreadsheets;

/// <summary>What became of a row of a table.</summary>
public enum RowFate
{
    NotSet,

    /// <summary>Its figures are taken.</summary>
    Taken,

    /// <summary>合计, 小计: left out, and held against the rows above it.</summary>
    Total,

    /// <summary>Title, headings, remarks, signatures: it has no figures in columns that are taken.</summary>
    NoFigures,

    /// <summary>It has figures, and whom they are about is not known.</summary>
    Unknown,

    /// <summary>Another row above is about the same.</summary>
    Twice,
}

/// <summary>Why a cell is not taken.</summary>
public enum CellFault
{
    NotSet,
    NoNumber,
    Error,
    Unread,
    PercentUnlikeUnit,
    NotTaken,
    NoDate,
    NotAllowed,
    OtherUnit,
    TooLong,
}

/// <summary>What a column of a table is taken as.</summary>
/// <param name="Column">From 1.</param>
/// <param name="Heading">Its headings from the top down.</param>
/// <param name="Target">A target's key; empty: it is left out.</param>
/// <param name="Unit">The unit in its heading, where that is another one than the measure's.</param>
public sealed record MappedColumn(int Column, string Heading, string Target, string? Unit = null)
{
    public string Letter => SpreadsheetCell.ColumnName(Column);
}

/// <summary>What a column may be taken as.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Names">What it is called, in any language.</param>
/// <param name="Unit">The unit of its figures; null: it holds none.</param>
public sealed record ColumnTarget(string Key, IReadOnlyList<string> Names, string? Unit = null);

/// <summary>A cell in a column that is taken.</summary>
/// <param name="Cell">Where it is and what it holds.</param>
/// <param name="Target">Its column's target.</param>
/// <param name="Value">As it would be typed; empty where it is not taken.</param>
/// <param name="Fault">Why it is not.</param>
public sealed record MappedCell(SpreadsheetCell Cell, string Target, string Value, CellFault Fault = CellFault.NotSet);

/// <summary>A row of a table.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Label">What it says of whom it is about, or its first text.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Key">The key of the grid's row that it is about; empty: none.</param>
/// <param name="Cells">Its cells in columns that are taken.</param>
/// <param name="Nearest">Names that read much like one that is not known.</param>
public sealed record MappedRow(
    int Number, string Label, RowFate Fate, string Key, IReadOnlyList<MappedCell> Cells, IReadOnlyList<string> Nearest);

/// <summary>A total in a table that is not the sum of the rows that it stands for.</summary>
/// <param name="Cell">The total.</param>
/// <param name="Target">Its column's target.</param>
/// <param name="Written">As the table has it.</param>
/// <param name="Sum">Of the rows.</param>
public sealed record TotalDifference(SpreadsheetCell Cell, string Target, decimal Written, decimal Sum);

/// <summary>A table as a grid understands it.</summary>
/// <param name="Columns">Every column that holds something.</param>
/// <param name="Rows">Every row that holds something, from the first one below the headings.</param>
/// <param name="Differences">Totals that are not the sum of their rows.</param>
/// <param name="OtherMonth">The month in its title, where that is another one than the sheet's.</param>
public sealed record TableReading(
    IReadOnlyList<MappedColumn> Columns,
    IReadOnlyList<MappedRow> Rows,
    IReadOnlyList<TotalDifference> Differences,
    DateOnly? OtherMonth = null)
{
    /// <summary>Key of the column that says whom a row is about.</summary>
    public const string Who = "who";

    /// <summary>Key of the column with work orders.</summary>
    public const string Order = "order";
}
