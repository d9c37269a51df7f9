using System.Text.Json.Nodes;
using Ganchao.Silo.Import.Files;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>Finds the period of a plan.</summary>
internal static class PlanPeriod
{
    /// <summary>People name the last day of a period; the API's ranges exclude their end.</summary>
    public static bool TrySet(
        MappedRow row, JsonObject fields, Dictionary<string, string> texts, RegisterMapping register)
    {
        DateOnly? first = null, last = null;
        if (texts.TryGetValue("month", out var month))
        {
            if (DateText.ReadMonth(month, out var start) is { } refused)
            {
                row.Note(register.Fields["month"].Columns.LastOrDefault(), "not-a-month", refused);
                return false;
            }

            (first, last) = (start, start.AddMonths(1).AddDays(-1));
        }
        else if (texts.TryGetValue("day", out var day))
        {
            first = last = Date(row, day, register.Fields["day"]);
        }
        else if (texts.TryGetValue("first", out var from) && texts.TryGetValue("last", out var to))
        {
            (first, last) = (Date(row, from, register.Fields["first"]), Date(row, to, register.Fields["last"]));
        }
        else
        {
            row.Note(null, "no-period", new Said(
                "计划没有期间:请写 month、day 或 first 与 last。",
                "The plan has no period: give month, day, or first and last."));
        }

        if (first is null || last is null)
        {
            return false;
        }

        fields["period"] = new JsonObject
        {
            ["start"] = DateText.Text(first.Value),
            ["end"] = DateText.Text(last.Value.AddDays(1)),
        };
        return true;
    }

    /// <summary>Null: it cannot be read, which is noted.</summary>
    public static DateOnly? Date(MappedRow row, string text, CellTemplate template)
    {
        if (DateText.Read(text, [], out var moment) is not { } refused)
        {
            return DateOnly.FromDateTime(moment);
        }

        row.Note(template.Columns.LastOrDefault(), "not-a-date", refused);
        return null;
    }
}
