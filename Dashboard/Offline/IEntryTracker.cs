using Ganchao.Contracts.Entries;

namespace Ganchao.Dashboard.Offline;

/// <summary>Tells what has become of recorded entries; the host implements it.</summary>
public interface IEntryTracker
{
    /// <summary>The entries of the sheet's own team; empty where the address is unknown.</summary>
    Task<IReadOnlyList<EntryTrack>> ReadAsync(ShiftId shift, CancellationToken cancellationToken);
}
