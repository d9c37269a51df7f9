using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;

namespace Ganchao.Dashboard.Entry;

/// <summary>All texts of the entry pages.</summary>
internal static class EntryTexts
{
    public static readonly Text Entry = new("填报", "Enter a shift");
    public static readonly Text ChooseTeam = new("选班组和班次", "Choose team and shift");
    public static readonly Text NoTeams = new("还没有班组。先登记组织和班次。", "There are no teams yet. Record the organisation and the shifts first.");
    public static readonly Text NoShifts = new("近日没有班次", "no shift in these days");
    public static readonly Text Running = new("正在上班", "going on");
    public static readonly Text EarlierShifts = new("前几班", "Earlier shifts");
    public static readonly Text Error = new("错误:", "Error: ");
    public static readonly Text ProblemCount = new("有 {0} 处问题", "Problems: {0}");

    public static readonly Text Plan = new("计划", "plan");
    public static readonly Text ShiftPlan = new("本班计划", "Shift plan");
    public static readonly Text Last = new("上一班", "last shift");
    public static readonly Text LastHeat = new("上一炉", "last heat");
    public static readonly Text NoLast = new("近期没有填过", "not entered lately");
    public static readonly Text ProjectPlan = new("项目计划 {0},已报 {1}", "project plan {0}, reported {1}");
    public static readonly Text Project = new("竞赛项目", "project");
    public static readonly Text WorkOrder = new("工作令", "work order");
    public static readonly Text BlankIsNone = new("没有的不用填;0 要填 0。", "Leave blank what there is none of; type 0 for zero.");
    public static readonly Text NothingToEnter = new(
        "这个班组没有要按班填报的:该日没有竞赛,竞赛办法没有用到,或者产品还没有登记到它的项目或工艺路线。",
        "This team enters nothing by the shift: no competition runs or asks for it, or no product is registered in its projects or routes.");

    public static readonly Text Heat = new("第 {0} 炉", "Heat {0}");
    public static readonly Text Record = new("炉号", "Heat number");
    public static readonly Text AddHeat = new("填炉次", "Enter a heat");
    public static readonly Text OneMoreHeat = new("再加一炉", "One more heat");
    public static readonly Text Event = new("本班事件", "Events of this shift");
    public static readonly Text NoEvent = new("无事件", "nothing happened");
    public static readonly Text SomeEvent = new("有事件", "something happened");
    public static readonly Text EventNote = new("事件说明", "What happened");
    public static readonly Text Next = new("下一步", "Next");

    public static readonly Text Check = new("核对后提交", "Check, then submit");
    public static readonly Text Change = new("更改", "Change");
    public static readonly Text Submit = new("确认提交", "Submit");
    public static readonly Text Back = new("返回修改", "Go back");
    public static readonly Text LateNotice = new("本班已交班:现在填的记为补报。", "The shift is signed off: what is entered now is marked as late.");
    public static readonly Text IsRight = new("数字没有错", "The figure is right");
    public static readonly Text WhyUnusual = new("原因", "Reason");
    public static readonly Text TickAndReason = new("请勾选确认并写明原因,或更改数字。", "Tick it and give a reason, or change the figure.");
    public static readonly Text PleaseConfirm = new("{0},请确认。", "Please confirm: {0}.");

    public static readonly Text NoNumber = new("“{0}”不是数字。", "“{0}” is no number.");
    public static readonly Text RecordMissing = new("请填炉号。", "Type the heat number.");
    public static readonly Text HeatEmpty = new("填了炉号,没有填数。", "The heat has a number and no figures.");
    public static readonly Text EventNoteMissing = new("请写明发生了什么。", "Say what happened.");
    public static readonly Text NothingTyped = new(
        "至少填一个数;本班什么都没有的,用下面的“无事可报”。",
        "Type at least one figure; if there was nothing in this shift, use “Nothing to report” below.");

    public static readonly Text OutcomeUnknown = new(
        "数据库没有及时回答,不知道是否已存入。请再按一次,不会重复记入。",
        "The database did not answer in time; whether it was recorded is not known. Press again: nothing is recorded twice.");

    public static readonly Text Receipt = new("✓ 已存入", "✓ Recorded");
    public static readonly Text ReceiptNumber = new("回执", "Receipt");
    public static readonly Text ReceiptRow = new("第 {0} 号 · 编号 …{1}", "no. {0} · id …{1}");
    public static readonly Text Repeated = new(
        "这些先前已经存入,没有再记一次。", "These were recorded before; nothing was recorded a second time.");

    public static readonly Text Effect = new("得分和名次", "Points and place");
    public static readonly Text Points = new("总分", "Points");
    public static readonly Text Ahead = new("前一名", "Next above");
    public static readonly Text AheadBy = new("{0}(第 {1} 名),差 {2} 分", "{0} (place {1}), {2} points away");
    public static readonly Text Unchanged = new("没有变化", "unchanged");
    public static readonly Text NoEffect = new("没有进行中的竞赛用到这个班次。", "No running competition counts this shift.");
    public static readonly Text Why = new("为什么", "Why");
    public static readonly Text EnterMore = new("再填一条", "Enter more");
    public static readonly Text BrokenReceipt = new("这个回执打不开了", "This receipt can no longer be opened");
    public static readonly Text SeeHistory = new("填报本身没有丢失,请看历史。", "What was entered is not lost; see the history.");

    public static readonly Text OnSheet = new("本班已填", "On the sheet already");
    public static readonly Text Void = new("作废", "void");
    public static readonly Text History = new("历史", "History");
    public static readonly Text NoHistory = new("这个班次还没有填报。", "Nothing has been entered for this shift yet.");
    public static readonly Text WeekOf = new("{0}起的一周", "week of {0}");
    public static readonly Text Version = new("第 {0} 版", "Version {0}");
    public static readonly Text DeviceClock = new("设备时间", "device clock");
    public static readonly Text Observed = new("原始时间", "time on the paper");
    public static readonly Text ServerClock = new("服务器时间", "server clock");
    public static readonly Text Note = new("说明", "Note");
    public static readonly Text Erased = new("(已删除)", "(erased)");

    public static readonly Text Correct = new("更正", "Correct");
    public static readonly Text OldValue = new("原来的数", "Old figure");
    public static readonly Text NewValue = new("改为", "New figure");
    public static readonly Text VoidLine = new("作废这一条", "Void this line");
    public static readonly Text ReasonText = new("补充说明", "Details");
    public static readonly Text ReasonMissing = new("请选择更正原因;选“其他”时写明。", "Choose why it is corrected; say it in words for “other”.");
    public static readonly Text ValueMissing = new("请填一个数,或选择作废。", "Type a figure, or choose to void the line.");
    public static readonly Text SameFigure = new("新旧数字相同,没有要更正的。", "The figures are the same; there is nothing to correct.");
    public static readonly Text RecordEvent = new("登记事件 · {0}", "Record an event · {0}");
    public static readonly Text NoSuchEntry = new("没有这条填报", "There is no such entry");
    public static readonly Text Superseded = new(
        "这一条已被更正过。请到历史页更正最新的一条。",
        "This entry was corrected meanwhile. Correct the newest one on the history page.");

    public static readonly Text ToConfirm = new("代填待确认", "To be confirmed");
    public static readonly Text ToConfirmMeaning = new(
        "这些是别人替您的班组填的。数对就确认;不对就更正。过两个工作日没有确认的,由分厂处理。",
        "Others entered these for your team. Confirm what is right and correct what is not; after two working days the branch sees to it.");

    public static readonly Text NothingToConfirm = new("没有要确认的。", "Nothing waits to be confirmed.");
    public static readonly Text Confirm = new("数对,确认", "They are right");
    public static readonly Text WaitsForYou = new("有 {0} 份班报的代填等您确认", "Sheets with entries that wait for you: {0}");

    public static readonly Text SignOff = new("交班", "Sign off");
    public static readonly Text SignOffConfirm = new("确认交班", "Sign the shift off");
    public static readonly Text SignOffMeaning = new(
        "交班后,普通填报结束;漏填的记为补报,错的可以更正。",
        "After it ordinary entries end; what was forgotten is marked as late, what is wrong can be corrected.");

    public static readonly Text SignedOff = new("本班已交班", "The shift is signed off");
    public static readonly Text BackToForm = new("返回填报", "Back to the form");

    public static readonly Text Expired = new("表单过期了", "The form has expired");
    public static readonly Text FormExpired = new(
        "没有存入。请返回上一页,刷新后再提交。", "Nothing was recorded. Go back, load the page again and submit.");

    public static readonly Text LargeFile = new("文件太大", "The file is too large");
    public static readonly Text TooLarge = new(
        "没有存入。文件最大 5 MB:请删掉图片和不用的部分,或拍小一点。",
        "Nothing was recorded. A file has at most 5 MB: take out pictures and what is not needed, or take a smaller photo.");

    public static readonly Text Wait = new("请稍等", "Wait a moment");
    public static readonly Text TooOften = new(
        "没有存入。一分钟内提交得太多了。请等一分钟,再提交一次。", "Nothing was recorded. That was too often within a minute. Wait a minute and submit again.");

    public static readonly Text NotOpen = new("现在不能在这里填报", "Entering is not open here");
    public static readonly Text NeedsSignIn = new(
        "系统设了口令,网页登录还没有开放:请由统计员用接口或导入填报。仍可查看。",
        "The system is set up with keys and signing in by browser is not open yet: the statistician enters by file or interface. Reading stays open.");

    public static readonly Text OnlyHere = new(
        "没有设口令时,只能在服务器这台电脑上填报。请在那台电脑上打开本页,或请管理员设置。仍可查看。",
        "Without keys only the server computer itself may enter. Open this page there, or ask the administrator. Reading stays open.");

    public static readonly Text NoSuchShift = new("没有这个班次", "There is no such shift");
    public static readonly Text BadAddress = new("地址不完整:应是 厂/班组/日期/班次。", "The address is not plant/team/date/shift.");
    public static readonly Text UnknownShift = new("没有这个厂、班组、日期或班次。", "There is no such plant, team, date or shift.");
    public static readonly Text NoSuchPlant = new("没有这个厂。", "There is no such plant.");
    public static readonly Text NoSuchTeam = new("该日没有这个班组。", "There is no such team on that date.");
    public static readonly Text NoSuchKind = new("该日这个班组没有这个班次。", "The team has no such shift on that date.");
    public static readonly Text DateTooFar = new("日期太早,或晚于明天。", "The date is too early, or later than tomorrow.");
    public static readonly Text ScanAgain = new("请重新扫码,或从列表中选。", "Scan the code again, or choose from the list.");

    /// <summary>Why figures are corrected, as a lead would say it; the last one needs words of its own.</summary>
    public static readonly IReadOnlyList<Text> Reasons =
    [
        new("录错数字", "Typed a wrong figure"),
        new("录错小数点或单位", "Wrong decimal point or unit"),
        new("录错产品或工作令", "Wrong product or work order"),
        new("复核后数量不符", "Counted again"),
        new("其他", "Other"),
    ];

    public static Text Of(UnknownPart unknown) => unknown switch
    {
        UnknownPart.NotSet => BadAddress,
        UnknownPart.Plant => NoSuchPlant,
        UnknownPart.Team => NoSuchTeam,
        UnknownPart.Shift => NoSuchKind,
        UnknownPart.Date => DateTooFar,
    };

    /// <summary>Null for the ordinary way, which needs no word.</summary>
    public static Text? Of(EntryWay way) => way is EntryWay.NotSet or EntryWay.Ordinary ? null : RoleTexts.Of(way);
}
