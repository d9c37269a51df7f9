using Ganchao.Contracts.Entries;
using Ganchao.Dashboard.Entry;

namespace Ganchao.Dashboard.Crew;

/// <summary>Where the page about those who worked for a team reads; the host implements it.</summary>
public interface ICrewDesk
{
    /// <summary>
    /// The fields of the team's own people and of whoever stands on the sheet, or what in the address is unknown.
    /// </summary>
    Task<ShiftReading> ReadAsync(ShiftId shift, CancellationToken cancellationToken);

    /// <summary>The fields of somebody of another team; where there is none such on that date, the nearest known.</summary>
    Task<OrderReading> FindAsync(ShiftId shift, string typed, CancellationToken cancellationToken);

    /// <summary>The fields of cells about people whom the form does not show by itself.</summary>
    Task<IReadOnlyList<EntryField>> ReadFieldsAsync(
        ShiftId shift, IReadOnlyList<EntryCell> cells, CancellationToken cancellationToken);
}
