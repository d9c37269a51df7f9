using Ganchao.Client.Boards;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Boards;

namespace Ganchao.Dashboard.Pictures;

/// <summary>A board as a picture of 1,080 pixels' width for the group chat, as high as it needs to be.</summary>
internal sealed class BoardPicture
{
    public const int Width = 1_080;

    private const int KeyFigures = 3;
    private const int Margin = 48;
    private const int Right = Width - Margin;
    private const int RowHeight = 68;
    private const int FigureWidth = 132;
    private const int NameAt = 164;
    private const string Dark = "#0b1220";
    private const string Muted = "#3d4b61";
    private const string Line = "#c5cfdc";
    private const string White = "#ffffff";

    /// <summary>红旗: red is for honour only.</summary>
    private const string HonourRed = "#c8102e";

    private static readonly SvgInk Caption = new(34, Dark, Bold: true);
    private static readonly SvgInk Heading = new(24, Muted, AtEnd: true);
    private static readonly SvgInk Foot = new(26, Muted);

    private readonly BoardView _view;
    private readonly ReaderLanguage _words;
    private readonly BoardFigures _figures;
    private readonly SvgSheet _sheet = new(Width);
    private int _y;

    private BoardPicture(BoardView view, ReaderLanguage words) =>
        (_view, _words, _figures) = (view, words, new BoardFigures(view.Frame, words));

    private int Keys => Math.Min(KeyFigures, _view.Frame.Columns.Count);

    private int NameRoom => Right - ((Keys + 1) * FigureWidth) - NameAt;

    /// <summary>The whole SVG.</summary>
    public static string Of(BoardView view, ReaderLanguage words) => new BoardPicture(view, words).Draw();

    /// <summary>The date that the board is judged at, with the time of day where that is still today.</summary>
    public static string AsOf(BoardView view, ReaderLanguage words)
    {
        var now = view.Frame.ServerTime.ToOffset(view.UtcOffset);
        var day = Figures.Day(view.Frame.AsOf, words.Language);
        return DateOnly.FromDateTime(now.DateTime) == view.Frame.AsOf ? $"{day} {Figures.ShortTime(now)}" : day;
    }

    private string Draw()
    {
        DrawHead();
        foreach (var (_, name, rows) in _figures.Divisions)
        {
            DrawHeadings(name);
            foreach (var row in rows)
            {
                DrawRow(row);
            }
        }

        _y += 64;
        _sheet.Text(Margin, _y, $"{_words.Of(PageTexts.AsOf)} {AsOf(_view, _words)}", Foot, Width / 2);
        _sheet.Text(Right, _y, _words.Of(PageTexts.Product), Foot with { AtEnd = true, Bold = true }, Width / 4);
        return _sheet.Done(_y + 40, $"{_words.Of(_view.Item.Competition)} {_words.Of(_view.Item.Stage)}");
    }

    private void DrawHead()
    {
        var mode = PageTexts.Of(_view.Frame, _words);
        var chip = SvgSheet.WidthOf(mode, 30) + 40;
        _sheet.Text(Margin, 96, _words.Of(_view.Item.Competition), new SvgInk(50, Dark, Bold: true), Right - Margin - chip - 24);
        _sheet.Frame(Right - chip, 52, chip, 56, Dark, dashed: _view.Frame.Mode is not (BoardMode.Certified or BoardMode.Final));
        _sheet.Text(Right - chip + 20, 91, mode, new SvgInk(30, Dark, Bold: true), chip);
        _sheet.Text(
            Margin, 150, $"{_words.Of(_view.Item.Stage)} · {_words.Of(_view.Item.Plant)}", new SvgInk(32, Muted), Right - Margin);
        _y = 164;
    }

    private void DrawHeadings(string division)
    {
        _y += 68;
        _sheet.Text(Margin, _y, division.Length > 0 ? division : _words.Of(PageTexts.Place), Caption, NameAt + NameRoom - Margin);
        for (var column = 0; column < Keys; column++)
        {
            _sheet.Text(FigureAt(column), _y, _words.Of(_view.Frame.Columns[column].Names), Heading, FigureWidth - 16);
        }

        _sheet.Text(Right, _y, _words.Of(PageTexts.Total), Heading, FigureWidth - 16);
        _y += 20;
        _sheet.Rectangle(Margin, _y, Right - Margin, 3, Dark);
        _y += 3;
    }

    private void DrawRow(BoardRow row)
    {
        var honoured = _view.Frame.Mode == BoardMode.Final && row is { Place: 1, Eligible: true };
        var ink = new SvgInk(34, honoured ? White : Dark);
        if (honoured)
        {
            _sheet.Rectangle(Margin - 16, _y, Right - Margin + 32, RowHeight, HonourRed);
        }

        var line = _y + 46;
        _sheet.Text(Margin, line, _figures.SharedPlaceOf(row), ink with { Bold = true }, NameAt - Margin - 12);
        _sheet.Text(NameAt, line, _words.Of(row.Names), ink with { Bold = honoured }, NameRoom);
        for (var column = 0; column < Keys; column++)
        {
            var points = _figures.PointsOf(row, column);
            _sheet.Text(FigureAt(column), line, points, ink with { Size = 30, AtEnd = true }, FigureWidth - 16);
        }

        _sheet.Text(Right, line, _figures.TotalOf(row), ink with { Bold = true, AtEnd = true }, FigureWidth - 16);
        _y += RowHeight;
        _sheet.Rectangle(Margin, _y - 2, Right - Margin, 2, Line);
    }

    private int FigureAt(int column) => Right - ((Keys - column) * FigureWidth);
}
