namespace Ganchao.Contracts.Boards;

/// <summary>Which kind of reader: decides how often frames come, and what of the rows.</summary>
public enum ViewerKind
{
    /// <summary>A program that asks for a frame: it gets all of it.</summary>
    NotSet,

    /// <summary>A phone or desk: at most five frames a second.</summary>
    Live,

    /// <summary>A wall: at most one frame a second, so that each slide ends before the next starts.</summary>
    Wall,
}

/// <summary>
/// Where boards are heard of: <c>hubs/board?board=plant/competition/stage&amp;viewer=wall</c> by WebSocket without
/// negotiation, and <c>api/boards/plant/competition/stage/frame?viewer=wall</c> where there is none.
/// </summary>
public static class BoardAddress
{
    public const string Hub = "hubs/board";
    public const string Board = "board";
    public const string Viewer = "viewer";

    private const string Wall = "wall";
    private const string Live = "live";

    /// <param name="server">Ends with a slash.</param>
    /// <param name="board">plant/competition/stage.</param>
    /// <param name="viewer">Live or wall.</param>
    public static Uri HubOf(Uri server, string board, ViewerKind viewer) =>
        new(server, $"{Hub}?{Board}={Uri.EscapeDataString(board)}&{Viewer}={NameOf(viewer)}");

    /// <param name="server">Ends with a slash.</param>
    /// <param name="board">plant/competition/stage.</param>
    /// <param name="viewer">Live or wall.</param>
    public static Uri FrameOf(Uri server, string board, ViewerKind viewer) =>
        new(server, $"api/boards/{board}/frame?{Viewer}={NameOf(viewer)}");

    /// <summary>The kind of a name; <see cref="ViewerKind.NotSet"/> where there is none or another one.</summary>
    public static ViewerKind KindOf(string? name) => name switch
    {
        Wall => ViewerKind.Wall,
        Live => ViewerKind.Live,
        _ => ViewerKind.NotSet,
    };

    private static string NameOf(ViewerKind viewer) => viewer switch
    {
        ViewerKind.Wall => Wall,
        ViewerKind.Live => Live,
        ViewerKind.NotSet => throw new ArgumentOutOfRangeException(nameof(viewer), viewer, "A viewer is a live page or a wall."),
    };
}
