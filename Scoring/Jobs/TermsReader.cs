using System.Globalization;

namespace Ganchao.Scoring.Jobs;

/// <summary>Makes entrants and their terms of small tables.</summary>
internal static class TermsReader
{
    /// <summary>Columns <c>id</c>, and if wanted <c>division</c> and <c>guest</c> (true or false).</summary>
    public static IReadOnlyList<Entrant> Entrants(Table table)
    {
        var entrants = new Dictionary<string, Entrant>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var entrant = new Entrant(row.Fields[table.Need("id")], table.Text(row, "division"), Guest(table, row));
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

    private static decimal? Number(Table table, TableRow row, string column)
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
