using System.Globalization;
using Ganchao.Silo.Import.Files;
using YamlDotNet.RepresentationModel;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>Reads which columns a file has and what their cells mean.</summary>
internal static class ColumnReader
{
    public static Dictionary<string, ColumnMapping> ReadColumns(YamlSection? section) =>
        section?.Keys.ToDictionary(name => name, name => ReadColumn(section, name)) ?? [];

    /// <summary>A heading, a list of headings, or the whole with what its cells mean.</summary>
    private static ColumnMapping ReadColumn(YamlSection columns, string name)
    {
        var line = columns.LineOf(name);
        if (columns.Find(name) is not YamlMappingNode)
        {
            return new ColumnMapping(
                name, null, columns.Texts(name), Optional: false, Formats: null, PercentRule.NotSet,
                new Dictionary<string, string>(), OnlyListed: false, line);
        }

        var section = columns.Section(name)!;
        var headings = section.Texts("heading");
        var column = new ColumnMapping(
            name,
            MappingReader.Template(section, "of"),
            headings.Count > 0 ? headings : [name],
            section.Flag("optional"),
            section.Has("date") ? [.. section.Texts("date").Where(f => f != "iso")] : null,
            section.Word("percent", PercentRule.NotSet, ("keep", PercentRule.Keep), ("divide", PercentRule.Divide)),
            ReadPairs(section.Section("values")).ToDictionary(p => CellText.Comparable(p.Key), p => p.Value),
            section.Word("others", false, ("keep", false), ("refuse", true)),
            line);
        section.Finish();
        return column;
    }

    public static List<KeyValuePair<string, string>> ReadPairs(YamlSection? section) =>
        [.. section?.Keys.Select(k => KeyValuePair.Create(k, section.Needed(k))) ?? []];

    public static Unpivot? ReadUnpivot(YamlSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var labels = section.Texts("columns").SelectMany(Labels).ToList();
        var unpivot = new Unpivot(
            labels,
            section.Needed("as"),
            section.Text("value") ?? "figure",
            MappingReader.Template(section, "heading"),
            section.Line);
        section.Finish();
        return unpivot;
    }

    /// <summary><c>1..31</c> is thirty-one labels.</summary>
    private static IEnumerable<string> Labels(string text)
    {
        var ends = text.Split("..");
        return ends.Length == 2 &&
            int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) &&
            int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) &&
            last - first is >= 0 and < 1000
                ? Enumerable.Range(first, last - first + 1).Select(n => n.ToString(CultureInfo.InvariantCulture))
                : [text];
    }
}
