using System.Security.Cryptography;
using System.Text;

namespace Ganchao.Silo.Identity;

/// <summary>
/// The code that the console shows while nobody has an account: whoever reads it owns the machine. Five wrong tries and it is
/// another one.
/// </summary>
internal sealed class SetUpCode(Action<string> show)
{
    private const int Length = 10;
    private const int Tries = 5;

    // Without what is mistaken for another.
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private readonly Lock _lock = new();
    private string? _code;
    private int _wrong;

    /// <summary>Shows the code, and makes it where there is none yet.</summary>
    public void Show()
    {
        lock (_lock)
        {
            show(_code ??= RandomNumberGenerator.GetString(Letters, Length));
        }
    }

    public bool Matches(string typed)
    {
        lock (_lock)
        {
            if (_code is not null && CryptographicOperations.FixedTimeEquals(Bytes(typed), Bytes(_code)))
            {
                return true;
            }

            if (++_wrong % Tries == 0)
            {
                show(_code = RandomNumberGenerator.GetString(Letters, Length));
            }

            return false;
        }
    }

    private static byte[] Bytes(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant()));
}
