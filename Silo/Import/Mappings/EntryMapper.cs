using System.Globalization;
using System.Text.Json.Nodes;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;
using Ganchao.Silo.Import.Files;

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
            if (Value(row, figure) is not { } value || (target ??= Sheet(row, entries)) is not { } sheet)
            {
                continue;
            }

            if (Entry(row, entries, figure, value, sheet) is { } line)
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

    private ImportTarget? Sheet(MappedRow row, EntryMapping entries)
    {
        var plant = Uri.EscapeDataString(mapping.Plant.Value);
        if (Id(row, entries.Owner) is not { } owner)
        {
            return null;
        }

        if (entries.Sheet == SheetKind.Event)
        {
            return new ImportTarget($"api/events/{plant}/{owner}/entries", ImportStep.Sheets);
        }

        if (Date(row, entries) is not { } date)
        {
            return null;
        }

        if (entries.Sheet == SheetKind.Shift)
        {
            return Id(row, entries.Shift!) is { } shift
                ? new ImportTarget($"api/shifts/{plant}/{owner}/{date}/{shift}/entries", ImportStep.Sheets)
                : null;
        }

        var occasion = entries.Sheet switch
        {
            SheetKind.Day => "day",
            SheetKind.Week => "week",
            SheetKind.Month => "month",
            SheetKind.NotSet or SheetKind.Shift or SheetKind.Event => throw new InvalidOperationException("No department's sheet."),
        };
        return new ImportTarget($"api/departments/{plant}/{owner}/{occasion}/{date}/entries", ImportStep.Sheets);
    }

    private static string? Id(MappedRow row, CellTemplate template)
    {
        if (template.Fill(row) is not { } text || IdText.IsValid(text))
        {
            return template.Fill(row) is { } id ? Uri.EscapeDataString(id) : null;
        }

        row.Note(template.Columns.FirstOrDefault(), "not-valid", new Said(
            $"'{text}' 不能作编号:只用字母、汉字、数字和 - _ . +,不含空格和斜线;可在 values 表中改写。",
            $"'{text}' is no id: use letters, digits and - _ . + only; a table of values can replace it."));
        return null;
    }

    private static string? Date(MappedRow row, EntryMapping entries)
    {
        if (entries.Date.Fill(row) is not { } text)
        {
            return null;
        }

        var refused = entries.Sheet == SheetKind.Month
            ? DateText.ReadMonth(text, out var date)
            : ReadDate(text, out date);
        if (refused is null)
        {
            return DateText.Text(date);
        }

        row.Note(entries.Date.Columns.LastOrDefault(), "not-a-date", refused);
        return null;
    }

    private static Said? ReadDate(string text, out DateOnly date)
    {
        var refused = DateText.Read(text, [], out var moment);
        date = DateOnly.FromDateTime(moment);
        return refused;
    }

    private ImportLine? Entry(
        MappedRow row, EntryMapping entries, FigureMapping figure, decimal value, ImportTarget sheet)
    {
        var fields = new JsonObject();
        if (entries.Sheet == SheetKind.Event)
        {
            if (Date(row, entries) is not { } date)
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

        var observed = figure.ObservedAt is null ? null : Instant(row, figure.ObservedAt);
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

    private string? Instant(MappedRow row, CellTemplate template)
    {
        if (template.Fill(row) is not { } text)
        {
            return null;
        }

        var refused = DateText.Read(text, [], out var local);
        if (refused is null && mapping.Zone!.IsInvalidTime(local))
        {
            refused = new Said($"{text} 在该时区不存在(夏令时)。", $"{text} does not exist in the plant's zone.");
        }

        if (refused is null)
        {
            var instant = new DateTimeOffset(local, mapping.Zone!.GetUtcOffset(local));
            return instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        }

        row.Note(template.Columns.FirstOrDefault(), "not-a-time", refused);
        return null;
    }
}
