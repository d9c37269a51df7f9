using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Ganchao.Silo.Identity.Passkeys;

/// <summary>What of a browser's answer is read here, believed by nobody until its signature is checked.</summary>
/// <param name="Credential">The passkey that it names.</param>
/// <param name="Challenge">In base64url.</param>
internal sealed record PasskeyAnswer(byte[] Credential, string Challenge)
{
    /// <summary>The longest answer that is looked at: signatures and keys of every kind take less than a quarter.</summary>
    private const int MostCharacters = 16_384;

    /// <summary>Null: it is no answer at all.</summary>
    public static PasskeyAnswer? Parse(string json)
    {
        if (json.Length is 0 or > MostCharacters)
        {
            return null;
        }

        try
        {
            var outer = JsonSerializer.Deserialize<Outer>(json, JsonSerializerOptions.Web);
            if (outer is not { Id: { } id, Response: { ClientDataJson: { } signed } response } || !IsAccount(response.UserHandle))
            {
                return null;
            }

            var inner = JsonSerializer.Deserialize<Inner>(Base64Url.DecodeFromChars(signed), JsonSerializerOptions.Web);
            return inner?.Challenge is { } challenge ? new PasskeyAnswer(Base64Url.DecodeFromChars(id), challenge) : null;
        }
        catch (Exception broken) when (broken is JsonException or FormatException)
        {
            return null;    // said to whoever sent it as any other wrong answer, and counted
        }
    }

    // A new passkey names nobody. Other text is no id of an account, and may be none that a database takes.
    private static bool IsAccount(string? handle) =>
        handle is null || Guid.TryParseExact(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(handle)), "D", out _);

    private sealed record Outer(string? Id, OuterResponse? Response);

    private sealed record OuterResponse(string? ClientDataJson, string? UserHandle);

    private sealed record Inner(string? Challenge);
}
