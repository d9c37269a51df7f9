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
        var constants = ReadPairs(root.Section("constants")).Concat(set)
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
            Columns = ReadColumns(root.Section("columns")),
            Rows = ReadConditions(root, "rows"),
            LineKey = root.Texts("line"),
            Unpivot = ReadUnpivot(root.Section("unpivot")),
            Clock = ReadClock(root.Section("clock")),
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
        var name = root.Text("zone");
        return name is null || TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? name is null ? null : TimeZoneInfo.FindSystemTimeZoneById(name)
            : throw root.Refuse(root.LineOf("zone"), $"不认识时区 {name}。", $"Zone '{name}' is not known; write Asia/Shanghai.");
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

    private static Dictionary<string, ColumnMapping> ReadColumns(YamlSection? section) =>
        section?.Keys.ToDictionary(name => name, name => ReadColumn(section, name)) ?? [];

    /// <summary>A heading, a list of headings, or the whole with what its cells mean.</summary>
    private static ColumnMapping ReadColumn(YamlSection columns, string name)
    {
        var line = columns.LineOf(name);
        if (columns.Find(name) is not YamlDotNet.RepresentationModel.YamlMappingNode)
        {
            return new ColumnMapping(
                name, null, columns.Texts(name), false, null, PercentRule.NotSet, new Dictionary<string, string>(), false, line);
        }

        var section = columns.Section(name)!;
        var headings = section.Texts("heading");
        var column = new ColumnMapping(
            name,
            Template(section, "of"),
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

    private static List<KeyValuePair<string, string>> ReadPairs(YamlSection? section) =>
        [.. section?.Keys.Select(k => KeyValuePair.Create(k, section.Needed(k))) ?? []];

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

    private static Unpivot? ReadUnpivot(YamlSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var labels = section.Texts("columns").SelectMany(Labels).ToList();
        var unpivot = new Unpivot(
            labels, section.Needed("as"), section.Text("value") ?? "figure", Template(section, "heading"), section.Line);
        section.Finish();
        return unpivot;
    }

    /// <summary><c>1..31</c> is thirty-one labels.</summary>
    private static IEnumerable<string> Labels(string text)
    {
        var ends = text.Split("..");
        return ends.Length == 2 &&
            int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) &&
            int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last - first is >= 0 and < 1000
                ? Enumerable.Range(first, last - first + 1).Select(n => n.ToString(CultureInfo.InvariantCulture))
                : [text];
    }

    private static ShiftClock? ReadClock(YamlSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var endOfInterval = section.Flag("end_of_interval");
        if (endOfInterval && !section.Has("midnight"))
        {
            throw section.Refuse(
                section.Line,
                "end_of_interval 为 true 时须写 midnight: same_date(0:00 写的是当天)或 next_date(写的是次日)。",
                "With end_of_interval write midnight: same_date (0:00 carries the date that it ends) or next_date.");
        }

        var clock = new ShiftClock(
            new CellTemplate(section.Needed("at")),
            section.Texts("date"),
            endOfInterval,
            section.Word("midnight", false, ("same_date", true), ("next_date", false)),
            [.. section.Sections("windows").Select(ReadWindow)]);
        section.Finish();
        return clock;
    }

    private static ShiftWindow ReadWindow(YamlSection section)
    {
        var window = new ShiftWindow(
            section.Needed("shift"),
            ReadTime(section, "from"),
            ReadTime(section, "to"),
            section.Word("date_of", false, ("start", false), ("end", true)));
        section.Finish();
        return window;
    }

    private static TimeSpan ReadTime(YamlSection section, string key)
    {
        var text = CellText.Narrow(section.Needed(key));
        return text is "24:00" ? TimeSpan.FromDays(1)
            : TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? time.ToTimeSpan()
                : throw section.Refuse(section.LineOf(key), $"{key}: '{text}' 应为 08:00。", $"'{key}: {text}' must be such as 08:00.");
    }
}
