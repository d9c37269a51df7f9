using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Entry;

/// <summary>Where the entry pages read and write; the host implements it.</summary>
public interface IEntryDesk
{
    /// <summary>Who writes by this request, or why nobody does.</summary>
    EntryWriter WriterOf(HttpContext context);

    /// <summary>
    /// The teams for which whoever makes the request may enter, by plant, and the shifts that one may want to enter now; all of
    /// them where nobody need sign in.
    /// </summary>
    Task<IReadOnlyList<EntryPlant>> ListAsync(HttpContext? context, CancellationToken cancellationToken);

    /// <summary>
    /// What waits for a confirmation of whoever makes the request, newest first: entries that others made on the person's behalf
    /// in the last weeks, and what other teams entered about the person's people; for a branch organiser those that the leads
    /// have left for two working days.
    /// </summary>
    Task<IReadOnlyList<UnconfirmedSheet>> ListUnconfirmedAsync(HttpContext context, CancellationToken cancellationToken);

    /// <summary>
    /// Confirms entries that were made on a lead's behalf, or figures about people lent; null where whether it was recorded is
    /// not known.
    /// </summary>
    Task<EntryAnswer?> ConfirmAsync(ShiftId shift, bool isLoan, Guid id, IReadOnlyList<Guid> entries, Actor actor);

    /// <summary>The shift's sheet with everything that its form shows, or what in the address is unknown.</summary>
    Task<ShiftReading> ReadAsync(ShiftId shift, CancellationToken cancellationToken);

    /// <summary>The fields for a work order that was typed or scanned; where there is none such, the nearest known.</summary>
    Task<OrderReading> FindOrderAsync(ShiftId shift, string typed, CancellationToken cancellationToken);

    /// <summary>The fields of cells of the shift that its form does not show by itself.</summary>
    Task<IReadOnlyList<EntryField>> ReadFieldsAsync(
        ShiftId shift, IReadOnlyList<EntryCell> cells, CancellationToken cancellationToken);

    /// <summary>What would become of the entries; nothing is written.</summary>
    Task<EntryJudgement> CheckAsync(
        ShiftId shift, EntryList entries, Actor actor, CancellationToken cancellationToken);

    /// <summary>Enters the list whole or not at all; null where whether it was recorded is not known.</summary>
    Task<EntryAnswer?> EnterAsync(ShiftId shift, EntryList entries, Actor actor, CancellationToken cancellationToken);

    /// <summary>Enters the list whole or not at all, and reads what it did to the team's boards.</summary>
    Task<EntrySubmission> SubmitAsync(
        ShiftId shift, EntryList entries, Actor actor, CancellationToken cancellationToken);

    /// <summary>交班: ordinary entries end.</summary>
    Task<EntrySubmission> SignOffAsync(ShiftId shift, Guid id, Actor actor, CancellationToken cancellationToken);

    /// <summary>Records that the shift has nothing to report (无事可报).</summary>
    Task<EntrySubmission> ReportNothingAsync(
        ShiftId shift, NothingForm form, Actor actor, CancellationToken cancellationToken);

    /// <summary>Every version of every line of the sheet; null where the address is unknown.</summary>
    Task<SheetHistory?> HistoryAsync(ShiftId shift, CancellationToken cancellationToken);

    /// <summary>The same of a department's sheet; null where nothing was ever written on it.</summary>
    Task<DepartmentHistory?> HistoryAsync(DepartmentSheet sheet, CancellationToken cancellationToken);

    /// <summary>Where the team stands now on each board that the shift counts on.</summary>
    Task<IReadOnlyList<BoardPlace>> PlacesAsync(ShiftId shift, CancellationToken cancellationToken);
}

/// <summary>The actor of a request; null with the broken rule's name where writing is not open to it.</summary>
public sealed record EntryWriter(Actor? Actor, int Status, string Rule);

/// <summary>A sheet with lines that are not confirmed yet.</summary>
/// <param name="IsLoan">
/// Whether they are figures of another team's sheet about people lent to it; else entries made on the lead's behalf.
/// </param>
public sealed record UnconfirmedSheet(ShiftHeading Heading, IReadOnlyList<FilledLine> Lines, bool IsLoan = false);
