using Ganchao.Contracts.Entries;

namespace Ganchao.Dashboard.Evidence;

/// <summary>How a stored photo or file is shown.</summary>
public static class EvidenceFiles
{
    /// <summary>Whether a browser draws it by itself.</summary>
    public static bool IsPicture(this EvidenceCommitment file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.MediaType.StartsWith("image/", StringComparison.Ordinal);
    }

    public static string Extension(this EvidenceCommitment file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.MediaType switch
        {
            "image/jpeg" => "jpg",
            "image/png" => "png",
            "image/webp" => "webp",
            _ => "pdf",
        };
    }

    /// <summary>Where the bytes are; open to whoever may read the sheet.</summary>
    public static string AddressOf(ShiftId shift, EvidenceCommitment file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return $"/evidence/{shift}/{file.Sha256}";
    }
}
