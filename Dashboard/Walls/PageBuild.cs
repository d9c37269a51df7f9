using Ganchao.Client.Walls;

namespace Ganchao.Dashboard.Walls;

/// <summary>Which version of the pages this is: a wall of another one loads itself again.</summary>
public static class PageBuild
{
    public static string Version { get; } = typeof(LiveWall).Assembly.ManifestModule.ModuleVersionId.ToString("N");
}
