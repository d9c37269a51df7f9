namespace Ganchao.Dashboard.Spreadsheets;

/// <summary>Why a file is not read.</summary>
public enum SpreadsheetFault
{
    NotSet,

    /// <summary>More bytes than <see cref="SpreadsheetLimits.FileLength"/>.</summary>
    TooLarge,

    /// <summary>Neither .xlsx nor text, whatever its name says.</summary>
    WrongType,

    /// <summary>The old binary .xls.</summary>
    OldFormat,

    /// <summary>Closed with a password.</summary>
    Protected,

    /// <summary>It brings programs along.</summary>
    Macros,

    /// <summary>It draws figures from other files or from the net.</summary>
    Links,

    /// <summary>It unpacks to far more than a report has, or is nested to break who reads it.</summary>
    Hostile,

    /// <summary>Cut off or broken.</summary>
    Broken,

    /// <summary>More rows, columns, cells or text than <see cref="SpreadsheetLimits"/>.</summary>
    TooMany,

    /// <summary>No worksheet shows anything.</summary>
    Empty,
}

/// <summary>The table of a file, or why there is none.</summary>
public sealed record SpreadsheetReading(SpreadsheetTable? Table, SpreadsheetFault Fault)
{
    public static SpreadsheetReading Refused(SpreadsheetFault fault) => new(null, fault);
}

/// <summary>Reads spreadsheets in bounded time and memory; the host implements it, and counts what it refuses.</summary>
public interface ISpreadsheetReader
{
    /// <param name="name">The file's name, which is only shown.</param>
    /// <param name="file">Its bytes.</param>
    SpreadsheetReading Read(string name, byte[] file);
}
