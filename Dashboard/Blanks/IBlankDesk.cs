using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Blanks;

/// <summary>Which sheets are due, and which sheet a code means; the host implements it.</summary>
public interface IBlankDesk
{
    /// <summary>
    /// The sheets that are due on a date by calendar and turns, of the teams for which whoever makes the request may enter; null
    /// where there is no such plant for that person.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="plant">Null: the person's own, or the only one.</param>
    /// <param name="day">Null: today by the plant's clock.</param>
    /// <param name="page">Which of them are read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<DueSheets?> ListAsync(
        HttpContext context, string? plant, DateOnly? day, DuePage page, CancellationToken cancellationToken);

    /// <summary>The shift that a right code means, in the plant of whoever asks; or what in it is unknown.</summary>
    Task<(ShiftId? Shift, UnknownPart Unknown)> FindAsync(
        HttpContext context, SheetCodeReading code, CancellationToken cancellationToken);
}

/// <summary>A page of a day's sheets; one beyond the last is the last.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">How many sheets a page has.</param>
public readonly record struct DuePage(int Number, int Size)
{
    public static readonly DuePage All = new(1, int.MaxValue);
}

/// <summary>The sheets of one day.</summary>
/// <param name="Plant">The plant.</param>
/// <param name="Names">Its names.</param>
/// <param name="Date">The production date.</param>
/// <param name="Sheets">Those of the page.</param>
/// <param name="Page">Which page it is, from 1.</param>
/// <param name="Pages">How many there are, at least 1.</param>
public sealed record DueSheets(
    PlantId Plant, Names Names, DateOnly Date, IReadOnlyList<DueSheet> Sheets, int Page, int Pages);

/// <summary>A sheet that is due, and what has become of it.</summary>
/// <param name="Form">The sheet.</param>
/// <param name="Start">When the shift begins, by the plant's clock.</param>
/// <param name="End">When it ends.</param>
/// <param name="IsOver">Whether it has ended: before that nothing is missing.</param>
public sealed record DueSheet(ShiftForm Form, DateTimeOffset Start, DateTimeOffset End, bool IsOver)
{
    public DueState State => Form switch
    {
        { SignedOff: true } => DueState.SignedOff,
        { SaysNothing: true } => DueState.Nothing,
        _ when Form.Filled.Any(static line => line.Value is not null) => DueState.Entered,
        _ => IsOver ? DueState.Missing : DueState.NotOver,
    };
}

/// <summary>Where a due sheet stands.</summary>
public enum DueState
{
    NotSet,

    /// <summary>未到交班: nothing was entered yet, and the shift goes on or has not begun.</summary>
    NotOver,

    /// <summary>缺报: the shift is over, nothing was entered, and nobody said that there is nothing.</summary>
    Missing,

    /// <summary>Figures stand on it.</summary>
    Entered,

    /// <summary>无事可报</summary>
    Nothing,

    /// <summary>已交班</summary>
    SignedOff,
}
