using Ganchao.Client.Wording;
using Ganchao.Contracts.Registers;

namespace Ganchao.Dashboard.Registers;

/// <summary>All texts of the administrator's pages about registers.</summary>
internal static class RegisterTexts
{
    public static readonly Text Registers = new("基础数据", "Master data");
    public static readonly Text NoPlants = new("还没有厂。先在“首次设置”里建立,或用导入命令送入。", "There is no plant yet: set one up, or send one by the import command.");
    public static readonly Text Search = new("查找", "Search");
    public static readonly Text Found = new("共 {0} 项", "{0} in all");
    public static readonly Text NoneFound = new("没有找到。", "Nothing was found.");
    public static readonly Text None = new("还没有登记。可以导入,也可以一项一项新增。", "Nothing is recorded yet. Import a file, or add one by one.");
    public static readonly Text Add = new("新增", "Add");
    public static readonly Text Edit = new("修改", "Change");
    public static readonly Text Import = new("导入", "Import");
    public static readonly Text Download = new("下载为 CSV", "Download as CSV");
    public static readonly Text Ended = new("已停用", "ended");
    public static readonly Text Page = new("第 {0} 页", "Page {0}");
    public static readonly Text Fixed = new("定了就不能改。", "Never changes once it is recorded.");
    public static readonly Text Choose = new("(请选)", "(choose)");
    public static readonly Text Reason = new("为什么改", "Why");
    public static readonly Text ReasonHint = new(
        "例如文件号。和谁改的、什么时候改的一起记入账本。", "Such as a document number. It is recorded for good, with who and when.");

    public static readonly Text Save = new("保存", "Save");
    public static readonly Text End = new("停用", "End it");
    public static readonly Text EndMeaning = new(
        "不删除,只停用:以前的数和成绩都留着。", "Nothing is deleted: all figures and standings of before stay.");

    public static readonly Text Reopens = new("空着就是恢复使用。", "Left blank, it is taken up again.");
    public static readonly Text Done = new("✓ 已写入 {0} 项", "✓ {0} written");
    public static readonly Text NothingChanged = new("✓ 没有要改的", "✓ Nothing to change");
    public static readonly Text History = new("历史", "History");
    public static readonly Text HoldsFrom = new("从 {0} 起", "from {0}");
    public static readonly Text Always = new("一直有效", "always");
    public static readonly Text NoReason = new("(没有写原因)", "(no reason given)");

    public static readonly Text ImportMeaning = new(
        "第一行写表头。先试运行,看清楚会改什么,再写入。",
        "Headings stand on the first line. Try it first: you see all that would change, then write it.");

    public static readonly Text CalendarMeaning = new(
        "每行一天:日期、类型、名称,例如国务院办公厅每年的放假通知。没写到的日子照每周工作日。",
        "A day on each line: date, kind, name, such as the State Council's yearly list. Days that are not in it follow the working week.");

    public static readonly Text Columns = new("可以有的列:{0}。没有的列保持原样;空格子表示去掉。", "Columns that it may have: {0}. What has no column stays; an empty cell takes away.");
    public static readonly Text File = new("CSV 文件", "CSV file");
    public static readonly Text FileHint = new("UTF-8 或 GB18030,不超过 1 MB、5000 行。", "UTF-8 or GB18030, up to 1 MB and 5,000 lines.");
    public static readonly Text Paste = new("或者粘贴(从表格复制的也行)", "Or paste lines, or cells of a spreadsheet");
    public static readonly Text HoldsFromField = new("没写日期的行从哪天起", "From which day lines hold that name none");
    public static readonly Text Try = new("试运行", "Try it");
    public static readonly Text Tried = new("试运行:什么也没有写入", "Dry run: nothing was written");
    public static readonly Text Sums = new(
        "新增 {0} · 修改 {1} · 停用 {2} · 不变 {3} · 拒收 {4}", "{0} added · {1} changed · {2} ended · {3} unchanged · {4} refused");

    public static readonly Text Write = new("写入 {0} 项", "Write {0}");
    public static readonly Text WriteGood = new("只写入没有问题的 {0} 项", "Write only the {0} that are right");
    public static readonly Text AllUnchanged = new("和现在的一样,没有要写入的。", "All of it is there already: nothing to write.");
    public static readonly Text Repair = new("拒收的改好以后再试。", "Repair what is refused, and try again.");
    public static readonly Text Back = new("返回修改", "Back");
    public static readonly Text Line = new("第 {0} 行", "Line {0}");
    public static readonly Text More = new("另有 {0} 项没有列出。", "{0} more are not listed.");

    public static readonly Text Year = new("{0} 年", "Year {0}");
    public static readonly Text EarlierYear = new("上一年", "Year before");
    public static readonly Text LaterYear = new("下一年", "Year after");
    public static readonly Text ToToday = new("到本月", "To this month");
    public static readonly Text Example = new("例子", "Example");
    public static readonly Text Today = new("今天", "today");
    public static readonly Text Shifts = new("班次", "Shift pattern");
    public static readonly Text NoShifts = new("还没有班次。", "There is no shift yet.");
    public static readonly Text Shift = new("班次", "Shift");
    public static readonly Text Start = new("上班", "Starts");
    public static readonly Text Length = new("时长", "Lasts");
    public static readonly Text Teams = new("班组", "Teams");
    public static readonly Text EveryTeam = new("全部班组", "every team");
    public static readonly Text Hours = new("{0} 小时", "{0} h");
    public static readonly Text DayBefore = new("(前一天)", "(the day before)");
    public static readonly Text DayAfter = new("(后一天)", "(the day after)");
    public static readonly Text Week = new("每周工作日", "Working week");
    public static readonly Text EveryDay = new("每天都上班", "every day is worked");
    public static readonly Text Marked = new("和每周安排不同的日子", "Days that differ from the working week");
    public static readonly Text NoneMarked = new("这一年还没有登记节假日和调休。", "No holidays are recorded for this year yet.");
    public static readonly Text Counts = new("工作日 {0} 天,休息 {1} 天", "{0} days worked, {1} off");

    private static readonly Text[] Weekdays =
    [
        new("日", "Sun"), new("一", "Mon"), new("二", "Tue"), new("三", "Wed"), new("四", "Thu"), new("五", "Fri"), new("六", "Sat"),
    ];

    public static IReadOnlyCollection<Text> All => Weekdays;

    public static Text Of(DayOfWeek day) => Weekdays[(int)day];

    public static Text Of(LineFate fate) => fate switch
    {
        LineFate.NotSet or LineFate.Unchanged => new("不变", "unchanged"),
        LineFate.Added => new("新增", "added"),
        LineFate.Changed => new("修改", "changed"),
        LineFate.Ended => new("停用", "ended"),
        LineFate.Refused => new("拒收", "refused"),
    };

    /// <summary>In the cell of a calendar.</summary>
    public static Text MarkOf(DayKind kind) => kind switch
    {
        DayKind.NotSet or DayKind.WorkingDay => new("工", "work"),
        DayKind.RestDay => new("休", "off"),
        DayKind.PublicHoliday => new("节", "hol."),
        DayKind.SwappedWorkingDay => new("班", "swap"),
    };
}
