using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Spreadsheets;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Grids;

/// <summary>Where the grids of departments and branches read and write; the host implements it.</summary>
public interface IGridDesk
{
    /// <summary>
    /// The departments and branches for which whoever makes the request may enter, with the sheets that one may want.
    /// </summary>
    Task<IReadOnlyList<GridOwner>> ListAsync(HttpContext context, CancellationToken cancellationToken);

    /// <summary>The sheet's grid; null where there is no such plant, department or period.</summary>
    Task<GridForm?> ReadAsync(HttpContext context, DepartmentSheet sheet, CancellationToken cancellationToken);

    /// <summary>What would become of the entries; nothing is written.</summary>
    Task<EntryJudgement> CheckAsync(DepartmentSheet sheet, EntryList entries, Actor actor);

    /// <summary>Enters the list whole or not at all; null where whether it was recorded is not known.</summary>
    Task<EntryAnswer?> EnterAsync(DepartmentSheet sheet, EntryList entries, Actor actor);

    /// <summary>Finds the grid's rows and columns in a table, and what stands in its cells.</summary>
    /// <param name="table">A file's, or what was pasted.</param>
    /// <param name="form">The grid.</param>
    /// <param name="chosen">What each column was said to be, by its number; null: it is guessed by its heading.</param>
    TableReading Map(SpreadsheetTable table, GridForm form, IReadOnlyDictionary<int, string>? chosen);
}

/// <summary>A department or branch, and its sheets of the last periods, the newest first.</summary>
public sealed record GridOwner(PlantId Plant, UnitId Unit, Names Names, IReadOnlyList<DepartmentSheet> Sheets, bool HasEvents);
