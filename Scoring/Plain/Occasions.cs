using System.Globalization;

namespace Ganchao.Scoring.Plain;

/// <summary>One record that a figure by occasion looks at.</summary>
/// <param name="Latest">The last of the facts of the figure's inputs.</param>
/// <param name="Facts">All of the record, in order of occurrence.</param>
internal sealed record OccasionRecord(OccurrenceKey Latest, GroupKey Key, IReadOnlyList<Fact> Facts)
{
    public string? Tag(string name) =>
        Facts.Select(fact => fact.Tags.GetValueOrDefault(name)).FirstOrDefault(static text => text is not null);

    /// <summary>By occurrence, then by what names the record.</summary>
    public static int Compare(OccasionRecord left, OccasionRecord right)
    {
        var order = left.Latest.CompareTo(right.Latest);
        return order != 0 ? order : Compare(left.Key, right.Key);
    }

    public static int Compare(GroupKey left, GroupKey right) => Parts(left).Zip(Parts(right), string.CompareOrdinal)
        .FirstOrDefault(static order => order != 0);

    private static string[] Parts(GroupKey key) =>
        [key.Sheet, key.Subject, key.Product, key.WorkOrder, key.Detail, key.Record];
}

/// <summary>One row of a figure of one entrant.</summary>
/// <param name="Date">Null where rows have none.</param>
internal sealed record OccasionRow(GroupKey Key, OccurrenceKey Order, DateOnly? Date, IReadOnlyList<OccasionRecord> Records);

/// <summary>All rows of a figure of one entrant, in order.</summary>
/// <param name="TooMany">More records than a figure takes: everything is n/a(Overflow).</param>
internal sealed record OccasionRows(IReadOnlyList<OccasionRow> Rows, bool TooMany)
{
    private readonly Dictionary<GroupKey, int> _byKey =
        Rows.Index().ToDictionary(static row => row.Item.Key, static row => row.Index);

    /// <summary>The position of a row; -1: there is none.</summary>
    public int IndexOf(GroupKey key) => _byKey.GetValueOrDefault(key, -1);
}

/// <summary>Figures by occasion (section 10 of the language), from the facts each time.</summary>
internal sealed class Occasions(Recount recount, StageCalendar calendar)
{
    private const int MostRecords = 2048;

    private readonly Dictionary<(string Entrant, string Name), OccasionRows> _rows = [];
    private readonly Dictionary<(string Entrant, string Name, GroupKey At), Result> _values = [];
    private readonly Dictionary<string, IReadOnlyList<InputDefinition>> _inputs = [];

    public FigureDefinition? Named(string name) => recount.Rulebook.Figures.FirstOrDefault(figure => figure.Name == name);

    /// <summary>The figures written in an expression, each once.</summary>
    public IReadOnlyList<FigureDefinition> WrittenIn(Expr expr) =>
        [.. Inputs.NamesIn(expr).Select(Named).OfType<FigureDefinition>().Distinct()];

    public OccasionRows Of(FigureDefinition figure, Scored entrant)
    {
        if (!_rows.TryGetValue((entrant.Id, figure.Name), out var rows))
        {
            var records = RecordsOf(figure, entrant);
            rows = records.Count > MostRecords ? new OccasionRows([], true) : new OccasionRows(Grouped(figure, records), false);
            _rows[(entrant.Id, figure.Name)] = rows;
        }

        return rows;
    }

    /// <summary>Of one row, rounded as the figure says.</summary>
    public Result Value(FigureDefinition figure, Scored entrant, int row)
    {
        var rows = Of(figure, entrant).Rows;
        var key = (entrant.Id, figure.Name, rows[row].Key);
        if (!_values.TryGetValue(key, out var value))
        {
            var result = Formulas.Evaluate(figure.Figure.Formula.Root, At(figure, entrant, row));
            _values[key] = value = Numbers.Rounded(result, figure.Figure.Decimals, figure.Figure.Rounding);
        }

        return value;
    }

    /// <summary>n/a(Missing) where the figure has no such row.</summary>
    public Result Value(FigureDefinition figure, Scored entrant, GroupKey row) =>
        IndexOf(figure, entrant, row) is var index && index >= 0 ? Value(figure, entrant, index) : Result.Na(NaReason.Missing);

    public int IndexOf(FigureDefinition figure, Scored entrant, GroupKey row) => Of(figure, entrant).IndexOf(row);

    public OccasionSurroundings At(FigureDefinition figure, Scored entrant, int row) =>
        new(recount, entrant, figure, Of(figure, entrant).Rows, row);

    /// <summary>Its own inputs and those of the figures that it uses.</summary>
    private IReadOnlyList<InputDefinition> InputsOf(FigureDefinition figure) => _inputs.TryGetValue(figure.Name, out var known)
        ? known
        : _inputs[figure.Name] = [.. recount.Inputs.WrittenIn(figure.Figure.Formula.Root)
            .Concat(WrittenIn(figure.Figure.Formula.Root).SelectMany(InputsOf)).Distinct()];

    private List<OccasionRecord> RecordsOf(FigureDefinition figure, Scored entrant)
    {
        var entered = InputsOf(figure).SelectMany(recount.Inputs.EnteredBehind).Distinct().ToList();
        var span = calendar.SpanOf(entered[0].Window, entrant.Entrant.Own);
        var records = new List<OccasionRecord>();
        foreach (var record in entrant.Facts.Where(fact => span?.Contains(fact.Date) == true)
            .GroupBy(static fact => GroupKey.Of(fact, Grouping.Record)))
        {
            var figures = record.Where(fact => entered.Exists(input => Inputs.Belongs(fact, input))).ToList();
            if (figures.Count > 0)
            {
                records.Add(new OccasionRecord(figures.Max(OccurrenceKey.Of), record.Key, [.. record]));
            }
        }

        records.Sort(OccasionRecord.Compare);
        return records;
    }

    private static List<OccasionRow> Grouped(FigureDefinition figure, List<OccasionRecord> records)
    {
        var rows = new List<OccasionRow>();
        foreach (var group in records.GroupBy(record => KeyOf(figure, record)))
        {
            if (group.Key is { } key)
            {
                var first = group.First();
                var date = DateOf(figure.Per, first.Latest.Date);
                var shift = figure.Per == FigurePer.Shift ? first.Latest.ShiftOrder : 0;
                var order = figure.Per == FigurePer.Record ? first.Latest
                    : new OccurrenceKey(date ?? default, shift, null, Guid.Empty);
                rows.Add(new OccasionRow(key, order, date, [.. group]));
            }
        }

        rows.Sort(Compare);
        return rows;
    }

    /// <summary>By time; by key where there is none.</summary>
    public static int Compare(OccasionRow left, OccasionRow right)
    {
        var order = left.Order.CompareTo(right.Order);
        return order != 0 ? order : OccasionRecord.Compare(left.Key, right.Key);
    }

    /// <summary>Null: in no row.</summary>
    private static GroupKey? KeyOf(FigureDefinition figure, OccasionRecord record)
    {
        var date = DateOf(figure.Per, record.Latest.Date)?.ToString("O", CultureInfo.InvariantCulture) ?? "";
        return figure.Per switch
        {
            FigurePer.Record => record.Key,
            FigurePer.Shift => new(date, Record: record.Latest.ShiftOrder.ToString(CultureInfo.InvariantCulture)),
            FigurePer.Day or FigurePer.Week or FigurePer.Month => new(date),
            FigurePer.Product => new(Product: record.Key.Product),
            FigurePer.Detail => new(Detail: record.Key.Detail),
            FigurePer.Subject => new(Subject: record.Key.Subject),
            FigurePer.Tag => record.Tag(figure.Tag) is { } text ? new(Record: text) : null,
            FigurePer.NotSet => throw new UncheckedRulebookException($"Figure '{figure.Name}' does not say by what."),
        };
    }

    private static DateOnly? DateOf(FigurePer per, DateOnly date) => per switch
    {
        FigurePer.Record or FigurePer.Shift or FigurePer.Day => date,
        FigurePer.Week => date.AddDays(-(((int)date.DayOfWeek + 6) % 7)),
        FigurePer.Month => date.AddDays(1 - date.Day),
        _ => null,
    };
}
