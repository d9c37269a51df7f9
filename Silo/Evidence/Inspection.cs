namespace Ganchao.Silo.Evidence;

/// <summary>Why a photo or file is not taken.</summary>
internal enum EvidenceFault
{
    NotSet,

    /// <summary>Larger than is taken, in bytes.</summary>
    TooLarge,

    /// <summary>Neither JPEG, PNG, WebP nor PDF by its content, whatever its name says.</summary>
    WrongType,

    /// <summary>Cut off or not well formed.</summary>
    Broken,

    /// <summary>More pixels than a camera makes.</summary>
    TooManyPixels,

    /// <summary>Something else hides in it: a program, a web page, another file.</summary>
    Hostile,
}

/// <summary>What an upload turned out to be.</summary>
/// <param name="Fault">Not set where it is taken.</param>
/// <param name="Bytes">What is stored: without position, device and comments.</param>
/// <param name="MediaType">By its content.</param>
internal sealed record Inspection(EvidenceFault Fault, byte[] Bytes, string MediaType)
{
    public static Inspection Refused(EvidenceFault fault) => new(fault, [], "");

    public static Inspection Taken(byte[] bytes, string mediaType) => new(EvidenceFault.NotSet, bytes, mediaType);
}
