using System.Security.Cryptography;
using System.Text;

namespace Ganchao.Contracts.Identity;

/// <summary>
/// Ids that follow from a text (UUID version 8 over SHA-256, RFC 9562): the same text makes the same id tomorrow and on another
/// machine.
/// </summary>
public static class NamedId
{
    public static Guid Of(string text)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
