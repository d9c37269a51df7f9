using Ganchao.Client.Boards;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Boards;

namespace Ganchao.Dashboard.Pictures;

/// <summary>A board's figures as they leave the house: places, points and totals as text, one reader's words.</summary>
internal sealed class BoardFigures(BoardView view, ReaderLanguage words)
{
    private readonly int _totalDecimals = view.Frame.Rows.Max(row => (int?)Figures.StepDecimalsOf(row.Total)) ?? 0;

    public BoardFrame Frame => view.Frame;

    /// <summary>Division by division; one without a name where the board has none.</summary>
    public IEnumerable<(string Name, IReadOnlyList<BoardRow> Rows)> Divisions => Frame.Rows
        .GroupBy(row => row.Division ?? "")
        .Select(division => (NameOf(division.Key), (IReadOnlyList<BoardRow>)[.. division]));

    /// <summary>暂计, 待…, 已认定 or 定榜, without its sign.</summary>
    public string Mode => PageTexts.Of(Frame, words).Split(' ', 2)[^1];

    /// <summary>The date that the board is judged at, with the time of day where that is still today.</summary>
    public string AsOf
    {
        get
        {
            var now = Frame.ServerTime.ToOffset(view.UtcOffset);
            var day = Figures.Day(Frame.AsOf, words.Language);
            return DateOnly.FromDateTime(now.DateTime) == Frame.AsOf ? $"{day} {Figures.ShortTime(now)}" : day;
        }
    }

    public string PlaceOf(BoardRow row) => row switch
    {
        { Guest: true } => words.Of(PageTexts.Guest),
        { Place: null } => Figures.Missing,
        { Place: { } place } => Frame.Rows.Any(other => other != row && other.Division == row.Division && other.Place == place)
            ? $"{Figures.Place(place)} {words.Of(PageTexts.Tied)}"
            : Figures.Place(place),
    };

    public string TotalOf(BoardRow row) => Shown(row.Total, _totalDecimals, row.Mark);

    public string PointsOf(BoardRow row, int column) => Shown(
        row.Cells[column].Points,
        Frame.Columns[column].PointDecimals ?? Frame.Rows.Max(other => Figures.StepDecimalsOf(other.Cells[column].Points)),
        row.Cells[column].Mark);

    private string NameOf(string division) =>
        Frame.Divisions.FirstOrDefault(known => known.Id == division) is { } known ? words.Of(known.Names) : division;

    private string Shown(decimal? points, int decimals, string? mark) =>
        points is null && mark is { Length: > 0 } ? Marks.Of(mark, words) : Figures.Points(points, decimals);
}
