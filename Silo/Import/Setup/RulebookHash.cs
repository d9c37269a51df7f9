using System.Security.Cryptography;
using System.Text;

namespace Ganchao.Silo.Import.Setup;

/// <summary>By what a rulebook is known: the SHA-256 of its text's UTF-8 bytes, in lower-case hexadecimal.</summary>
internal static class RulebookHash
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
