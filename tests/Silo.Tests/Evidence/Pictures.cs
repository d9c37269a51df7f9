using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Ganchao.Silo.Tests.Evidence;

/// <summary>The smallest pictures that there are, with what a test wants in them.</summary>
internal static class Pictures
{
    public const string Position = "GPS 39.9 116.4";

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>A JPEG whose EXIF data name a position, with a comment and XMP.</summary>
    public static byte[] Jpeg(ushort width = 8, ushort height = 8, ushort orientation = 1, byte[]? after = null) =>
    [
        0xFF, 0xD8,
        .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. Segment(0xE1, Exif(orientation)),
        .. Segment(0xE1, Encoding.ASCII.GetBytes($"http://ns.adobe.com/xap/1.0/\0<x>{Position}</x>")),
        .. Segment(0xED, Encoding.ASCII.GetBytes($"Photoshop 3.0\0{Position}")),
        .. Segment(0xFE, Encoding.ASCII.GetBytes($"<script>{Position}</script>")),
        .. Segment(0xDB, new byte[65]),
        .. Segment(
            0xC0, [8, (byte)(height >> 8), (byte)(height & 0xFF), (byte)(width >> 8), (byte)(width & 0xFF), 1, 1, 0x11, 0]),
        .. Segment(0xC4, new byte[20]),
        .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
        0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56,
        0xFF, 0xD9,
        .. after ?? [],
    ];

    public static byte[] Png(uint width = 8, uint height = 8, byte[]? after = null) =>
    [
        .. Signature,
        .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 2, 0, 0, 0]),
        .. Chunk("tEXt", Encoding.ASCII.GetBytes($"Comment\0{Position}")),
        .. Chunk("iTXt", Encoding.ASCII.GetBytes($"XML:com.adobe.xmp\0\0\0\0\0{Position}")),
        .. Chunk("eXIf", Exif(1)),
        .. Chunk("IDAT", [1, 2, 3, 4]),
        .. Chunk("IEND", []),
        .. after ?? [],
    ];

    public static byte[] Webp(uint width = 8, uint height = 8, byte[]? after = null)
    {
        byte[] chunks =
        [
            .. Riff("VP8X", [0x2C, 0, 0, 0, .. Little(width - 1)[..3], .. Little(height - 1)[..3]]),
            .. Riff("VP8L", [0x2F, .. Little(((height - 1) << 14) | (width - 1)), 9]),
            .. Riff("EXIF", Exif(1)),
            .. Riff("XMP ", Encoding.ASCII.GetBytes(Position)),
        ];
        return [.. "RIFF"u8, .. Little((uint)chunks.Length + 4), .. "WEBP"u8, .. chunks, .. after ?? []];
    }

    public static byte[] Pdf(string inside = "") =>
        Encoding.ASCII.GetBytes($"%PDF-1.4\n1 0 obj\n<< /Type /Catalog {inside} >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n");

    private static byte[] Exif(ushort orientation) =>
    [
        .. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0,
        .. Encoding.ASCII.GetBytes(Position),
    ];

    private static byte[] Segment(byte marker, byte[] data) =>
        [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)((data.Length + 2) & 0xFF), .. data];

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Big((uint)data.Length), .. named, .. Big(Crc32.HashToUInt32(named))];
    }

    private static byte[] Riff(string type, byte[] data) =>
        [.. Encoding.ASCII.GetBytes(type), .. Little((uint)data.Length), .. data, .. new byte[data.Length & 1]];

    private static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        return bytes;
    }
}
