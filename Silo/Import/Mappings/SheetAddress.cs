using Ganchao.Contracts.Identity;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>Finds the sheet that a row's figures belong to.</summary>
internal static class SheetAddress
{
    /// <summary>Null: it cannot be told, which is noted.</summary>
    public static ImportTarget? Of(PlantId plantId, MappedRow row, EntryMapping entries)
    {
        var plant = Uri.EscapeDataString(plantId.Value);
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
            SheetKind.NotSet or SheetKind.Shift or SheetKind.Event =>
                throw new InvalidOperationException("No department's sheet."),
        };
        return new ImportTarget($"api/departments/{plant}/{owner}/{occasion}/{date}/entries", ImportStep.Sheets);
    }

    private static string? Id(MappedRow row, CellTemplate template)
    {
        var text = template.Fill(row);
        if (text is null || IdText.IsValid(text))
        {
            return text is null ? null : Uri.EscapeDataString(text);
        }

        row.Note(template.Columns.FirstOrDefault(), "not-valid", new Said(
            $"'{text}' 不能作编号:只用字母、汉字、数字和 - _ . +,不含空格和斜线;可在 values 表中改写。",
            $"'{text}' is no id: use letters, digits and - _ . + only; a table of values can replace it."));
        return null;
    }

    /// <summary>Null: it cannot be read, which is noted.</summary>
    public static string? Date(MappedRow row, EntryMapping entries)
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
}
