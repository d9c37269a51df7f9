using Ganchao.Client.Wording;

namespace Ganchao.Dashboard.Grids;

/// <summary>Texts of the grids in which departments and branches enter.</summary>
internal static class GridTexts
{
    public static readonly Text ForDepartments = new("科室、分厂的报表", "Sheets of departments and branches");
    public static readonly Text Meaning = new(
        "没有的留空,0 要填 0。已有的数直接改,下一步会问更正原因;清空就是作废。",
        "Leave blank what there is none of; type 0 for zero. Change a figure that stands there and the next step asks why; cleared, it is void.");

    public static readonly Text NoColumns = new(
        "这个部门在这个期间没有要填的:没有竞赛或项目用到归它填的指标。",
        "There is nothing to enter here for this period: no competition or project counts a measure that is entered here.");

    public static readonly Text Who = new("填给谁", "For whom");
    public static readonly Text Grid = new("填报表", "Grid");
    public static readonly Text OnOtherSheet = new("{0} 已填在{1}的表上", "{0}, on the sheet of {1}");
    public static readonly Text There = new("已有 {0}", "{0} there");
    public static readonly Text Paste = new("从电子表格粘贴", "Paste from a spreadsheet");
    public static readonly Text PasteHint = new(
        "带班组名和表头一起复制,按名字对上;只复制数字,就从左上角按顺序填。空白格不改。也可以直接粘到某一格上。",
        "Copied with names and headings, cells find their place by name; figures alone fill from the upper left. Blank cells change nothing. " +
        "You may also paste onto a cell.");

    public static readonly Text PasteInto = new("填到下表", "Fill the grid");
    public static readonly Text PasteTooLarge = new(
        "粘贴了 {0} 行 {1} 列,下表只有 {2} 行 {3} 列:一个也没有填。",
        "{0} rows and {1} columns were pasted and the grid has {2} and {3}: none was filled in.");

    public static readonly Text PasteUnknown = new("粘贴的表里,有 {0} 行的名字对不上:{1}。这几行没有填。", "Pasted rows whose names are not known here: {0} ({1}). They were not filled in.");
    public static readonly Text NothingChanged = new("没有填新的数,也没有改数。", "Nothing was typed or changed.");
    public static readonly Text Checked = new("核对:{0} 个数,其中更正 {1} 个", "Check: {0} figures, {1} of them corrections");
    public static readonly Text CorrectionReason = new("更正原因", "Why figures are corrected");
    public static readonly Text ChangedMeanwhile = new(
        "这一格刚才有人填过或改过。请重新打开本页核对。", "Somebody filled or changed this cell meanwhile. Open the page again and check.");

    public static readonly Text NotYourRole = new("您的角色不填这个指标。", "This measure is not entered in your role.");
    public static readonly Text RoleNotHeld = new("您没有替这个部门填报的角色。请找管理员。", "You hold no role to enter for this department. Ask the administrator.");
    public static readonly Text Received = new("✓ 已存入 {0} 个数", "✓ {0} figures recorded");
    public static readonly Text ReceivedNumbers = new("回执:本表第 {0}–{1} 号", "Receipt: nos. {0}–{1} of this sheet");
    public static readonly Text Late = new("本表已签收:现在填的记为补报。", "The sheet is signed off: what is entered now is marked as late.");
    public static readonly Text UploadFile = new("上传 Excel 或 CSV", "Upload Excel or CSV");
    public static readonly Text Template = new("下载空表", "Download the blank sheet");
    public static readonly Text EarlierPeriods = new("前几期", "Earlier periods");
    public static readonly Text NoSuchSheet = new("没有这个部门或期间", "There is no such department or period");
    public static readonly Text NoSuchSheetReason = new(
        "地址应是 厂/部门/首日/month、week 或 day;月报从 1 日起,周报从周一起,日期不能晚于明天。",
        "The address is plant/department/first day/month, week or day; months begin on the 1st, weeks on Monday, none later than tomorrow.");

    public static readonly Text Gone = new("“{0}”已不在这张表上,填的是 {1}。", "“{0}” is no longer on this sheet; {1} was typed there.");
}
