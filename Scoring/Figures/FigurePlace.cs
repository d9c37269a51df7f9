namespace Ganchao.Scoring;

/// <summary>One row of a figure while its formula is evaluated; walks over the rows of an entrant, then over entrants.</summary>
internal sealed class FigurePlace(EntrantTable table, DateOnly asOf, Figure figure) : LiveRow(table, asOf)
{
    private readonly EntrantTable _table = table;
    private readonly Dictionary<(int Figure, FigureReach Reach), Result[]> _along = [];
    private readonly Dictionary<(FigurePer By, int Tag), int[]> _occurrences = [];

    /// <summary>All rows of the figure of the entrant.</summary>
    public FigureRows All { get; private set; } = null!;

    /// <summary>Of the row under evaluation, from 0.</summary>
    public int Index { get; set; }

    public FigureRow Row => All.Rows[Index];

    public override FigurePlace Occasion => this;

    /// <summary>Goes to an entrant, or on to further columns of its rows.</summary>
    public void Stand(int position, FigureRows rows)
    {
        if (position != Position || All?.Rows != rows.Rows)
        {
            _along.Clear();
            _occurrences.Clear();
        }

        (Position, All, Index) = (position, rows, 0);
    }

    public override Result Column(int column) => All.Column(column)[Index];

    public override CohortView Cohort(int column, CohortScope scope, string text) =>
        _table.FigureCohorts.Of(figure, column, _table.FieldOf[Position], scope, text, Row.Key);

    public override Result? ColumnOf(string entrant, int column) =>
        _table.Row(entrant) is not { } other ? null
        : _table.FigureRows[figure.Position][other] is var rows && rows.Find(Row.Key) is { } there ? rows.Column(column)[there]
        : Result.Na(NaReason.Missing);

    /// <summary>Another figure of the same kind of rows.</summary>
    public Result Other(int other, FigureReach reach)
    {
        if (!_along.TryGetValue((other, reach), out var along))
        {
            _along[(other, reach)] = along = Along(_table.FigureRows[other][Position], reach);
        }

        return along[Index];
    }

    /// <summary>The number of the row among those with the same product, detail, subject or tag; n/a without the tag.</summary>
    public Result Occurrence(FigurePer by, int tag)
    {
        if (!_occurrences.TryGetValue((by, tag), out var numbers))
        {
            _occurrences[(by, tag)] = numbers = Occurrences(by, tag);
        }

        return numbers[Index] == 0 ? Result.Na(NaReason.NoTag) : Result.Of((decimal)numbers[Index]);
    }

    private Result[] Along(FigureRows other, FigureReach reach)
    {
        var here = All.Rows.Select(row => other.Find(row.Key) is { } found ? other.Values[found] : Result.Na(NaReason.Missing));
        return reach switch
        {
            FigureReach.Before => [.. here.Prepend(Result.Na(NaReason.Missing)).Take(All.Count)],
            FigureReach.Running => [.. Running(here)],
            _ => [.. here],
        };
    }

    private static IEnumerable<Result> Running(IEnumerable<Result> here)
    {
        var sum = default(SeriesCell);
        foreach (var value in here)
        {
            sum = sum.With(value);
            yield return sum.ToResult();
        }
    }

    private int[] Occurrences(FigurePer by, int tag)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. All.Rows.Select(row => row.Records[0]).Select(record => by switch
        {
            FigurePer.Product => record.Name.Product,
            FigurePer.Detail => record.Name.Detail,
            FigurePer.Subject => record.Name.Subject,
            _ => record.Tags[tag],
        }).Select(text => text is null ? 0 : seen[text] = seen.GetValueOrDefault(text) + 1)];
    }
}
