using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;

namespace Ganchao.Dashboard.Exclusions;

/// <summary>All texts about stretches of a shift that are not to count.</summary>
internal static class ExclusionTexts
{
    public static readonly Text Exclusions = new("免计时段", "Excluded stretches");
    public static readonly Text Waiting = new("免计时段:待会签和有异议的", "Excluded stretches to countersign or decide");
    public static readonly Text Settled = new("近一月已定的", "Settled in the last month");
    public static readonly Text NothingWaiting = new("没有等着会签或裁定的时段。", "Nothing waits to be countersigned or decided.");
    public static readonly Text None = new("这个班次没有提出过免计时段。", "No stretch of this shift was proposed to be left out.");
    public static readonly Text Meaning = new(
        "开机、故障、停电、待料等耽误的时间,一方提出,另一方会签后才免计;怎么免,由竞赛办法定。",
        "Time lost to start-up, breakdown, power cut or lack of material: one side proposes, it counts once the other countersigns. The rulebook says what it changes.");

    public static readonly Text Propose = new("提出免计时段", "Propose a stretch");
    public static readonly Text From = new("从", "From");
    public static readonly Text Length = new("多长", "How long");
    public static readonly Text Minutes = new("{0} 分钟", "{0} min");
    public static readonly Text WholeShift = new("整班", "the whole shift");
    public static readonly Text Cause = new("原因", "Cause");
    public static readonly Text Responsible = new("责任方(由它会签)", "Responsible side (it countersigns)");
    public static readonly Text ResponsibleSide = new("责任方", "responsible side");
    public static readonly Text Side = new("谁提出", "Who proposes");
    public static readonly Text BySideTeam = new("本班组", "The team");
    public static readonly Text BySideResponsible = new("责任方", "The responsible side");
    public static readonly Text Note = new("补充说明(可不填)", "Remark (may be left blank)");
    public static readonly Text Send = new("提交,请对方会签", "Send it to be countersigned");

    public static readonly Text Agree = new("会签同意", "Countersign");
    public static readonly Text Contest = new("有异议", "Contest");
    public static readonly Text Withdraw = new("撤回", "Withdraw");
    public static readonly Text Uphold = new("裁定免计", "Decide: it counts");
    public static readonly Text Reject = new("裁定不免计", "Decide: it does not count");
    public static readonly Text Reason = new("理由", "Reason");
    public static readonly Text Details = new("补充理由", "Reason in words");
    public static readonly Text Choose = new("请选择", "Choose");
    public static readonly Text AsTeam = new("班组一方", "for the team");
    public static readonly Text AsResponsible = new("责任方", "for the responsible side");
    public static readonly Text AsDecider = new("分厂竞赛负责人或竞赛办裁定", "the branch organiser or the office decides");
    public static readonly Text Change = new("此事有误?", "A mistake?");

    public static readonly Text Agreed = new("会签", "countersigned");
    public static readonly Text BackToForm = new("返回填报", "Back to the form");
    public static readonly Text Open = new("打开", "Open");
    public static readonly Text LengthMissing = new("请选时间长短。", "Choose how long.");
    public static readonly Text CauseMissing = new("请选原因。", "Choose a cause.");
    public static readonly Text ResponsibleMissing = new("请选责任方。", "Choose the responsible side.");

    /// <summary>Why one contests, as people say it; anything else is typed.</summary>
    public static readonly IReadOnlyList<Text> ContestReasons =
    [
        new("时间没有这么长", "It was not that long"),
        new("不是这个原因", "The cause is another"),
        new("责任不在我方", "We are not the responsible side"),
        new("没有停,照常生产", "Work went on as usual"),
    ];

    /// <summary>On what a decision rests.</summary>
    public static readonly IReadOnlyList<Text> DecisionReasons =
    [
        new("核对了记录或仪表", "Records or meters were checked"),
        new("双方当面核实", "Both sides were heard"),
        new("证据不足", "Not enough evidence"),
        new("会签有误", "It was countersigned by mistake"),
    ];

    private static readonly Dictionary<string, Text> Known = new(StringComparer.Ordinal)
    {
        ["outside-shift"] = new("时段超出了本班的起止时间。", "The stretch is not within the shift."),
        ["overlaps"] = new("和另一个时段重叠。请改时间,或先撤回那一个。", "It overlaps another stretch. Change it, or have that one withdrawn first."),
        ["cause-missing"] = CauseMissing,
        ["responsible-own-team"] = new("责任方不能是班组自己,要由另一方会签。", "The responsible side is another than the team itself: it countersigns."),
        ["unknown-unit"] = new("该日没有这个单位。", "There is no such unit on that date."),
        ["exclusion-settled"] = new("刚刚有人处理过了,请看现在的状态。", "Somebody has dealt with it meanwhile; see how it stands."),
        ["own-proposal"] = new("自己一方提出的,要由另一方会签或提异议。", "One's own side proposed it; the other side countersigns or contests it."),
        ["not-own-proposal"] = new("只有提出的一方能撤回。", "Only the side that proposed it withdraws it."),
        ["own-case"] = new("提出、会签或提异议的人不裁定。请竞赛办裁定。", "Whoever proposed, countersigned or contested it does not decide it. Ask the office."),
        ["wrong-role"] = new("您的岗位不能代表这一方。", "Your post does not speak for this side."),
        ["role-not-held"] = new("您在这个单位没有这个岗位。", "You do not hold this post in this unit."),
        ["reason-missing"] = new("请选理由或写明理由。", "Choose or type a reason."),
        ["side-missing"] = new("请选代表哪一方。", "Say for which side you act."),
        ["text-not-allowed"] = new("文字太长或含有特殊字符。请改短。", "The text is too long or holds odd characters. Shorten it."),
        ["id-taken"] = new("这一项先前已经存入。请刷新页面。", "This was recorded before. Load the page again."),
    };

    private static readonly Text Other = new(
        "没有存入:不符合规则。请核对后再试。", "Not recorded: it breaks a rule. Check it and try again.");

    public static Text OfRefusal(string rule) => Known.GetValueOrDefault(rule, Other);

    public static Text Of(ExclusionCause cause) => cause switch
    {
        ExclusionCause.NotSet => new("未注明", "not stated"),
        ExclusionCause.StartUp => new("开机", "start-up"),
        ExclusionCause.Breakdown => new("故障", "breakdown"),
        ExclusionCause.PowerCut => new("停电", "power cut"),
        ExclusionCause.NoMaterial => new("待料", "no material"),
        ExclusionCause.NoTask => new("无任务", "no task"),
        ExclusionCause.SensorOutage => new("仪表故障", "sensor outage"),
        ExclusionCause.ByOthers => new("他方原因", "caused by others"),
    };

    public static Text Of(ExclusionState state) => state switch
    {
        ExclusionState.NotSet or ExclusionState.Proposed => new("待会签", "waits for the other side"),
        ExclusionState.Agreed => new("已会签,免计", "agreed, left out"),
        ExclusionState.Contested => new("有异议,待裁定", "contested, to be decided"),
        ExclusionState.Withdrawn => new("已撤回", "withdrawn"),
        ExclusionState.Rejected => new("裁定不免计", "decided: not left out"),
    };

    /// <summary>A sign beside the word, since colour alone says nothing.</summary>
    public static string MarkOf(ExclusionState state) => state switch
    {
        ExclusionState.NotSet or ExclusionState.Proposed => "○",
        ExclusionState.Agreed => "✓",
        ExclusionState.Contested => "!",
        ExclusionState.Withdrawn => "—",
        ExclusionState.Rejected => "✕",
    };

    public static Text Of(ExclusionAct act) => act switch
    {
        ExclusionAct.NotSet => new("提出", "proposed"),
        ExclusionAct.Agree => new("会签同意", "countersigned"),
        ExclusionAct.Contest => new("提出异议", "contested"),
        ExclusionAct.Withdraw => new("撤回", "withdrew"),
        ExclusionAct.Uphold => new("裁定免计", "decided that it counts"),
        ExclusionAct.Reject => new("裁定不免计", "decided that it does not count"),
    };
}
