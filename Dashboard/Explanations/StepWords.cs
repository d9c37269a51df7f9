using System.Collections.Frozen;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Registers;
using Ganchao.Scoring;

namespace Ganchao.Dashboard.Explanations;

/// <summary>What the functions of the rulebook language do, in the reader's words.</summary>
internal static class StepWords
{
    public static readonly FrozenDictionary<string, Text> Functions = new Dictionary<string, Text>
    {
        ["step"] = new("每满一档", "each full step"),
        ["stepStarted"] = new("每一档(不足一档按一档)", "each step, started ones too"),
        ["if"] = new("按条件", "by a condition"),
        ["ifna"] = new("缺数时替代", "with a stand-in"),
        ["min"] = new("取最小", "the smallest"),
        ["max"] = new("取最大", "the greatest"),
        ["clamp"] = new("限定范围", "within bounds"),
        ["band"] = new("分段", "by bands"),
        ["round"] = new("取整", "rounded"),
        ["abs"] = new("绝对值", "the amount"),
        ["marginal"] = new("分段累进", "each part at its rate"),
        ["exp"] = new("指数", "exponential"),
        ["ln"] = new("自然对数", "natural logarithm"),
        ["log10"] = new("常用对数", "logarithm to base 10"),
        ["sqrt"] = new("平方根", "square root"),
        ["mod"] = new("余数", "remainder"),
        ["floor"] = new("向下取整", "rounded down"),
        ["ceiling"] = new("向上取整", "rounded up"),
        ["pick"] = new("查表", "by a table"),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Text> Folds = new Dictionary<string, Text>
    {
        ["sum"] = new("合计", "sum"),
        ["mean"] = new("平均", "mean"),
        ["last"] = new("最近一次", "last"),
        ["count"] = new("次数", "count"),
        ["countIf"] = new("符合条件的次数", "count of those"),
        ["days"] = new("天数", "days"),
        ["min"] = new("最小", "least"),
        ["max"] = new("最大", "most"),
        ["firstDate"] = new("最早日期", "first date"),
        ["lastDate"] = new("最近日期", "last date"),
        ["first"] = new("第一次", "first"),
        ["median"] = new("中位数", "median"),
        ["trimmedMean"] = new("去掉最高最低后平均", "mean without extremes"),
        ["bestOf"] = new("最好几次合计", "sum of the best"),
        ["worstOf"] = new("最差几次合计", "sum of the worst"),
        ["streak"] = new("连续次数", "in a row at the end"),
        ["longest"] = new("最长连续次数", "longest run"),
        ["firstWhere"] = new("首次符合条件", "first of those"),
        ["lastWhere"] = new("最近符合条件", "last of those"),
        ["countBefore"] = new("此前次数", "count before"),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Text> Cohorts = new Dictionary<string, Text>
    {
        ["mean"] = new("同组平均", "mean of the division"),
        ["median"] = new("同组中位数", "median of the division"),
        ["best"] = new("同组最好", "best of the division"),
        ["worst"] = new("同组最差", "worst of the division"),
        ["rank"] = new("同组名次", "rank in the division"),
        ["share"] = new("占同组比重", "share of the division"),
        ["scale"] = new("同组换算", "scaled in the division"),
        ["sumOf"] = new("同组合计", "sum of the division"),
        ["countOf"] = new("同组家数", "how many of the division"),
        ["percentile"] = new("同组分位数", "percentile of the division"),
        ["closest"] = new("同组最接近", "closest of the division"),
        ["of"] = new("所指参赛者", "of the entrant named"),
        ["min"] = new("同组最小", "least of the division"),
        ["max"] = new("同组最大", "most of the division"),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Text> Terms = new Dictionary<string, Text>
    {
        ["plan"] = new("计划", "plan"),
        ["baseline"] = new("基期", "baseline"),
        ["coefficient"] = new("系数", "coefficient"),
        ["base"] = new("基础分", "base points"),
        ["asOf"] = new("截至日期", "as of"),
        ["daysSince"] = new("距今天数", "days since"),
        ["date"] = new("日期", "date"),
        ["reference"] = new("外部数值", "from outside"),
        ["tag"] = new("标签", "tag"),
        ["account"] = new("账户余额", "in the account"),
        ["carried"] = new("上阶段结转", "carried from the stage before"),
        ["adjustment"] = new("竞赛委员会评定", "decided by the committee"),
        ["size"] = new("参赛数", "number of entrants"),
        ["stageNumber"] = new("第几阶段", "number of the stage"),
        ["stageOfYear"] = new("年内第几阶段", "number of the stage in the year"),
    }.ToFrozenDictionary();

    /// <summary>What the system works out of an entrant, by the name that rulebooks use.</summary>
    public static readonly FrozenDictionary<string, Text> WorkedOut = new Dictionary<string, Text>
    {
        [ReservedCoefficients.MilestoneDaysLate] = new("节点延误天数", "days late on milestones"),
    }.ToFrozenDictionary();

    public static readonly Text Constant = new("办法规定的数", "set by the rulebook");
    public static readonly Text Total = new("总分", "Total");
    public static readonly Text Section = new("{0} 小计", "{0}, section");
    public static readonly Text Points = new("{0} 得分", "{0}, points");
    public static readonly Text Value = new("{0} 数值", "{0}, value");
    public static readonly Text ThisValue = new("本项数值", "its value");
    public static readonly Text StandIn = new("缺数处理", "In place of missing points");
    public static readonly Text Veto = new("否决项:{0}", "Veto: {0}");

    /// <summary>A function whose result is a date, which the engine holds as a day number.</summary>
    public static bool IsDate(Explanation step) =>
        step.Kind is ExplanationKind.Fold or ExplanationKind.Term && CallOf(step) is "firstDate" or "lastDate" or "asOf" or "date";

    /// <summary>The name before the bracket.</summary>
    public static string CallOf(Explanation step) => step.Formula.Split('(', 2)[0].Trim();
}
