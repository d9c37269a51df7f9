using System.Security.Cryptography;
using System.Text;
using Ganchao.Contracts;

namespace Ganchao.Grains.Ledger;

/// <summary>
/// Free text outside the chain: kept with a random 128-bit key, committed to by HMAC-SHA256 under it.
/// </summary>
public static class Commitments
{
    private const int KeyBytes = 16;

    /// <summary>The content to store and the commitment to put in its place.</summary>
    public static (PrivateContent Content, Commitment Commitment) Keep(string text)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var content = new PrivateContent(Guid.CreateVersion7(), key, Encoding.UTF8.GetBytes(text));
        return (content, new Commitment(content.Id, Hmac(key, content.Content.Span)));
    }

    /// <summary>Whether the stored content is what was committed to.</summary>
    public static bool Holds(Commitment commitment, PrivateContent content)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        ArgumentNullException.ThrowIfNull(content);
        return commitment.Hmac == Hmac(content.Key.Span, content.Content.Span);
    }

    private static string Hmac(ReadOnlySpan<byte> key, ReadOnlySpan<byte> content) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, content));
}
