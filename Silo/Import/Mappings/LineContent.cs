using System.Text.Json;
using System.Text.Json.Nodes;
using Ganchao.Contracts.Json;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>Makes a message of the API from a row's texts, by the API's own reader: what it refuses, the server would.</summary>
internal static class LineContent
{
    /// <summary>Null: a text is no id, code or date, which is noted at its column.</summary>
    public static T? Read<T>(MappedRow row, JsonObject fields, IReadOnlyDictionary<string, CellTemplate> from)
        where T : class
    {
        try
        {
            return fields.Deserialize<T>(GanchaoJson.Options);
        }
        catch (JsonException refused)
        {
            var property = (refused.Path ?? "$").TrimStart('$', '.');
            var column = from.TryGetValue(property, out var template) ? template.Columns.FirstOrDefault() : null;
            var where = property.Length > 0 ? property + ": " : "";
            row.Note(column, "not-valid", new Said($"{where}不合规:{refused.Message}", where + refused.Message));
            return null;
        }
    }

    /// <summary>The file's heading of each field that comes from a column.</summary>
    public static Dictionary<string, string> Headings(MappedRow row, IEnumerable<KeyValuePair<string, CellTemplate>> fields) =>
        fields.Where(f => f.Value.Columns.Any()).ToDictionary(f => f.Key, f => row.Heading(f.Value.Columns.First()));
}
