using Ganchao.Client.Boards;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Boards;

namespace Ganchao.Dashboard.Pictures;

/// <summary>
/// The short text that goes with a board's picture: <c>【班组季度赛 · 7月】热加工组:1 树脂砂班 104.1 … (截至 7月31日 16:00,定榜)</c>.
/// </summary>
internal static class BoardMessage
{
    private const int RowsOfDivision = 3;

    public static string Of(BoardView view, ReaderLanguage words)
    {
        var figures = new BoardFigures(view.Frame, words);
        var english = words.Language == Language.English;
        var title = $"{words.Of(view.Item.Competition)} · {words.Of(view.Item.Stage)}";
        var lines = view.Frame.Rows.All(row => row.Total is null)
            ? [words.Of(PictureTexts.NothingYet)]
            : figures.Divisions.Select(division => Division(division.Name, division.Rows));
        return string.Join('\n',
        [
            english ? $"[{title}]" : $"【{title}】",
            .. lines,
            words.Of(PictureTexts.Tail, BoardPicture.AsOf(view, words), Mode()),
        ]);

        // 暂计, 待…, 已认定 or 定榜, without its sign.
        string Mode() => PageTexts.Of(view.Frame, words).Split(' ', 2)[^1];

        string Division(string name, IReadOnlyList<BoardRow> rows)
        {
            var best = rows.Take(RowsOfDivision).Select(row => $"{figures.SharedPlaceOf(row)} {words.Of(row.Names)} {figures.TotalOf(row)}");
            var list = string.Join(english ? ", " : "、", best) +
                (rows.Count > RowsOfDivision ? words.Of(PictureTexts.InAll, Figures.Count(rows.Count)) : "");
            return name.Length > 0 ? $"{name}{(english ? ": " : ":")}{list}" : list;
        }
    }
}
