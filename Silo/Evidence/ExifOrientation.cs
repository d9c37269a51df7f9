using System.Buffers.Binary;

namespace Ganchao.Silo.Evidence;

/// <summary>The one thing of a photo's EXIF data that is kept: which side is up.</summary>
internal static class ExifOrientation
{
    public const ushort Upright = 1;

    private const ushort Tag = 0x0112;
    private const int EntryLength = 12;

    /// <summary>1 to 8; 1 where the segment says nothing, or nothing that can be read.</summary>
    /// <param name="exif">An APP1 segment after its length.</param>
    public static ushort Read(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 14 || !exif.StartsWith("Exif\0\0"u8))
        {
            return Upright;
        }

        var tiff = exif[6..];
        var isBig = tiff[0] == 'M';
        var directory = Number(tiff[4..], isBig);
        if (directory > tiff.Length - 2)
        {
            return Upright;
        }

        var entries = tiff[((int)directory + 2)..];
        for (var left = Short(tiff[(int)directory..], isBig); left > 0 && entries.Length >= EntryLength; left--)
        {
            if (Short(entries, isBig) == Tag)
            {
                return Short(entries[8..], isBig) is >= 1 and <= 8 and var found ? found : Upright;
            }

            entries = entries[EntryLength..];
        }

        return Upright;
    }

    /// <summary>Writes a segment that says this and nothing else; nothing for a photo that is upright.</summary>
    public static void Write(Stream to, ushort orientation)
    {
        if (orientation != Upright)
        {
            to.Write(
            [
                0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1,
                Tag >> 8, Tag & 0xFF, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0,
            ]);
        }
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool isBig) => isBig
        ? BinaryPrimitives.ReadUInt16BigEndian(bytes)
        : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Number(ReadOnlySpan<byte> bytes, bool isBig) => isBig
        ? BinaryPrimitives.ReadUInt32BigEndian(bytes)
        : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
