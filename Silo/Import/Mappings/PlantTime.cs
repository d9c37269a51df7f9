using System.Globalization;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>Makes an instant of what the plant's clock showed.</summary>
internal static class PlantTime
{
    /// <summary>Null: it cannot be read, which is noted.</summary>
    public static string? Instant(MappedRow row, CellTemplate template, TimeZoneInfo zone)
    {
        if (template.Fill(row) is not { } text)
        {
            return null;
        }

        var refused = DateText.Read(text, [], out var local);
        if (refused is null && zone.IsInvalidTime(local))
        {
            refused = new Said($"{text} 在该时区不存在(夏令时)。", $"{text} does not exist in the plant's zone.");
        }

        if (refused is null)
        {
            var instant = new DateTimeOffset(local, zone.GetUtcOffset(local));
            return instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        }

        row.Note(template.Columns.FirstOrDefault(), "not-a-time", refused);
        return null;
    }
}
