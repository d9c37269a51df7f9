using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ganchao.Contracts.Json;

/// <summary>
/// Decimals travel as JSON strings in one normal form (no exponent, no trailing zeros, no plus sign, never -0); numbers are
/// read too.
/// </summary>
public sealed class DecimalTextConverter : JsonConverter<decimal>
{
    private const decimal One = 1.0000000000000000000000000000m;
    private const int MaxLength = 64;
    private const NumberStyles Accepted = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static string Normal(decimal value) =>
        value == 0 ? "0" : (value / One).ToString(CultureInfo.InvariantCulture);

    /// <summary>The digits after the point in the normal form: 40.50 has one.</summary>
    public static int DecimalsOf(decimal value) => (value / One).Scale;

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number =>
                Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan),
            _ => null,
        };

        return text is { Length: <= MaxLength } &&
            decimal.TryParse(text, Accepted, CultureInfo.InvariantCulture, out var number) &&
            IsWhole(text, number)
                ? number
                : throw new JsonException("A number is written in at most 28 plain digits, such as \"12.50\".");
    }

    // Parsing rounds away without a word what a decimal does not hold; such a number is not what was written.
    private static bool IsWhole(string text, decimal number)
    {
        var written = text.TrimStart('-', '+').TrimStart('0');
        written = written.Contains('.', StringComparison.Ordinal) ? written.TrimEnd('0').TrimEnd('.') : written;
        return written == Normal(Math.Abs(number)).TrimStart('0');
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Normal(value));
}
