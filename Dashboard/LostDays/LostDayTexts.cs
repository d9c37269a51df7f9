using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.LostDays;

/// <summary>Texts of the page on which a lost day is entered back from paper.</summary>
internal static class LostDayTexts
{
    public static readonly Text LostDay = new("补录一天", "Enter a lost day");
    public static readonly Text Meaning = new(
        "停电断网时写在纸上的班报,照着纸从上往下填。每条都标“补录”,记下纸上的时间;纸上没有的留空。",
        "What was written on paper while the system was down: type it from the top down. Each entry is marked “from paper” and " +
        "keeps the time on the paper; leave blank what the paper does not have.");

    public static readonly Text Item = new("项目", "Item");
    public static readonly Text Hint = new("计划、上一班", "Plan, last shift");
    public static readonly Text Figure = new("数", "Figure");
    public static readonly Text PaperTime = new("纸上的时间", "Time on the paper");
    public static readonly Text Events = new("本班事件(没有的不填)", "Events of the shift (blank if none)");
    public static readonly Text OnSheet = new("已有 {0} 项", "{0} there already");
    public static readonly Text NoTime = new("“{0}”不是时间。请写成 16:00。", "“{0}” is no time. Write 16:00.");
    public static readonly Text Paste = new("从表格粘贴", "Paste from a spreadsheet");
    public static readonly Text PasteHint = new(
        "一行一个数,顺序同下表;空行留空。直接粘到某个数上,就从那一行往下填。",
        "One figure a line, in the order of the tables below; an empty line leaves the field empty. Pasted onto a figure, it fills " +
        "from that line down.");

    public static readonly Text PasteInto = new("填到下表", "Fill the tables");
    public static readonly Text TooManyPasted = new(
        "粘贴了 {0} 行,下表只有 {1} 个数:一个也没有填。请核对行数。",
        "{0} lines were pasted and the tables have {1} figures: none was filled in. Check the lines.");

    public static readonly Text Checked = new("核对:{0} 个班次,{1} 个数", "Check: {0} shifts, {1} figures");
    public static readonly Text NothingTyped = new("一个数也没有填。", "No figure was typed.");
    public static readonly Text Page = new("第 {0} 页", "Page {0}");
}
