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

    /// <summary>The shift's sheet with everything that its form shows, or what in the address is unknown.</summary>
    Task<ShiftReading> ReadAsync(ShiftId shift, CancellationToken cancellationToken);

    /// <summary>What would become of the entries; nothing is written.</summary>
    Task<EntryJudgement> CheckAsync(
        ShiftId shift, EntryList entries, Actor actor, CancellationToken cancellationToken);

    /// <summary>Enters the list whole or not at all, and reads what it did to the team's boards.</summary>
    Task<EntrySubmission> SubmitAsync(
        ShiftId shift, EntryList entries, Actor actor, CancellationToken cancellationToken);

    /// <summary>交班: ordinary entries end.</summary>
    Task<EntrySubmission> SignOffAsync(ShiftId shift, Guid id, Actor actor, CancellationToken cancellationToken);

    /// <summary>Every version of every line of the sheet; null where the address is unknown.</summary>
    Task<SheetHistory?> HistoryAsync(ShiftId shift, CancellationToken cancellationToken);

    /// <summary>The same of a department's sheet; null where nothing was ever written on it.</summary>
    Task<DepartmentHistory?> HistoryAsync(DepartmentSheet sheet, CancellationToken cancellationToken);

    /// <summary>Where the team stands now on each board that the shift counts on.</summary>
    Task<IReadOnlyList<BoardPlace>> PlacesAsync(ShiftId shift, CancellationToken cancellationToken);
}

/// <summary>The actor of a request; null with the broken rule's name where writing is not open to it.</summary>
public sealed record EntryWriter(Actor? Actor, int Status, string Rule);
