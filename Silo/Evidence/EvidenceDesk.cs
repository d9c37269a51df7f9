using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Evidence;

namespace Ganchao.Silo.Evidence;

/// <summary>What the pages show of evidence, from the sheet's history; uploads by the one store.</summary>
internal sealed class EvidenceDesk(IEntryDesk entries, EvidenceStore store) : IEvidenceDesk
{
    public async Task<ProvenEntry?> ReadAsync(ShiftId shift, Guid entry, CancellationToken cancellationToken)
    {
        if (await entries.HistoryAsync(shift, cancellationToken) is not { } history)
        {
            return null;
        }

        var found = history.Lines
            .SelectMany(line => line.Versions.Select(version => (Line: line, Version: version)))
            .FirstOrDefault(line => line.Version.Entry == entry);
        return found.Line is null ? null : new ProvenEntry(history.Heading, found.Line, found.Version);
    }

    public Task<EntryAnswer?> AttachAsync(
        ShiftId shift, Guid entry, Guid id, byte[] upload, Actor actor, CancellationToken cancellationToken) =>
        store.AttachAsync(shift, entry, id, upload, actor, cancellationToken);
}
