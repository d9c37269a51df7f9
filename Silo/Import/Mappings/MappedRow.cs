using System.Globalization;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>
/// One row as the mapping sees it: cells by the mapping's names, cleaned, dates in one form. A cell is read when it is
/// first asked for, so what no entry uses may hold anything; each cell that cannot be read is noted once.
/// </summary>
internal sealed class MappedRow(
    ImportMapping mapping, HeadingMap headings, CsvRow row, LinePlace place, WideColumn? wide, ICollection<BadLine> bad)
{
    private readonly Dictionary<string, string?> _read = [];

    public LinePlace Place => place;

    /// <summary>The label of the wide table's column that this row was made from; empty otherwise.</summary>
    public string Label => wide?.Label ?? "";

    /// <summary>Null: it cannot be read, which is noted.</summary>
    public string? Text(string column)
    {
        if (!_read.TryGetValue(column, out var text))
        {
            _read[column] = text = Read(column);
        }

        return text;
    }

    public void Note(string? column, string rule, Said message) =>
        bad.Add(new BadLine(place, column is null ? null : Heading(column), rule, message));

    /// <summary>The heading under which the file's reader finds the column.</summary>
    public string Heading(string column) => column switch
    {
        _ when column == mapping.Unpivot?.Value || column == mapping.Unpivot?.As => wide?.Heading ?? column,
        MappingReader.ClockShift or MappingReader.ClockDate or MappingReader.ClockMoment =>
            headings.Heading(mapping.Clock!.At.Columns.FirstOrDefault() ?? column),
        _ => headings.Heading(column),
    };

    /// <summary>The raw figure; null: it cannot be read, which is noted.</summary>
    public decimal? Figure(string text, CellTemplate from)
    {
        var column = from.Columns.FirstOrDefault();
        var percent = column is not null && mapping.Columns.TryGetValue(column, out var known)
            ? known.Percent
            : PercentRule.NotSet;
        if (FigureText.Read(text, mapping.DecimalComma, percent, out var figure) is { } refused)
        {
            Note(column, "not-a-figure", refused);
            return null;
        }

        return figure;
    }

    private string? Read(string name)
    {
        if (mapping.Columns.TryGetValue(name, out var column))
        {
            var text = column.Of is { } of ? of.Fill(this)
                : headings.Cell(name) is { } cell ? CellAt(cell)
                : "";
            return text is null ? null : Clean(column, text);
        }

        return name switch
        {
            MappingReader.LineNumber => place.Line.ToString(CultureInfo.InvariantCulture),
            MappingReader.ClockShift or MappingReader.ClockDate or MappingReader.ClockMoment => ReadClock(name),
            _ when name == mapping.Unpivot?.As => Label,
            _ when name == mapping.Unpivot?.Value => wide is null ? "" : CellAt(wide.Cell),
            _ => mapping.Constants[name],
        };
    }

    private string CellAt(int cell) => cell < row.Cells.Count ? row.Cells[cell] : "";

    private string? Clean(ColumnMapping column, string cell)
    {
        if (column.Values.TryGetValue(CellText.Comparable(cell), out var meant))
        {
            cell = meant;
        }
        else if (column.OnlyListed && cell.Length > 0)
        {
            Note(column.Name, "not-listed", new Said(
                $"'{cell}' 不在映射文件的 values 表中。", $"'{cell}' is not in the mapping's table of values."));
            return null;
        }

        if (column.Formats is null || cell.Length == 0)
        {
            return cell;
        }

        if (DateText.Read(cell, column.Formats, out var moment) is { } refused)
        {
            Note(column.Name, "not-a-date", refused);
            return null;
        }

        return column.Formats.Any(f => f.Contains('H', StringComparison.Ordinal))
            ? DateText.Text(moment)
            : DateText.Text(DateOnly.FromDateTime(moment));
    }

    private string? ReadClock(string name)
    {
        var clock = mapping.Clock!;
        if (clock.At.Fill(this) is not { } text)
        {
            return null;
        }

        var column = clock.At.Columns.FirstOrDefault();
        if (DateText.Read(text, clock.Formats, out var written) is { } refused)
        {
            Note(column, "not-a-time", refused);
            return null;
        }

        var moment = clock.Moment(written);
        if (clock.Find(moment) is not { } found)
        {
            Note(column, "no-shift", new Said($"{text} 不在任何班次时段内。", $"{text} is in no shift's window."));
            return null;
        }

        _read[MappingReader.ClockShift] = found.Shift;
        _read[MappingReader.ClockDate] = DateText.Text(found.Date);
        _read[MappingReader.ClockMoment] = DateText.Text(moment);
        return _read[name];
    }
}
