using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Walls;

/// <summary>
/// Lets a screen that nobody touches ask again, by a header, which every browser obeys without scripts.
/// </summary>
internal static class PageRefresh
{
    public static readonly TimeSpan OfPlainWall = TimeSpan.FromSeconds(30);
    public static readonly TimeSpan AfterProblem = TimeSpan.FromSeconds(60);

    public static void AskAgainAfter(this HttpContext http, TimeSpan pause) =>
        http.Response.Headers["Refresh"] = pause.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
}
