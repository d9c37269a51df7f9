using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Explanations;

/// <summary>The words of the explanation page.</summary>
internal static class ExplanationTexts
{
    public static readonly Text Why = new("分数怎么来的", "How the score comes about");
    public static readonly Text PointsByIndicator = new("各项得分", "Points by indicator");
    public static readonly Text Indicator = new("指标", "Indicator");
    public static readonly Text Value = new("数值", "Value");
    public static readonly Text Points = new("得分", "Points");
    public static readonly Text Gates = new("否决项与评奖资格", "Vetoes and eligibility");
    public static readonly Text NoGates = new("没有触发否决项。", "No veto has taken effect.");
    public static readonly Text Fired = new("已触发", "in effect");
    public static readonly Text Undecided = new("暂不能判定", "cannot be decided yet");
    public static readonly Text Met = new("达到", "met");
    public static readonly Text NotMet = new("未达到", "not met");
    public static readonly Text Yes = new("是", "yes");
    public static readonly Text No = new("否", "no");
    public static readonly Text Steps = new("计算过程", "Step by step");
    public static readonly Text Formula = new("算式", "Formula");
    public static readonly Text Numbers = new("代入", "With the numbers");
    public static readonly Text Entries = new("填报记录", "Entries");
    public static readonly Text EntryCount = new("{0} 条", "{0} entries");
    public static readonly Text OneEntry = new("1 条", "1 entry");
    public static readonly Text SameEntries = new(
        "与前面“{0}”下的 {1} 条记录相同", "The same {1} entries as under “{0}” above");
    public static readonly Text BySheet = new(
        "记录较多,按报表列出。打开报表可看到每一条。",
        "There are many entries, so they are listed by sheet. Each sheet shows its own.");
    public static readonly Text NewerFigures = new(
        "刚有新的填报,下面的计算已经包含,比榜上的总分新。",
        "Something was just entered. The steps below have it already, the board's total not yet.");
    public static readonly Text FinalFigures = new(
        "定榜:按定榜时的数据计算,之后的填报不影响本页。",
        "Final: computed from the data as of the decision. Later entries change nothing here.");
    public static readonly Text BackToBoard = new("回到成绩榜", "Back to the board");

    public static readonly Text EntryDate = new("日期", "Date");
    public static readonly Text Sheet = new("报表", "Sheet");
    public static readonly Text Figure = new("数值", "Figure");
    public static readonly Text By = new("填报人", "Entered by");
    public static readonly Text Subject = new("对象", "About");
    public static readonly Text NotOpened = new("见报表", "see the sheet");
}
