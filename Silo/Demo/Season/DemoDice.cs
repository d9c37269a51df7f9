using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ganchao.Silo.Demo.Season;

/// <summary>
/// Chance that is the same in every run: a number in [0, 1) for each key, whatever was asked before. A restart thus neither
/// repeats nor loses anything.
/// </summary>
internal static class DemoDice
{
    private const string Seed = "赶超机械厂/1";
    private const int UnusedBits = 11;
    private const decimal Steps = 1L << (64 - UnusedBits);

    public static decimal Share(params ReadOnlySpan<object> key)
    {
        var text = new StringBuilder(Seed);
        foreach (var part in key)
        {
            text.Append(CultureInfo.InvariantCulture, $"/{part}");
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) >> UnusedBits) / Steps;
    }

    public static decimal Between(decimal low, decimal high, params ReadOnlySpan<object> key) =>
        low + ((high - low) * Share(key));

    /// <summary>One of 0 … count - 1.</summary>
    public static int Pick(int count, params ReadOnlySpan<object> key) => (int)(Share(key) * count);
}
