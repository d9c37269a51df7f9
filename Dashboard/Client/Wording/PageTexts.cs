using Ganchao.Contracts.Boards;

namespace Ganchao.Client.Wording;

/// <summary>All texts of all pages. Markup holds none of its own; a test looks.</summary>
internal static class PageTexts
{
    public static readonly Text Product = new("赶超", "Ganchao");
    public static readonly Text OtherLanguage = new("English", "中文");
    public static readonly Text Boards = new("成绩榜", "Boards");
    public static readonly Text NoBoards = new(
        "还没有成绩榜。竞赛启动后显示在这里。",
        "There is no board yet. It appears when a competition runs.");

    public static readonly Text Wall = new("大屏", "Wall screen");
    public static readonly Text Place = new("名次", "Place");
    public static readonly Text Entrant = new("参赛者", "Entrant");
    public static readonly Text Total = new("总分", "Total");
    public static readonly Text Grade = new("等级", "Grade");
    public static readonly Text Awards = new("奖项", "Awards");
    public static readonly Text Tied = new("并列", "tied");
    public static readonly Text Guest = new("不计名次", "guest");
    public static readonly Text AsOf = new("截至", "As of");
    public static readonly Text UpdatedAt = new("更新于", "Updated at");
    public static readonly Text Rulebook = new("竞赛办法", "Rulebook");
    public static readonly Text NoEntries = new(
        "还没有填报。首次填报后显示排名。",
        "Nothing has been entered yet. Places follow the first entry.");

    public static readonly Text NoSuchPage = new("没有这个页面或成绩榜", "There is no such page or board");
    public static readonly Text SeeAllBoards = new("查看全部成绩榜", "See all boards");
    public static readonly Text ReadingFailed = new("暂时读不到数据", "The data cannot be read at the moment");
    public static readonly Text NothingIsLost = new(
        "已填报的数据没有丢失。请稍后再试。",
        "Nothing that was entered is lost. Please try again in a moment.");
    public static readonly Text TryAgain = new("再试一次", "Try again");

    /// <summary>What stands in the place of the mode while departments have still to certify.</summary>
    public static readonly Text WaitingFor = new("◇ 待{0}", "◇ waiting for {0}");

    /// <summary>The mode as a board says it: 暂计, 待财务科, 已认定, 定榜.</summary>
    public static string Of(BoardFrame frame, ReaderLanguage words) => frame.Waiting.Count == 0
        ? words.Of(Of(frame.Mode))
        : words.Of(WaitingFor, string.Join(words.Language == Language.English ? ", " : "、", frame.Waiting.Select(words.Of)));

    public static Text Of(BoardMode mode) => mode switch
    {
        BoardMode.NotSet or BoardMode.Current => new("◇ 暂计", "◇ provisional"),
        BoardMode.Certified => new("■ 已认定", "■ certified"),
        BoardMode.Final => new("■ 定榜", "■ final"),
    };
}
