using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Ganchao.Cluster.Tests.Evidence;

/// <summary>A picture of a few bytes that says something in a text of its own.</summary>
internal static class SmallPictures
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    public static byte[] Png(string says, uint width = 8) =>
    [
        .. Signature,
        .. Chunk("IHDR", [.. Big(width), .. Big(8), 8, 2, 0, 0, 0]),
        .. Chunk("tEXt", Encoding.ASCII.GetBytes($"Comment\0{says}")),
        .. Chunk("IDAT", [1, 2, 3, 4]),
        .. Chunk("IEND", []),
    ];

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Big((uint)data.Length), .. named, .. Big(Crc32.HashToUInt32(named))];
    }

    private static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }
}
