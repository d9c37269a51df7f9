using Ganchao.Contracts.Entries;
using Microsoft.AspNetCore.Http.Metadata;

namespace Ganchao.Dashboard.Evidence;

/// <summary>
/// Marks what takes a photo or file: so many are taken a minute from one person, and no more; so much is read of each before
/// the sender is told that it is too much.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadAttribute : Attribute, IRequestSizeLimitMetadata
{
    private const int FormAround = 1_000_000;

    /// <summary>Bytes.</summary>
    public long? MaxRequestBodySize => EvidenceCommitment.MaxLength + FormAround;
}
