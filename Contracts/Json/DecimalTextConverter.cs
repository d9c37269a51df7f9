using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ganchao.Contracts.Json;

/// <summary>
/// Decimals travel as JSON strings in one normal form (no exponent, no trailing zeros, no plus sign, never -0); numbers are
/// read too.
/// </summary>
public sealed class DecimalTextConverter : JsonConverter<decimal>
{
    private const NumberStyles Accepted = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    public static string Normal(decimal value) =>
        value == 0 ? "0" : (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var number))
        {
            return number;
        }

        if (reader.TokenType == JsonTokenType.String &&
            decimal.TryParse(reader.GetString(), Accepted, CultureInfo.InvariantCulture, out var text))
        {
            return text;
        }

        throw new JsonException("A number is written in plain digits, such as \"12.50\".");
    }

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Normal(value));
}
