namespace Ganchao.Scoring;

/// <summary>Puts the records of an entrant into the rows of a figure.</summary>
internal sealed class FigureGrouping(FigurePer per, int tagColumn)
{
    /// <summary>Whether rows stand in time: they have a date and an order.</summary>
    public static bool IsTimed(FigurePer per) =>
        per is FigurePer.Record or FigurePer.Shift or FigurePer.Day or FigurePer.Week or FigurePer.Month;

    /// <param name="records">In order of occurrence.</param>
    public FigureRow[] RowsOf(ValueList<KeptRecord> records)
    {
        if (per == FigurePer.Record)
        {
            return [.. records.Select(static record => new FigureRow(
                new FigureKey(record.Key.Date, 0, "", record.Name), record.Key, [record]))];
        }

        var rows = new Dictionary<FigureKey, List<KeptRecord>>();
        foreach (var record in records)
        {
            if (KeyOf(record) is { } key)
            {
                if (!rows.TryGetValue(key, out var row))
                {
                    rows[key] = row = [];
                }

                row.Add(record);
            }
        }

        var grouped = rows.Select(static row => new FigureRow(row.Key, OrderOf(row.Key), row.Value)).ToArray();
        Array.Sort(grouped, static (x, y) => FigureRow.Compare(x.Key, x.Order, y.Key, y.Order));
        return grouped;
    }

    private FigureKey? KeyOf(KeptRecord record)
    {
        var date = record.Key.Date;
        return per switch
        {
            FigurePer.Shift => new FigureKey(date, record.Key.ShiftOrder, "", null),
            FigurePer.Day => new FigureKey(date, 0, "", null),
            FigurePer.Week => new FigureKey(date.AddDays(-(((int)date.DayOfWeek + 6) % 7)), 0, "", null),
            FigurePer.Month => new FigureKey(new DateOnly(date.Year, date.Month, 1), 0, "", null),
            FigurePer.Product => new FigureKey(default, 0, record.Name.Product, null),
            FigurePer.Detail => new FigureKey(default, 0, record.Name.Detail, null),
            FigurePer.Subject => new FigureKey(default, 0, record.Name.Subject, null),
            _ => record.Tags[tagColumn] is { } text ? new FigureKey(default, 0, text, null) : null,
        };
    }

    private static OccurrenceKey OrderOf(FigureKey key) => new(key.Date, key.ShiftOrder, null, Guid.Empty);
}
