namespace Ganchao.Client.Walls;

/// <summary>How one screen wants its wall.</summary>
public sealed record WallSettings
{
    /// <summary>How long a page stays.</summary>
    public const int PageSeconds = 20;

    private const int FewestRows = 5;
    private const int MostRows = 12;
    private const int UsualRows = 8;

    /// <summary>For sunlit walls.</summary>
    public bool IsLight { get; init; }

    /// <summary>5 to 12; 8 can be read at 10 m on a screen of 65 inches.</summary>
    public int RowsPerPage { get; init; } = UsualRows;

    /// <summary>What a screen asked for, kept within what can be read.</summary>
    public static int RowsWithin(int? asked) => Math.Clamp(asked ?? UsualRows, FewestRows, MostRows);
}

/// <summary>A QR code as an SVG path on a field of <paramref name="Modules"/> squares.</summary>
public sealed record QrCode(string Path, int Modules);
