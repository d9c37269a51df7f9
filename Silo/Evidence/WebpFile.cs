using System.Buffers.Binary;
using System.Text;

namespace Ganchao.Silo.Evidence;

/// <summary>A WebP picture: keeps the chunks that draw it; EXIF, XMP and unknown chunks are left out.</summary>
internal static class WebpFile
{
    private const int HeaderLength = 12;
    private const int FrameLength = 8;
    private const byte Metadata = 0x04 | 0x08 | 0x20;    // XMP, EXIF, colour profile

    private static readonly string[] Kept = ["VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF"];

    public static Inspection Inspect(byte[] file)
    {
        var end = (long)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4)) + FrameLength;
        if (end > file.Length || end < HeaderLength + FrameLength)
        {
            return Inspection.Refused(EvidenceFault.Broken);
        }

        using var kept = new MemoryStream(file.Length);
        kept.Write(file, 0, HeaderLength);
        var (at, hasPicture) = ((long)HeaderLength, false);
        while (at + FrameLength <= end)
        {
            long length = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan((int)at + 4));
            var padded = length + (length & 1);
            if (padded > end - at - FrameLength)
            {
                return Inspection.Refused(EvidenceFault.Broken);
            }

            var chunk = file.AsSpan((int)at, FrameLength + (int)padded).ToArray();
            var type = Encoding.ASCII.GetString(chunk, 0, 4);
            if (SizeOf(type, chunk.AsSpan(FrameLength)) is { } size)
            {
                if (!EvidenceInspector.IsSizeTaken(size.Width, size.Height))
                {
                    return Inspection.Refused(EvidenceFault.TooManyPixels);
                }

                hasPicture = true;
            }

            if (type == "VP8X" && length > 0)
            {
                chunk[FrameLength] &= unchecked((byte)~Metadata);
            }

            at += chunk.Length;
            if (Kept.Contains(type))
            {
                kept.Write(chunk);
            }
        }

        return !hasPicture || at != end ? Inspection.Refused(EvidenceFault.Broken)
            : EvidenceInspector.HoldsForeign(file.AsSpan((int)end)) ? Inspection.Refused(EvidenceFault.Hostile)
            : Ended(kept.ToArray());
    }

    private static Inspection Ended(byte[] kept)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(kept.AsSpan(4), (uint)(kept.Length - FrameLength));
        return Inspection.Taken(kept, "image/webp");
    }

    // Null for a chunk that says no size; a size of nothing where it is too short to say one.
    private static (long Width, long Height)? SizeOf(string type, ReadOnlySpan<byte> data) => type switch
    {
        "VP8X" => data.Length < 10 ? (0, 0) : (1 + Three(data[4..]), 1 + Three(data[7..])),
        "VP8 " => data.Length < 10 ? (0, 0) : (Fourteen(data[6..]), Fourteen(data[8..])),
        "VP8L" => data.Length < 5 ? (0, 0)
            : (1 + (Four(data[1..]) & 0x3FFF), 1 + ((Four(data[1..]) >> 14) & 0x3FFF)),
        _ => null,
    };

    private static long Three(ReadOnlySpan<byte> data) => data[0] | (data[1] << 8) | (data[2] << 16);

    private static long Four(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt32LittleEndian(data);

    private static long Fourteen(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt16LittleEndian(data) & 0x3FFF;
}
