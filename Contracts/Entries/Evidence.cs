namespace Ganchao.Contracts.Entries;

/// <summary>
/// What the ledger says about a photo or file; the bytes are held outside it and may be removed, which leaves this.
/// </summary>
/// <param name="Sha256">The SHA-256 of the bytes as they are stored, 64 small hexadecimal digits.</param>
/// <param name="Length">Bytes, 1 to <see cref="MaxLength"/>.</param>
/// <param name="MediaType">One of <see cref="MediaTypes"/>, by its content.</param>
public sealed record EvidenceCommitment(string Sha256, long Length, string MediaType)
{
    /// <summary>The greatest length of a photo or file, in bytes.</summary>
    public const int MaxLength = 5_000_000;

    /// <summary>How many photos and files one entry may have.</summary>
    public const int MaxPerEntry = 5;

    public static IReadOnlyList<string> MediaTypes { get; } = ["image/jpeg", "image/png", "image/webp", "application/pdf"];

    /// <summary>Whether its parts can be those of stored bytes.</summary>
    public bool IsWellFormed() => Sha256 is { Length: 64 } && Sha256.All(char.IsAsciiHexDigitLower)
        && Length is > 0 and <= MaxLength && MediaTypes.Contains(MediaType);
}

/// <summary>A photo or file that was attached to an entry.</summary>
/// <param name="Id">The attachment's own id.</param>
/// <param name="Entry">The entry, or the correction.</param>
/// <param name="File">What was attached.</param>
public sealed record SheetEvidence(Guid Id, Guid Entry, EvidenceCommitment File);
