using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;

namespace Ganchao.Dashboard.Evidence;

/// <summary>Where the pages attach photos and files; the host implements it.</summary>
public interface IEvidenceDesk
{
    /// <summary>The entry with what is attached to it; null where the sheet has no such entry.</summary>
    Task<ProvenEntry?> ReadAsync(ShiftId shift, Guid entry, CancellationToken cancellationToken);

    /// <summary>The sheet's answer; null where whether it was recorded is not known.</summary>
    Task<EntryAnswer?> AttachAsync(
        ShiftId shift, Guid entry, Guid id, byte[] upload, Actor actor, CancellationToken cancellationToken);
}

/// <summary>An entry, and the photos and files that prove it.</summary>
public sealed record ProvenEntry(ShiftHeading Heading, HistoryLine Line, HistoryVersion Version);

/// <summary>A photo or file of an entry; removed bytes leave the rest.</summary>
public sealed record ShownEvidence(EvidenceCommitment File, bool IsRemoved);
