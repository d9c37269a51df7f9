namespace Ganchao.Client.Live;

/// <summary>What a live page may claim of itself, the best first.</summary>
internal enum LiveState
{
    /// <summary>实时.</summary>
    Live,

    /// <summary>载入中: what the server rendered; nothing has been heard since.</summary>
    Loading,

    /// <summary>正在重连.</summary>
    Reconnecting,

    /// <summary>数据已过时.</summary>
    Stale,

    /// <summary>已断开.</summary>
    Offline,

    /// <summary>Off for so long that its places are no longer shown.</summary>
    Gone,
}

/// <summary>
/// How fresh a board is: by the page's own clock on what it last heard, never by the state of the connection alone, which a
/// frozen server keeps open.
/// </summary>
internal static class Freshness
{
    public static readonly TimeSpan LiveFor = TimeSpan.FromSeconds(8);
    public static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan OfflineAfter = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan GoneAfter = TimeSpan.FromMinutes(60);

    /// <param name="status">How the page hears of its board.</param>
    /// <param name="age">Since it last heard, or since the page came where it has heard nothing yet.</param>
    /// <param name="hasHeard">Whether it has heard anything yet.</param>
    public static LiveState Of(FeedStatus status, TimeSpan age, bool hasHeard) =>
        age > GoneAfter ? LiveState.Gone
        : age > OfflineAfter ? LiveState.Offline
        : age > StaleAfter ? LiveState.Stale
        : !hasHeard ? LiveState.Loading
        : status is FeedStatus.Down or FeedStatus.NotSet ? LiveState.Reconnecting
        : age > LiveFor ? LiveState.Stale
        : LiveState.Live;
}
