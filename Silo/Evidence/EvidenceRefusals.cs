using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Refusals;

namespace Ganchao.Silo.Evidence;

/// <summary>Why an upload is refused, and what to do.</summary>
internal static class EvidenceRefusals
{
    public static Refusal Of(EvidenceFault fault) => fault switch
    {
        EvidenceFault.TooLarge => new("evidence-large", "file",
            $"The file is larger than {EvidenceCommitment.MaxLength / 1_000_000} MB. Take a smaller photo, or scan with fewer points."),
        EvidenceFault.WrongType => new("evidence-type", "file",
            "By its content the file is no JPEG, PNG, WebP or PDF, whatever its name says. Take a photo or save it as PDF."),
        EvidenceFault.NotSet or EvidenceFault.Broken => new("evidence-broken", "file",
            "The file is cut off or broken. Take the photo again, or send the file again."),
        EvidenceFault.TooManyPixels => new("evidence-pixels", "file",
            "The picture has no size, or more pixels than is taken (16,384 a side, 60 million in all). Make it smaller."),
        EvidenceFault.Hostile => new("evidence-hostile", "file",
            "Something else is hidden in the file: a program, a web page or another file. Take a photo of it instead."),
    };

    public static Refusal Removed() => new("evidence-removed", "file",
        "This photo or file was removed and does not come back. Take another one, or ask the administrator.");
}
