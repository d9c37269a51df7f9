using Ganchao.Contracts.Entries;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>Reads what a row becomes: entries and register lines.</summary>
internal static class EntryReader
{
    /// <summary>Fields of an entry by their key in the mapping and their name in the API.</summary>
    private static readonly (string Key, string Property)[] Fields =
    [
        ("measure", "measure"), ("subject", "subject"), ("product", "product"), ("work_order", "workOrder"),
        ("detail", "detail"), ("record", "record"), ("unit", "unit"), ("for", "for"), ("note", "note"),
    ];

    private static readonly (string, EmptyFigure)[] EmptyWords =
        [("refuse", EmptyFigure.NotSet), ("skip", EmptyFigure.Skip), ("zero", EmptyFigure.Zero)];

    private static readonly (string, EntryWay)[] WayWords =
    [
        ("imported", EntryWay.Imported), ("ordinary", EntryWay.Ordinary), ("late", EntryWay.Late),
        ("from-paper", EntryWay.FromPaper), ("on-behalf", EntryWay.OnBehalf), ("opening", EntryWay.Opening),
    ];

    public static EntryMapping ReadEntries(YamlSection section)
    {
        _ = section.Needed("sheet");
        var kind = section.Word(
            "sheet", SheetKind.NotSet, ("shift", SheetKind.Shift), ("day", SheetKind.Day), ("week", SheetKind.Week),
            ("month", SheetKind.Month), ("event", SheetKind.Event));
        var owner = kind switch
        {
            SheetKind.Shift => "team",
            SheetKind.Event => "event",
            SheetKind.Day or SheetKind.Week or SheetKind.Month or SheetKind.NotSet => "department",
        };
        var entries = new EntryMapping
        {
            Sheet = kind,
            Owner = new CellTemplate(section.Needed(owner)),
            Date = new CellTemplate(section.Needed("date")),
            Shift = kind == SheetKind.Shift ? new CellTemplate(section.Needed("shift")) : null,
            When = MappingReader.ReadConditions(section, "when"),
            Figures = ReadFigures(section),
        };
        section.Finish();
        return entries;
    }

    public static RegisterMapping ReadRegister(RegisterShape shape, YamlSection section)
    {
        var fields = shape.Fields.Select(f => (f.Key, Template: MappingReader.Template(section, f.Key)))
            .Where(f => f.Template is not null)
            .ToDictionary(f => f.Key, f => f.Template!);
        var register = new RegisterMapping(
            shape, fields, section.Word("empty", EmptyFigure.NotSet, EmptyWords), MappingReader.ReadConditions(section, "when"));
        section.Finish();
        return register;
    }

    /// <summary>What all figures of a sheet share is said once, beside the sheet.</summary>
    private static List<FigureMapping> ReadFigures(YamlSection group)
    {
        var shared = ReadFields(group);
        var observed = MappingReader.Template(group, "observed_at");
        var empty = group.Word("empty", EmptyFigure.NotSet, EmptyWords);
        var way = group.Word("way", EntryWay.Imported, WayWords);
        var figures = new List<FigureMapping>();
        foreach (var section in group.Sections("figures"))
        {
            var fields = ReadFields(section);
            foreach (var (key, value) in shared)
            {
                fields.TryAdd(key, value);
            }

            if (!fields.ContainsKey("measure"))
            {
                throw section.Refuse(section.Line, "缺少 measure。", "'measure' is missing.");
            }

            figures.Add(new FigureMapping(
                new CellTemplate(section.Needed("value")),
                fields,
                MappingReader.Template(section, "observed_at") ?? observed,
                section.Word("empty", empty, EmptyWords),
                section.Word("way", way, WayWords),
                MappingReader.ReadConditions(section, "when")));
            section.Finish();
        }

        return figures.Count > 0
            ? figures
            : throw group.Refuse(group.Line, "缺少 figures。", "'figures' is missing.");
    }

    private static Dictionary<string, CellTemplate> ReadFields(YamlSection section) =>
        Fields.Select(f => (f.Property, Template: MappingReader.Template(section, f.Key)))
            .Where(f => f.Template is not null)
            .ToDictionary(f => f.Property, f => f.Template!);
}
