using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;

namespace Ganchao.Silo.Ledger.Verify;

/// <summary>
/// Photos and files against the events that commit to them. Memory grows with their number, not with their bytes.
/// </summary>
internal sealed class AttachedFiles(IEvidenceBytes? bytes)
{
    private readonly Dictionary<(string Plant, string Sha256), StoredEvent> _committed = [];

    public void Add(StoredEvent? stored)
    {
        if (bytes is not null && stored is not null && Read(stored) is { } attached)
        {
            _committed.TryAdd((stored.Stream.Plant.Value, attached.File.Sha256), stored);
        }
    }

    public async IAsyncEnumerable<Finding> CompareAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var ((plant, sha256), stored) in _committed)
        {
            var found = await bytes!.LookAsync(plant, sha256, cancellationToken);
            if (found?.RemovedAt is not null)
            {
                continue;
            }

            if (found?.Content is not { } content)
            {
                yield return About(stored, FindingKind.EvidenceMissing, $"photo or file {sha256} is gone, and nobody removed it");
            }
            else if (Convert.ToHexStringLower(SHA256.HashData(content)) != sha256)
            {
                yield return About(stored, FindingKind.EvidenceDifferent, $"photo or file {sha256} is not what was attached");
            }
        }
    }

    // What cannot be read was named already, by its hash.
    private static EvidenceAttached? Read(StoredEvent stored)
    {
        try
        {
            return EventCodec.Decode(stored) as EvidenceAttached;
        }
        catch (Exception unreadable) when (unreadable is JsonException or UnknownEventException or FormatException)
        {
            return null;
        }
    }

    private static Finding About(StoredEvent stored, FindingKind kind, string what) =>
        new(kind, stored.Stream.Plant.Value, stored.Stream.ToString(), stored.Seq, stored.Position, what);
}

/// <summary>Where the bytes of photos and files are.</summary>
internal interface IEvidenceBytes
{
    /// <summary>Null: nothing was ever stored under this hash.</summary>
    Task<EvidenceBytes?> LookAsync(string plant, string sha256, CancellationToken cancellationToken);
}

/// <summary>What there is of a photo or file.</summary>
internal sealed class EvidenceBytes
{
    public byte[]? Content { get; init; }

    /// <summary>When somebody removed it for good; null: nobody did.</summary>
    public string? RemovedAt { get; init; }
}
