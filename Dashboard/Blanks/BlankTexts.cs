using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Blanks;

/// <summary>Texts of blank sheets and their codes.</summary>
internal static class BlankTexts
{
    public static readonly Text Blanks = new("空白班报", "Blank sheets");
    public static readonly Text Sheet = new("班报", "Shift sheet");
    public static readonly Text Print = new(
        "打印本页:每个应填的班次一张 A4。停电断网时手写,恢复后扫码或输代码补录。",
        "Print this page: one A4 sheet for each shift that is due. Write by hand when the system is down, then scan or type the code.");

    public static readonly Text NoneDue = new(
        "该日没有应填的班报:休息日,或没有您的班组。",
        "No sheet is due on that date: a day off, or no team of yours.");
    public static readonly Text NoSuchDay = new("没有这个厂,或日期不对。", "There is no such plant, or the date is wrong.");
    public static readonly Text Date = new("日期", "Date");
    public static readonly Text Show = new("显示", "Show");
    public static readonly Text Write = new("填写", "Value");
    public static readonly Text Item = new("项目", "Item");
    public static readonly Text Unit = new("单位", "Unit");
    public static readonly Text OtherWork = new("其他产品或工作令", "Other products or work orders");
    public static readonly Text Quantity = new("数量", "Quantity");
    public static readonly Text Product = new("产品", "Product");
    public static readonly Text Events = new("本班事件(没有的写“无”)", "Events of the shift (write “none” if so)");
    public static readonly Text NothingBox = new("□ 无事可报", "□ Nothing to report");
    public static readonly Text FilledBy = new("填报人签字", "Filled in by (signature)");
    public static readonly Text Lead = new("班长签字", "Shift lead (signature)");
    public static readonly Text TakenBy = new("接班人签字", "Taken over by (signature)");
    public static readonly Text Time = new("时间", "Time");
    public static readonly Text Code = new("班报代码", "Sheet code");
    public static readonly Text OpenByCode = new("扫码或输代码", "Scan or type a sheet's code");
    public static readonly Text CodeHint = new(
        "印在空白班报右上角,比如 T07-260302-NIGHT-4K。",
        "Printed at the top right of a blank sheet, such as T07-260302-NIGHT-4K.");
    public static readonly Text Open = new("打开班报", "Open the sheet");

    public static readonly Text NoCode = new(
        "这不是班报代码。应是 班组-年月日-班次-校验字符。",
        "That is no sheet code. It reads team-yymmdd-shift-check characters.");
    public static readonly Text Several = new(
        "代码不对:有几个字符错了、漏了或多了。请对着纸再输一遍。",
        "The code is wrong: several characters are wrong, missing or too many. Type it again from the paper.");

    public static readonly Text Meant = new("第 {0} 个字符“{1}”不对,应是“{2}”。", "Character {0}, “{1}”, is wrong: it should be “{2}”.");

    public static Text Of(DueState state) => state switch
    {
        DueState.NotOver => new("未到交班", "shift not over"),
        DueState.NotSet or DueState.Missing => new("缺报", "missing"),
        DueState.Entered => new("已填", "entered"),
        DueState.Nothing => new("无事可报", "nothing to report"),
        DueState.SignedOff => new("已交班", "signed off"),
    };
}
