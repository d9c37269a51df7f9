using System.Text.Json.Nodes;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Json;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>Makes the entries of a row.</summary>
internal sealed class EntryMapper(ImportMapping mapping, LineIds ids)
{
    public IEnumerable<(ImportTarget Target, ImportLine Line)> Map(MappedRow row, EntryMapping entries)
    {
        if (!entries.When.All(c => c.Holds(row) is true))
        {
            yield break;
        }

        // The sheet is looked at only when there is a figure for it: an idle team's row may have no shift.
        ImportTarget? target = null;
        foreach (var figure in entries.Figures.Where(f => f.When.All(c => c.Holds(row) is true)))
        {
            if (Value(row, figure) is { } value &&
                (target ??= SheetAddress.Of(mapping.Plant, row, entries)) is { } sheet &&
                Entry(row, entries, figure, value, sheet) is { } line)
            {
                yield return (sheet, line);
            }
        }
    }

    /// <summary>Null: no entry here; a bad figure is noted.</summary>
    private static decimal? Value(MappedRow row, FigureMapping figure)
    {
        var text = figure.Value.Fill(row);
        if (text is null || (text.Length == 0 && figure.Empty == EmptyFigure.Skip))
        {
            return null;
        }

        if (text.Length == 0 && figure.Empty == EmptyFigure.Zero)
        {
            return 0;
        }

        if (text.Length == 0)
        {
            row.Note(figure.Value.Columns.FirstOrDefault(), "empty", new Said(
                "没有数。若可以空着,请在映射文件写 empty: skip。",
                "There is no figure. Where that is all right, write empty: skip in the mapping."));
            return null;
        }

        return row.Figure(text, figure.Value);
    }

    private ImportLine? Entry(
        MappedRow row, EntryMapping entries, FigureMapping figure, decimal value, ImportTarget sheet)
    {
        var fields = new JsonObject();
        if (entries.Sheet == SheetKind.Event)
        {
            if (SheetAddress.Date(row, entries) is not { } date)
            {
                return null;
            }

            fields["date"] = date;
        }

        foreach (var (property, template) in figure.Fields)
        {
            if (template.Fill(row) is not { } text)
            {
                return null;
            }

            fields[property] = text.Length > 0 ? text : null;
        }

        var observed = figure.ObservedAt is null ? null : PlantTime.Instant(row, figure.ObservedAt, mapping.Zone!);
        if (figure.ObservedAt is not null && observed is null)
        {
            return null;
        }

        var key = Key(row, figure, fields, observed, sheet);
        if (key is null)
        {
            return null;
        }

        fields["id"] = ids.Next(key);
        fields["value"] = DecimalTextConverter.Normal(value);
        fields["observedAt"] = observed;
        var entry = LineContent.Read<EntryForm>(row, fields, figure.Fields);
        var headings = LineContent.Headings(row, figure.Fields.Append(KeyValuePair.Create("value", figure.Value)));
        return entry is null ? null : new ImportLine(row.Place, headings, entry.Id, entry with { Way = figure.Way });
    }

    /// <summary>
    /// What names the entry for good: its sheet, measure and value column, and the line key. Without a line key its whole
    /// cell. Never the value, so that a changed figure meets the server's "same id, other content".
    /// </summary>
    private List<string>? Key(
        MappedRow row, FigureMapping figure, JsonObject fields, string? observed, ImportTarget sheet)
    {
        List<string> key = ["entry", sheet.Path, (string?)fields["measure"] ?? "", figure.Value.Text, row.Label];
        var line = mapping.LineKey.Select(row.Text).ToList();
        if (line.Contains(null))
        {
            return null;
        }

        key.AddRange(line.Count > 0
            ? line!
            : fields.Where(f => f.Key != "note").OrderBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => $"{f.Key}={f.Value}").Append(observed ?? ""));
        return key;
    }
}
