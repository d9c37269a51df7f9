namespace Ganchao.Client.Live;

/// <summary>How a page hears of its board.</summary>
internal enum FeedStatus
{
    /// <summary>Not yet.</summary>
    NotSet,

    /// <summary>Over a WebSocket.</summary>
    Socket,

    /// <summary>By asking for the frame every two seconds, where WebSockets are refused.</summary>
    Polling,

    /// <summary>Neither; it is tried again for ever.</summary>
    Down,
}
