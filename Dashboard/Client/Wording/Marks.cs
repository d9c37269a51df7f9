using System.Collections.Frozen;

namespace Ganchao.Client.Wording;

/// <summary>What stands where a figure is missing: the rulebook's own word, such as 待财务, or the name of a reason.</summary>
internal static class Marks
{
    // By the names of the rule engine's reasons: the browser has the engine only where a rule is tried.
    private static readonly Dictionary<string, Text> Reasons = new(StringComparer.Ordinal)
    {
        ["Missing"] = new("未填报", "not entered"),
        ["Refused"] = new("不予认定", "refused"),
        ["NoAttribute"] = new("产品无此数据", "no product data"),
        ["DivisionByZero"] = new("除数为零", "division by zero"),
        ["Overflow"] = new("数值过大", "too large"),
        ["OutOfDomain"] = new("参数不适用", "term out of range"),
        ["Undefined"] = new("办法未规定", "not defined"),
        ["Excluded"] = new("不计", "excluded"),
        ["NoPlan"] = new("无计划", "no plan"),
        ["NoBaseline"] = new("无基期", "no baseline"),
        ["NoCoefficient"] = new("无系数", "no coefficient"),
        ["NoReference"] = new("无外部数值", "no figure from outside"),
        ["NoTag"] = new("无此标签", "no such tag"),
        ["NoEntrant"] = new("无此参赛者", "no such entrant"),
        ["NoHistory"] = new("无前期结果", "no earlier stage"),
        ["NotDecided"] = new("尚未评定", "not decided yet"),
        ["Held"] = new("暂缓", "on hold"),
        ["PoolMissed"] = new("合计不等于总额", "does not add up to the pool"),
    };

    // Of rulebooks' own words those that English readers meet; any other stands as it is.
    private static readonly FrozenDictionary<string, Text> RulebookWords = new Dictionary<string, Text>
    {
        ["待财务"] = new("待财务", "awaits finance"),
        ["待质检"] = new("待质检", "awaits inspection"),
        ["待检查"] = new("待检查", "awaits a check"),
    }.ToFrozenDictionary();

    /// <summary>Null where the mark is a word of the rulebook's own.</summary>
    public static Text? ReasonOf(string mark) => Reasons.GetValueOrDefault(mark);

    public static string Of(string mark, ReaderLanguage words) =>
        (ReasonOf(mark) ?? RulebookWords.GetValueOrDefault(mark)) is { } known ? words.Of(known) : mark;
}
