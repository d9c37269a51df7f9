using System.Text;
using Ganchao.Contracts.Refusals;

namespace Ganchao.Silo.Api;

/// <summary>The text of a rulebook as the body of a request: UTF-8, every byte of it, whatever its content type.</summary>
internal static class RulebookText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text, so that its UTF-8 bytes are those of the body again; or why it cannot be read.</summary>
    public static async Task<(string? Text, Refusal? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        if (body.Length == 0)
        {
            return (null, new Refusal("body-missing", "body", "The body is the text of a rulebook; it is empty."));
        }

        try
        {
            return (Strict.GetString(body.GetBuffer(), 0, (int)body.Length), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, new Refusal("not-utf-8", "body", "The text is not UTF-8. Save it as UTF-8 and send it again."));
        }
    }
}
