namespace Ganchao.Silo.Import.Mappings;

/// <summary>Checks that a mapping uses only names that it gives.</summary>
internal static class MappedNames
{
    /// <exception cref="MappingException">A name is used that is neither column nor constant.</exception>
    public static void Check(string file, ImportMapping mapping)
    {
        var known = Known(mapping);
        foreach (var name in Used(mapping).Where(n => !known.Contains(n)))
        {
            var names = string.Join(", ", known.Order(StringComparer.Ordinal));
            throw new MappingException(file, null, new Said(
                $"用到了 '{name}',但 columns 和 constants 里没有它;有:{names}。",
                $"'{name}' is used but is neither a column nor a constant; there are {names}."));
        }

        var made = mapping.Columns.Values.Where(c => c.Of is not null).ToDictionary(c => c.Name);
        foreach (
            var name in made.Values.SelectMany(c => c.Of!.Columns).Concat(mapping.Clock?.At.Columns ?? []).Where(
            made.ContainsKey))
        {
            throw new MappingException(file, made[name].Line, new Said(
                $"'{name}' 是由别的列组成的,of 和 clock 里只能用表头列。",
                $"'{name}' is made from other columns; 'of' and 'clock' take columns with a heading only."));
        }

        if (mapping.Zone is null && mapping.Entries.Any(e => e.Figures.Any(f => f.ObservedAt is not null)))
        {
            throw new MappingException(file, null, new Said(
                "用到了 observed_at,须写 zone,例如 zone: Asia/Shanghai。",
                "With observed_at write the plant's zone, such as zone: Asia/Shanghai."));
        }
    }

    private static HashSet<string> Known(ImportMapping mapping) =>
    [
        .. mapping.Columns.Keys,
        .. mapping.Constants.Keys,
        MappingReader.LineNumber,
        .. mapping.Unpivot is { } unpivot ? new[] { unpivot.As, unpivot.Value } : [],
        .. mapping.Clock is null
            ? Array.Empty<string>()
            : [MappingReader.ClockShift, MappingReader.ClockDate, MappingReader.ClockMoment],
    ];

    private static IEnumerable<string> Used(ImportMapping mapping) =>
    [
        .. mapping.LineKey,
        .. mapping.Columns.Values.SelectMany(c => c.Of?.Columns ?? []),
        .. mapping.Clock?.At.Columns ?? [],
        .. Columns(mapping.Rows),
        .. mapping.Entries.SelectMany(Used),
        .. mapping.Registers.SelectMany(r => Columns(r.When).Concat(Columns(r.Fields.Values))),
    ];

    private static IEnumerable<string> Used(EntryMapping entries) =>
    [
        .. Columns(entries.When),
        .. Columns([entries.Owner, entries.Date, entries.Shift]),
        .. entries.Figures.SelectMany(f => Columns(f.When).Concat(Columns([.. f.Fields.Values, f.Value, f.ObservedAt]))),
    ];

    private static IEnumerable<string> Columns(IEnumerable<RowCondition> conditions) => conditions.Select(c => c.Column);

    private static IEnumerable<string> Columns(IEnumerable<CellTemplate?> templates) =>
        templates.SelectMany(t => t?.Columns ?? []);
}
