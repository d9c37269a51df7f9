using Ganchao.Contracts.Entries;

namespace Ganchao.Silo.Evidence;

/// <summary>
/// Looks into an upload: what it is by its content, whether it is whole, what must not be in it. Of pictures only what draws them
/// is kept. Nothing is decoded, so that a small file cannot become a large picture in memory.
/// </summary>
internal static class EvidenceInspector
{
    private const int MaxSide = 16_384;
    private const long MaxPixels = 60_000_000;

    private static readonly byte[][] Foreign =
    [
        [.. "<html"u8], [.. "<script"u8], [.. "<svg"u8], [.. "<!doctype"u8], [.. "<?php"u8], [.. "<iframe"u8], [.. "%pdf-"u8],
        [.. "pk\u0003\u0004"u8],
    ];

    public static Inspection Inspect(byte[] upload) => upload switch
    {
        { Length: > EvidenceCommitment.MaxLength } => Inspection.Refused(EvidenceFault.TooLarge),
        [0xFF, 0xD8, 0xFF, ..] => JpegFile.Inspect(upload),
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => PngFile.Inspect(upload),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] =>
            WebpFile.Inspect(upload),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => PdfFile.Inspect(upload),
        _ => Inspection.Refused(EvidenceFault.WrongType),
    };

    /// <summary>Whether a picture has a size that a camera or a scanner makes.</summary>
    public static bool IsSizeTaken(long width, long height) =>
        width is > 0 and <= MaxSide && height is > 0 and <= MaxSide && width * height <= MaxPixels;

    /// <summary>Whether a web page, a program or another file begins somewhere in the bytes.</summary>
    public static bool HoldsForeign(ReadOnlySpan<byte> bytes)
    {
        var small = new byte[bytes.Length];
        for (var index = 0; index < bytes.Length; index++)
        {
            small[index] = bytes[index] is >= (byte)'A' and <= (byte)'Z' ? (byte)(bytes[index] | 0x20) : bytes[index];
        }

        foreach (var sign in Foreign)
        {
            if (small.AsSpan().IndexOf(sign) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
