using System.Globalization;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>Reads a mapping file, strictly: each key is known, each column that is used is named.</summary>
internal static class MappingReader
{
    /// <summary>The columns that are there without being named.</summary>
    public const string LineNumber = "line_number";
    public const string ClockShift = "clock.shift";
    public const string ClockDate = "clock.date";
    public const string ClockMoment = "clock.moment";

    /// <param name="file">The file's name, for refusals.</param>
    /// <param name="text">Its text.</param>
    /// <param name="set">Constants from the command line; they stand in front of the file's own.</param>
    /// <exception cref="MappingException">It is no mapping.</exception>
    public static ImportMapping Read(string file, string text, IReadOnlyDictionary<string, string> set)
    {
        var root = YamlSection.Load(file, text);
        var constants = ColumnReader.ReadPairs(root.Section("constants")).Concat(set)
            .GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Last().Value);
        var form = root.Section("file");
        var mapping = new ImportMapping
        {
            Source = root.Needed("source"),
            Plant = ReadPlant(root),
            Form = ReadForm(form),
            DecimalComma = form?.Word("decimal", false, (".", false), (",", true)) ?? false,
            Zone = ReadZone(root),
            Constants = constants,
            Columns = ColumnReader.ReadColumns(root.Section("columns")),
            Rows = ReadConditions(root, "rows"),
            LineKey = root.Texts("line"),
            Unpivot = ColumnReader.ReadUnpivot(root.Section("unpivot")),
            Clock = ClockReader.Read(root.Section("clock")),
            Entries = [.. root.Sections("entries").Select(EntryReader.ReadEntries)],
            Registers = [.. RegisterShape.All.SelectMany(
                shape => root.Sections(shape.Section).Select(s => EntryReader.ReadRegister(shape, s)))],
        };
        form?.Finish();
        root.Finish();
        MappedNames.Check(file, mapping);
        return mapping;
    }

    public static IReadOnlyList<RowCondition> ReadConditions(YamlSection section, string key) =>
        [.. section.Sections(key).Select(ReadCondition)];

    public static CellTemplate? Template(YamlSection section, string key) =>
        section.Text(key) is { } text ? new CellTemplate(text) : null;

    private static PlantId ReadPlant(YamlSection root) =>
        PlantId.TryParse(root.Needed("plant"), CultureInfo.InvariantCulture, out var plant)
            ? plant
            : throw root.Refuse(root.LineOf("plant"), "plant 不是合法的厂编号。", "'plant' is no plant id.");

    private static TimeZoneInfo? ReadZone(YamlSection root)
    {
        if (root.Text("zone") is not { } name)
        {
            return null;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : throw root.Refuse(
            root.LineOf("zone"), $"不认识时区 {name}。", $"Zone '{name}' is not known; write Asia/Shanghai.");
    }

    private static CsvForm ReadForm(YamlSection? section)
    {
        if (section is null)
        {
            return new CsvForm();
        }

        var line = section.Text("heading_line") ?? "1";
        return new CsvForm(
            section.Text("encoding"),
            section.Word<char?>("delimiter", null, (",", ','), (";", ';'), ("tab", '\t'), ("|", '|')),
            int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw section.Refuse(
                    section.LineOf("heading_line"), "heading_line 应为行号。", "'heading_line' must be a line number."));
    }

    private static RowCondition ReadCondition(YamlSection section)
    {
        var condition = new RowCondition(
            section.Needed("column"),
            section.Texts("is"),
            section.Texts("not"),
            section.Has("filled") ? section.Flag("filled") : null);
        section.Finish();
        return condition;
    }
}
