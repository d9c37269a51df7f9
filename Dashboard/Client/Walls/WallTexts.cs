using Ganchao.Client.Live;
using Ganchao.Client.Wording;

namespace Ganchao.Client.Walls;

/// <summary>What a wall says besides names and figures.</summary>
internal static class WallTexts
{
    public static readonly Text AsOf = new("截至", "as of");
    public static readonly Text DaysLeft = new("还剩 {0} 天", "{0} days left");
    public static readonly Text LastDay = new("最后一天", "last day");
    public static readonly Text StartsIn = new("{0} 天后开始", "starts in {0} days");
    public static readonly Text Ended = new("已结束", "ended");
    public static readonly Text PhoneView = new("手机看", "on your phone");
    public static readonly Text PhoneCode = new("用手机打开本榜的二维码", "QR code that opens this board on a phone");
    public static readonly Text Rulebook = new("竞赛办法", "rulebook");
    public static readonly Text Beside = new("全厂数字", "the plant's figures");
    public static readonly Text NothingReliable = new("暂无可靠数据", "no reliable figures at present");
    public static readonly Text Paused = new("已暂停翻页", "paging is paused");
    public static readonly Text Move = new("较上日", "change");
    public static readonly Text Trend = new("近日走势", "last days");
    public static readonly Text Up = new("上升 {0} 名", "up {0}");
    public static readonly Text Down = new("下降 {0} 名", "down {0}");
    public static readonly Text Level = new("名次未变", "no change");
    public static readonly Text Seconds = new("{0} 秒", "{0} s");
    public static readonly Text Minutes = new("{0} 分 {1} 秒", "{0} min {1} s");

    private static readonly Text Loading = new("○ 载入中", "○ loading");
    private static readonly Text Live = new("● 实时", "● live");
    private static readonly Text Reconnecting = new("▲ 正在重连", "▲ reconnecting");
    private static readonly Text Stale = new("▲ 数据已过时 {0}", "▲ out of date for {0}");
    private static readonly Text Offline = new("✕ 已断开 {0} 起", "✕ disconnected since {0}");

    /// <summary>
    /// The chip of a state; <paramref name="age"/> since something was heard, <paramref name="since"/> the clock then.
    /// </summary>
    public static string Of(LiveState state, TimeSpan age, string since, ReaderLanguage words) => state switch
    {
        LiveState.Loading => words.Of(Loading),
        LiveState.Live => words.Of(Live),
        LiveState.Reconnecting => words.Of(Reconnecting),
        LiveState.Stale => words.Of(Stale, AgeOf(age, words)),
        LiveState.Offline or LiveState.Gone => words.Of(Offline, since),
    };

    private static string AgeOf(TimeSpan age, ReaderLanguage words) => age < TimeSpan.FromMinutes(1)
        ? words.Of(Seconds, (int)age.TotalSeconds)
        : words.Of(Minutes, (int)age.TotalMinutes, age.Seconds);
}
