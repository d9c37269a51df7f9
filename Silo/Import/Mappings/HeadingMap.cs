using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>Which cells of one file a mapping's columns are.</summary>
internal sealed class HeadingMap
{
    private static readonly string[] LabelEndings = ["", "日", "号", "月", "DAY"];

    private readonly Dictionary<string, int> _cells = [];
    private readonly CsvFile _file;

    /// <exception cref="MappingException">The file lacks a heading, or has it twice.</exception>
    public HeadingMap(CsvFile file, ImportMapping mapping)
    {
        _file = file;
        foreach (var column in mapping.Columns.Values.Where(c => c.Of is null))
        {
            if (Find(column.Headings) is { } cell)
            {
                _cells[column.Name] = cell;
            }
            else if (!column.Optional)
            {
                throw Missing(string.Join(" / ", column.Headings));
            }
        }

        Labels = mapping.Unpivot is { } unpivot ? [.. unpivot.Labels.Select(l => Find(unpivot, l))] : [];
    }

    /// <summary>The columns of a wide table; empty for other tables.</summary>
    public IReadOnlyList<WideColumn> Labels { get; }

    public int Width => _file.Headings.Count;

    /// <summary>Null: an optional column that this file does not have.</summary>
    public int? Cell(string column) => _cells.TryGetValue(column, out var cell) ? cell : null;

    /// <summary>The column's heading in the file; its own name where it has none.</summary>
    public string Heading(string column) => Cell(column) is { } cell ? _file.Headings[cell] : column;

    private WideColumn Find(Unpivot unpivot, string label)
    {
        IReadOnlyList<string> headings = unpivot.Heading is { } template
            ? [template.Text.Replace($"<{unpivot.As}>", label, StringComparison.Ordinal)]
            : [.. LabelEndings.SelectMany(e => new[] { label + e, label.PadLeft(2, '0') + e })];
        return Find(headings) is { } cell ? new WideColumn(label, cell, _file.Headings[cell]) : throw Missing(headings[0]);
    }

    /// <summary>The first of the headings that the file has.</summary>
    private int? Find(IReadOnlyList<string> headings)
    {
        foreach (var heading in headings.Select(CellText.Comparable).Distinct())
        {
            var cells = _file.Headings.Index().Where(h => CellText.Comparable(h.Item) == heading).ToList();
            if (cells.Count > 1)
            {
                throw new MappingException(_file.Name, null, new Said(
                    $"表头 '{cells[0].Item}' 出现了 {cells.Count} 次,请改名。",
                    $"Heading '{cells[0].Item}' is there {cells.Count} times: rename one."));
            }

            if (cells.Count == 1)
            {
                return cells[0].Index;
            }
        }

        return null;
    }

    private MappingException Missing(string heading)
    {
        var there = string.Join(", ", _file.Headings);
        return new MappingException(_file.Name, null, new Said(
            $"文件里没有表头 '{heading}';有:{there}。", $"The file has no heading '{heading}'; it has {there}."));
    }
}

/// <summary>One column of a wide table.</summary>
internal sealed record WideColumn(string Label, int Cell, string Heading);
