using Ganchao.Client.Wording;
using Ganchao.Contracts.Boards;

namespace Ganchao.Client.Boards;

/// <summary>A board's places, points and totals as text: the same on walls, tables, pictures and explanations.</summary>
public sealed class BoardFigures(BoardFrame frame, ReaderLanguage words)
{
    private readonly int _totalDecimals = TotalDecimalsOf(frame);

    // Without a rounding of its own a column shows as many digits after the point as its longest figure.
    private readonly int[] _pointDecimals =
    [
        .. frame.Columns.Select((column, index) => column.PointDecimals ?? Longest(
            frame, row => index < row.Cells.Count ? row.Cells[index].Points : null)),
    ];

    /// <summary>Division by division; one without a name where the board has none.</summary>
    public IEnumerable<(string Id, string Name, IReadOnlyList<BoardRow> Rows)> Divisions => frame.Rows
        .GroupBy(row => row.Division ?? "")
        .Select(division => (division.Key, NameOf(division.Key), (IReadOnlyList<BoardRow>)[.. division]));

    /// <summary>How many digits after the point all totals of a board show: those of its longest.</summary>
    public static int TotalDecimalsOf(BoardFrame frame) => Longest(frame, row => row.Total);

    /// <summary>Whether another entrant of its division has the same place.</summary>
    public bool IsTied(BoardRow row) => row.Place is not null && frame.Rows.Any(
        other => other.Entrant != row.Entrant && other.Division == row.Division && other.Place == row.Place);

    public string PlaceOf(BoardRow row) => row switch
    {
        { Guest: true } => words.Of(PageTexts.Guest),
        { Place: { } place } => Figures.Place(place),
        { Place: null } => Figures.Missing,
    };

    /// <summary>The place, and whether it is shared: 2 并列.</summary>
    public string SharedPlaceOf(BoardRow row) =>
        IsTied(row) && !row.Guest ? $"{PlaceOf(row)} {words.Of(PageTexts.Tied)}" : PlaceOf(row);

    public string TotalOf(BoardRow row) => Shown(row.Total, _totalDecimals, row.Mark);

    /// <summary>The points of a column, or its value where that stands for itself, or the word of why there are none.</summary>
    public string PointsOf(BoardRow row, int column) => (frame.Columns[column], row.Cells[column]) switch
    {
        ({ IsValue: true } measured, { Value: { } value }) => Figures.Measured(value, measured, words.Language).ToString(),
        (_, var cell) => Shown(cell.Points, _pointDecimals[column], cell.Mark),
    };

    /// <summary>The name of the grade, with the word of why it is not given yet; empty where there is none.</summary>
    public string GradeOf(BoardRow row) => row.Grade is { } grade ? HonourOf(grade, frame.Grades) : "";

    /// <summary>Each award with its money, and the word of why it is not given yet.</summary>
    public IEnumerable<string> AwardsOf(BoardRow row) => row.Awards.Select(award => HonourOf(award, frame.Awards));

    /// <summary>The word beside points that stand in for others, such as 待财务; empty where they stand for themselves.</summary>
    public string MarkOf(BoardRow row, int column) =>
        row.Cells[column] is { Points: not null, Mark: { Length: > 0 } mark } ? Marks.Of(mark, words) : "";

    /// <summary>Which columns have such points, and the words beside them.</summary>
    public IEnumerable<(string Column, string Mark)> Marked =>
        from column in frame.Columns.Index()
        from row in frame.Rows
        where column.Index < row.Cells.Count
        group MarkOf(row, column.Index) by column into marks
        from mark in marks.Distinct()
        where mark.Length > 0
        select (words.Of(marks.Key.Item.Names), mark);

    private static int Longest(BoardFrame frame, Func<BoardRow, decimal?> figure) =>
        frame.Rows.Select(row => Figures.StepDecimalsOf(figure(row))).DefaultIfEmpty(0).Max();

    private string NameOf(string division) =>
        frame.Divisions.FirstOrDefault(known => known.Id == division) is { } known ? words.Of(known.Names) : division;

    private string HonourOf(BoardHonour honour, IReadOnlyList<BoardHonourName> names)
    {
        var name = names.FirstOrDefault(known => known.Id == honour.Id) is { } known ? words.Of(known.Names) : honour.Id;
        var money = honour.Money is { } amount
            ? $" {Figures.Measured(amount, Figures.StepDecimalsOf(amount), "元", words.Language)}"
            : "";
        var mark = honour.Mark is { } reason ? Marks.Of(reason, words) : "";
        return string.Join(" · ", new[] { name + money, mark }.Where(static part => part.Length > 0));
    }

    private string Shown(decimal? points, int decimals, string? mark) =>
        points is null && mark is { Length: > 0 } ? Marks.Of(mark, words) : Figures.Points(points, decimals);
}
