using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>Makes of files, row by row, what is to be sent.</summary>
internal sealed class FileMapper(ImportMapping mapping)
{
    private readonly List<BadLine> _bad = [];
    private readonly Dictionary<ImportTarget, List<ImportLine>> _lines = [];
    private readonly LineIds _ids = new(mapping.Source);
    private int _rows;

    /// <summary>
    /// Files of one call share their ids: the second of two equal lines is the second, whichever file it is
    /// in.
    /// </summary>
    /// <exception cref="MappingException">A file does not fit the mapping.</exception>
    public static ImportPlan Map(ImportMapping mapping, IEnumerable<CsvFile> files)
    {
        var mapper = new FileMapper(mapping);
        var entries = new EntryMapper(mapping, mapper._ids);
        var registers = new RegisterMapper(mapping, mapper._ids);
        foreach (var file in files)
        {
            var headings = new HeadingMap(file, mapping);
            foreach (var row in file.Rows)
            {
                mapper.Map(file, headings, row, entries, registers);
            }
        }

        return new ImportPlan(
            mapper._rows, [.. mapper._lines.Select(l => new ImportBatch(l.Key, l.Value))], [.. mapper._bad.Distinct()]);
    }

    private void Map(
        CsvFile file, HeadingMap headings, CsvRow row, EntryMapper entries, RegisterMapper registers)
    {
        var place = new LinePlace(file.Name, row.Line);
        var first = new MappedRow(mapping, headings, row, place, null, _bad);
        if (!mapping.Rows.All(c => c.Holds(first) is true))
        {
            return;
        }

        _rows++;
        if (row.Cells.Count < headings.Width || row.Cells.Skip(headings.Width).Any(c => c.Length > 0))
        {
            first.Note(null, "ragged", new Said(
                $"这一行有 {row.Cells.Count} 格,表头有 {headings.Width} 格;单元格里有逗号时要加引号。",
                $"This line has {row.Cells.Count} cells, the headings {headings.Width}; a cell with a comma needs quotes."));
            return;
        }

        var mapped = mapping.Unpivot is null
            ? [first]
            : headings.Labels.Select(wide => new MappedRow(mapping, headings, row, place, wide, _bad));
        foreach (var (target, line) in mapped.SelectMany(m => Lines(m, entries, registers)))
        {
            Add(target, line);
        }
    }

    private IEnumerable<(ImportTarget Target, ImportLine Line)> Lines(
        MappedRow row, EntryMapper entries, RegisterMapper registers) =>
        mapping.Registers.Select(r => registers.Map(row, r)).OfType<(ImportTarget, ImportLine)>()
            .Concat(mapping.Entries.SelectMany(e => entries.Map(row, e)));

    private void Add(ImportTarget target, ImportLine line)
    {
        if (!_lines.TryGetValue(target, out var lines))
        {
            _lines[target] = lines = [];
        }

        lines.Add(line);
    }
}
