using System.Security.Cryptography;
using System.Text;

namespace Ganchao.Scoring;

/// <summary>
/// Texts stand in columns of numbers as 95 bits of their SHA-256: equal texts are equal numbers, and two different ones would
/// have to be sought for longer than there is time. A text is only ever compared for being the same.
/// </summary>
internal static class TextNumber
{
    public static Result Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return Result.Of(new decimal(
            lo: BitConverter.ToInt32(hash),
            mid: BitConverter.ToInt32(hash[4..]),
            hi: BitConverter.ToInt32(hash[8..]) & int.MaxValue,
            isNegative: false,
            scale: 0));
    }
}
