using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;

namespace Ganchao.Dashboard.Entry;

/// <summary>What is unusual about a figure, in the words of whoever enters or certifies it.</summary>
internal static class UnusualTexts
{
    public static readonly Text Unusual = new("异常提示", "Unusual");
    public static readonly Text ReasonIs = new("原因:{0}", "reason: {0}");
    public static readonly Text ReasonOnSheet = new("原因见报表", "reason on the sheet");
    public static readonly Text NoReason = new("没有写原因", "no reason given");
    public static readonly Text Choose = new("选原因", "Choose a reason");

    /// <summary>Why a figure is right although it is unusual; any other reason is typed.</summary>
    public static readonly IReadOnlyList<Text> Reasons =
    [
        new("已核对,数量属实", "Checked, the quantity is right"),
        new("加班或连班", "Overtime or a double shift"),
        new("新产品或换产品", "New or other product"),
        new("补前几班的数", "Includes earlier shifts"),
        new("设备停过,做得少", "The machine stood, less was made"),
    ];

    private static readonly Text OutsideUsual = new("不在通常范围内", "outside the usual range");
    private static readonly Text FarFromMean = new("近 {0} 次平均 {1},相差较大", "far from {1}, the mean of the last {0}");

    private static readonly Text OtherUnit = new(
        "像是单位错了:约是近 {0} 次平均 {1} 的 {2}",
        "the unit seems wrong: about {2} the mean of the last {0}, {1}");

    private static readonly Text RestDay = new("日历上这天休息", "a rest day by the calendar");

    private static readonly Text MoreThanBefore = new(
        "比上道工序到此时报的 {1} 还多", "more than the {1} that the step before has reported so far");

    private static readonly Text Times = new("{0} 倍", "{0} times");
    private static readonly Text Part = new("{0} 分之一", "1/{0} of");

    public static string Say(UnusualMark mark, int decimals, ReaderLanguage words)
    {
        var typical = mark.Typical is { } figure ? Figures.Points(figure, Math.Max(decimals, Figures.Decimals(figure))) : "";
        return words.Of(Of(mark.Oddity), mark.Figures ?? 0, typical, FactorOf(mark, words));
    }

    private static Text Of(Oddity oddity) => oddity switch
    {
        Oddity.NotSet or Oddity.OutsideUsual => OutsideUsual,
        Oddity.FarFromMean => FarFromMean,
        Oddity.OtherUnit => OtherUnit,
        Oddity.RestDay => RestDay,
        Oddity.MoreThanBefore => MoreThanBefore,
    };

    private static string FactorOf(UnusualMark mark, ReaderLanguage words) => mark.Factor is not { } factor ? ""
        : factor >= 1 ? words.Of(Times, Whole(factor))
        : words.Of(Part, Whole(1 / factor));

    private static string Whole(decimal factor) => factor.ToString("0", CultureInfo.InvariantCulture);
}
