using System.Globalization;

namespace Ganchao.Scoring.Jobs;

/// <summary>Makes entrants and their terms of small tables.</summary>
internal static class TermsReader
{
    /// <summary>
    /// Columns <c>id</c>, and if wanted <c>division</c>, <c>guest</c> (true or false), <c>from</c> and <c>to</c>: its own dates.
    /// </summary>
    public static IReadOnlyList<Entrant> Entrants(Table table)
    {
        var entrants = new Dictionary<string, Entrant>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var entrant = new Entrant(row.Fields[table.Need("id")], table.Text(row, "division"), Guest(table, row), Own(table, row));
            if (entrant.Id.Length == 0 || !entrants.TryAdd(entrant.Id, entrant))
            {
                throw table.Refuse(row, $"参赛者“{entrant.Id}”是空的或写了两次。", $"The entrant '{entrant.Id}' is blank or written twice.");
            }
        }

        return [.. entrants.Values];
    }

    /// <summary>
    /// Columns <c>entrant, measure, original, adjusted, to_date</c>; without an adjusted plan the original
    /// one is it.
    /// </summary>
    public static Dictionary<string, Dictionary<string, PlanFigures>> Plans(Table? table) =>
        ByEntrant(table, "measure", static (table, row) =>
    {
        var original = Number(table, row, "original");
        return new PlanFigures(original, Number(table, row, "adjusted") ?? original, Number(table, row, "to_date"));
    });

    /// <summary>Columns <c>entrant</c>, the one that names the figure, and <c>value</c>.</summary>
    public static Dictionary<string, Dictionary<string, decimal>> Figures(Table? table, string named) => ByEntrant(
        table,
        named,
        static (table, row) => Number(table, row, "value") ?? throw table.Refuse(row, "缺少 value。", "There is no value."));

    /// <summary>Columns <c>entrant, name, amount</c>, and if wanted <c>reason</c>.</summary>
    public static Dictionary<string, Dictionary<string, Adjustment>> Adjustments(Table? table) => ByEntrant(
        table,
        "name",
        static (table, row) => new Adjustment(
            Number(table, row, "amount") ?? throw table.Refuse(row, "缺少 amount。", "There is no amount."),
            table.Text(row, "reason")));

    /// <summary>Columns <c>name, value</c>.</summary>
    public static IReadOnlyDictionary<string, decimal> References(Table? table)
    {
        var found = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var row in table?.Rows ?? [])
        {
            var name = row.Fields[table!.Need("name")];
            var value = Number(table, row, "value") ?? throw table.Refuse(row, "缺少 value。", "There is no value.");
            if (!found.TryAdd(name, value))
            {
                throw table.Refuse(row, $"{name} 写了两次。", $"'{name}' is written twice.");
            }
        }

        return found;
    }

    /// <summary>The named columns of the table of entrants; an empty field is no tag.</summary>
    public static Dictionary<string, Dictionary<string, string>> Tags(Table? table, IEnumerable<string> tags) =>
        table?.Rows.ToDictionary(
            row => row.Fields[table.Need("id")],
            row => tags.Select(tag => (tag, Text: row.Fields[table.Need(tag)]))
                .Where(static tag => tag.Text.Length > 0)
                .ToDictionary(static tag => tag.tag, static tag => tag.Text, StringComparer.Ordinal),
            StringComparer.Ordinal) ?? [];

    /// <summary>Null where the field is empty or the column not there.</summary>
    public static DateOnly? Date(Table table, TableRow row, string column) => table.Text(row, column) switch
    {
        "" => null,
        var text when Dates.Of(text) is { } date => date,
        var text => throw table.Refuse(row, $"“{text}”不是日期。", $"'{text}' is not a date such as 2026-01-31."),
    };

    private static DateSpan? Own(Table table, TableRow row) => (Date(table, row, "from"), Date(table, row, "to")) switch
    {
        (null, null) => null,
        ({ } from, { } to) => new DateSpan(from, to),
        _ => throw table.Refuse(row, "from 与 to 须同时写。", "from and to are written together."),
    };

    private static Dictionary<string, Dictionary<string,
        T>> ByEntrant<T>(Table? table, string named, Func<Table, TableRow, T> read)
    {
        var found = new Dictionary<string, Dictionary<string, T>>(StringComparer.Ordinal);
        foreach (var row in table?.Rows ?? [])
        {
            var (entrant, name) = (row.Fields[table!.Need("entrant")], row.Fields[table.Need(named)]);
            if (!found.TryGetValue(entrant, out var figures))
            {
                found[entrant] = figures = new Dictionary<string, T>(StringComparer.Ordinal);
            }

            if (!figures.TryAdd(name, read(table, row)))
            {
                throw table.Refuse(row, $"{entrant} 的 {name} 写了两次。", $"'{name}' of '{entrant}' is written twice.");
            }
        }

        return found;
    }

    private static bool Guest(Table table, TableRow row) => table.Text(row, "guest") switch
    {
        "" or "false" => false,
        "true" => true,
        _ => throw table.Refuse(row, "guest 只能写 true 或 false。", "guest is true or false."),
    };

    /// <summary>Null where the field is empty or the column not there.</summary>
    public static decimal? Number(Table table, TableRow row, string column)
    {
        var text = table.Text(row, column);
        if (text.Length == 0)
        {
            return null;
        }

        return decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw table.Refuse(row, $"“{text}”不是数。", $"'{text}' is not a number such as -12.5.");
    }
}
