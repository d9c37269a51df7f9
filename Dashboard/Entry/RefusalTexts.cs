using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Refusals;

namespace Ganchao.Dashboard.Entry;

/// <summary>What a sheet's refusals mean to a shift lead, and what to do; by the rule's stable name.</summary>
internal static class RefusalTexts
{
    private static readonly Text Other = new(
        "没有存入:不符合填报规则。请核对后再试,仍不行请找统计员。",
        "Not recorded: it breaks a rule of the sheet. Check it and try again, or ask the statistician.");

    private static readonly Dictionary<string, Text> Known = new(StringComparer.Ordinal)
    {
        ["id-taken"] = new(
            "这一项先前已经存入,内容不同。请到历史页更正。",
            "This was recorded before with other content. Correct it on the history page."),
        ["cell-taken"] = new(
            "这一格已经有人填了。请到历史页更正那一条。",
            "Somebody has filled this cell already. Correct that entry on the history page."),
        ["already-superseded"] = new(
            "这一条已被更正过。请到历史页更正最新的一条。",
            "This entry was corrected meanwhile. Correct the newest one on the history page."),
        ["signed-off"] = new(
            "本班刚刚交班。请返回修改再走一遍,将记为补报。",
            "The shift was signed off just now. Go back and check again; it will be marked as late."),
        ["too-many-decimals"] = new("最多 {0} 位小数。", "At most {0} decimals."),
        ["value-out-of-range"] = new(
            "超出允许的范围({0} 到 {1} {2})。请核对数字和单位。",
            "Outside the range that is taken ({0} to {1} {2}). Check the figure and its unit."),
        ["derived-out-of-range"] = new(
            "和别的数合不上:由它算出的指标超出了允许的范围(比如不合格数比检查数还多)。请核对这几个数。",
            "It does not fit the other figures: what follows from them is outside the range that is taken (more rejected than inspected, for example). Check these figures."),
        ["value-missing"] = EntryTexts.ValueMissing,
        ["record-missing"] = EntryTexts.RecordMissing,
        ["reason-missing"] = EntryTexts.ReasonMissing,
        ["text-not-allowed"] = new("文字太长或含有特殊字符。请改短。", "The text is too long or holds odd characters. Shorten it."),
        ["wrong-role"] = new("班长不填这一项。请找统计员。", "A shift lead does not enter this. Ask the statistician."),
        ["unknown-product"] = new("该日没有这个产品。请找统计员。", "There is no such product on that date. Ask the statistician."),
        ["unknown-work-order"] = new(
            "该日没有这个工作令号。请找统计员。", "There is no such work order on that date. Ask the statistician."),
        ["measure-ended"] = new("这个指标已停用。请找统计员。", "This measure has ended. Ask the statistician."),
        ["product-ended"] = new("这个产品已停用。请找统计员。", "This product has ended. Ask the statistician."),
        ["unknown-measure"] = new("该日没有这个指标。请找统计员。", "There is no such measure on that date. Ask the statistician."),
        ["sheet-not-empty"] = NothingTexts.NotEmpty,
        ["nothing-reported"] = NothingTexts.Said,
        ["date-out-of-range"] = new("这个日期不能填报。", "This date cannot be entered."),
    };

    public static IReadOnlyCollection<Text> All => [.. Known.Values, Other];

    public static string Say(Refusal refusal, EntryField? field, ReaderLanguage words)
    {
        var text = words.Of(Known.GetValueOrDefault(refusal.Rule, Other));
        return refusal.Rule switch
        {
            "too-many-decimals" => Filled(text, field?.Words.Decimals),
            "value-out-of-range" => Filled(text, Bound(field?.Min, "−∞"), Bound(field?.Max, "∞"), Units.Of(field?.Words.Unit ?? "", words.Language)),
            _ => text,
        };
    }

    private static string Bound(decimal? bound, string none) =>
        bound is { } value ? Figures.Points(value, Figures.Decimals(value)) : none;

    private static string Filled(string text, params object?[] parts) =>
        string.Format(CultureInfo.InvariantCulture, text, parts);
}
