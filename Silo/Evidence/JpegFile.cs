using System.Buffers.Binary;

namespace Ganchao.Silo.Evidence;

/// <summary>A JPEG: walks its segments and leaves out those that say where, when and by what it was taken.</summary>
internal static class JpegFile
{
    private const byte Start = 0xD8;
    private const byte End = 0xD9;
    private const byte Scan = 0xDA;
    private const byte Jfif = 0xE0;
    private const byte Exif = 0xE1;
    private const byte Adobe = 0xEE;    // says how colours are meant
    private const byte LastApp = 0xEF;
    private const byte Comment = 0xFE;

    public static Inspection Inspect(byte[] file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(file, 0, 2);
        var (at, hasSize, hasScan) = (2, false, false);
        var orientation = ExifOrientation.Upright;
        while (at + 4 <= file.Length && file[at] == 0xFF)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;    // fill byte
                continue;
            }

            if (marker == End)
            {
                break;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            if (marker is Start or 0x00 or 0x01 or (>= 0xD0 and <= 0xD7) || length < 2 || at + 2 + length > file.Length)
            {
                return Inspection.Refused(EvidenceFault.Broken);
            }

            var segment = file.AsSpan(at, 2 + length);
            if (IsFrame(marker))
            {
                if (hasSize || length < 8)
                {
                    return Inspection.Refused(EvidenceFault.Broken);
                }

                if (!EvidenceInspector.IsSizeTaken(
                    BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..])))
                {
                    return Inspection.Refused(EvidenceFault.TooManyPixels);
                }

                hasSize = true;
                ExifOrientation.Write(kept, orientation);    // before the frame, as all that is known of it comes first
            }
            else if (marker == Exif)
            {
                orientation = Math.Max(orientation, ExifOrientation.Read(segment[4..]));
            }

            at += segment.Length;
            if (IsKept(marker))
            {
                kept.Write(segment);
            }

            if (marker == Scan)
            {
                var after = EndOfScan(file, at);
                kept.Write(file.AsSpan(at, after - at));
                (at, hasScan) = (after, true);
            }
        }

        return !hasSize || !hasScan || at + 2 > file.Length || file[at] != 0xFF || file[at + 1] != End
            ? Inspection.Refused(EvidenceFault.Broken)
            : EvidenceInspector.HoldsForeign(file.AsSpan(at + 2))
                ? Inspection.Refused(EvidenceFault.Hostile)
                : Ended(kept);
    }

    private static Inspection Ended(MemoryStream kept)
    {
        kept.Write([0xFF, End]);
        return Inspection.Taken(kept.ToArray(), "image/jpeg");
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool IsKept(byte marker) => marker is Jfif or Adobe || marker is not ((>= Jfif and <= LastApp) or Comment);

    // In a scan 0xFF is followed by zero or by a restart; anything else is the next segment.
    private static int EndOfScan(byte[] file, int at)
    {
        while (at + 1 < file.Length && (file[at] != 0xFF || file[at + 1] is 0x00 or 0xFF or (>= 0xD0 and <= 0xD7)))
        {
            at++;
        }

        return at;
    }
}
