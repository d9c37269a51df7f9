using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Entries;

/// <summary>One team's turn on one production date, written <c>plant/team/2026-03-02/night</c>.</summary>
[JsonConverter(typeof(ShiftIdJsonConverter))]
public readonly record struct ShiftId(PlantId Plant, UnitId Team, DateOnly Date, ShiftKind Kind)
{
    /// <exception cref="FormatException">The text is not plant/team/date/kind.</exception>
    public static ShiftId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/');
        return parts.Length == 4 &&
            DateOnly.TryParseExact(
                parts[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new ShiftId(new PlantId(parts[0]), new UnitId(parts[1]), date, new ShiftKind(parts[3]))
            : throw new FormatException($"'{text}' is no shift: write plant/team/yyyy-MM-dd/kind.");
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Plant}/{Team}/{Date:yyyy-MM-dd}/{Kind}");
}

/// <summary>Writes a shift as its text.</summary>
public sealed class ShiftIdJsonConverter : JsonConverter<ShiftId>
{
    public override ShiftId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return ShiftId.Parse(reader.GetString() ?? "");
        }
        catch (FormatException refused)
        {
            throw new JsonException(refused.Message, refused);
        }
    }

    public override void Write(Utf8JsonWriter writer, ShiftId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
