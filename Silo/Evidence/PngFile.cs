using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Ganchao.Silo.Evidence;

/// <summary>A PNG: keeps the chunks that draw it; texts, times, EXIF data and unknown chunks are left out.</summary>
internal static class PngFile
{
    private const int SignatureLength = 8;
    private const int FrameLength = 12;

    private static readonly string[] Kept =
        ["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"];

    public static Inspection Inspect(byte[] file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(file, 0, SignatureLength);
        var (at, isFirst, hasData) = (SignatureLength, true, false);
        while (at + FrameLength <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - FrameLength)
            {
                return Inspection.Refused(EvidenceFault.Broken);
            }

            var chunk = file.AsSpan(at, (int)length + FrameLength);
            var type = Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (isFirst != (type == "IHDR") || Crc32.HashToUInt32(chunk[4..^4]) != BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]))
            {
                return Inspection.Refused(EvidenceFault.Broken);
            }

            if (isFirst && (length != 13 || !EvidenceInspector.IsSizeTaken(
                BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]))))
            {
                return Inspection.Refused(length == 13 ? EvidenceFault.TooManyPixels : EvidenceFault.Broken);
            }

            (isFirst, hasData, at) = (false, hasData || type == "IDAT", at + chunk.Length);
            if (Kept.Contains(type))
            {
                kept.Write(chunk);
            }

            if (type == "IEND")
            {
                return !hasData ? Inspection.Refused(EvidenceFault.Broken)
                    : EvidenceInspector.HoldsForeign(file.AsSpan(at)) ? Inspection.Refused(EvidenceFault.Hostile)
                    : Inspection.Taken(kept.ToArray(), "image/png");
            }
        }

        return Inspection.Refused(EvidenceFault.Broken);
    }
}
