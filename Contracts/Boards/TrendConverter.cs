using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Boards;

/// <summary>
/// A row's trend as one short text, exact and by itself: how many digits after the point its totals are written with, the
/// first total in units of the last of these digits, then by how many units each differs from the one before; <c>~</c> stands
/// for a day without a total. <c>"1 985 5 ~ -10"</c> is 98.5, 99.0, none, 98.0. A list of totals is read too, and written
/// where a total is too long for this.
/// </summary>
public sealed class TrendConverter : JsonConverter<IReadOnlyList<decimal?>>
{
    private const string None = "~";
    private const int MostDecimals = 6;
    private const decimal Greatest = 1_000_000_000_000m;

    public override IReadOnlyList<decimal?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return JsonSerializer.Deserialize<decimal?[]>(ref reader, options)!;
        }

        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : "";
        return Totals(text) ?? throw new JsonException(
            "A trend is written as its digits after the point, the first total, the differences: \"1 985 5 ~ -10\".");
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<decimal?> value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        var decimals = value.Select(total => DecimalTextConverter.DecimalsOf(total ?? 0)).DefaultIfEmpty(0).Max();
        if (decimals > MostDecimals || value.Any(total => Math.Abs(total ?? 0) > Greatest))
        {
            JsonSerializer.Serialize(writer, value.ToArray(), options);
            return;
        }

        var before = 0m;
        var words = new List<string> { decimals.ToString(CultureInfo.InvariantCulture) };
        foreach (var total in value)
        {
            words.Add(total is { } known ? DecimalTextConverter.Normal((known - before) * UnitsInOne(decimals)) : None);
            before = total ?? before;
        }

        writer.WriteStringValue(string.Join(' ', words));
    }

    // Null where the text is no trend.
    private static List<decimal?>? Totals(string text)
    {
        if (text.Split(' ') is not [var first, .. var differences] ||
            !int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) || decimals > MostDecimals)
        {
            return null;
        }

        var last = 0m;
        var totals = new List<decimal?>();
        foreach (var word in differences)
        {
            if (word == None)
            {
                totals.Add(null);
            }
            else if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var units))
            {
                totals.Add(last += units / UnitsInOne(decimals));
            }
            else
            {
                return null;
            }
        }

        return totals;
    }

    private static decimal UnitsInOne(int decimals) => decimals == 0 ? 1 : 10 * UnitsInOne(decimals - 1);
}
