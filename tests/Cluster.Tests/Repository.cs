namespace Ganchao.Cluster.Tests;

/// <summary>Where the executable, the samples and the real data of others lie.</summary>
internal static class Repository
{
    /// <summary>The folder with Ganchao.slnx above this assembly.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory, "Ganchao.slnx")
        ?? throw new DirectoryNotFoundException($"No Ganchao.slnx above {AppContext.BaseDirectory}.");

    /// <summary>The executable of the same configuration as this assembly.</summary>
    public static string Executable { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Silo", Configuration, "Ganchao.Silo"));

    private static string Configuration => Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));

    public static string Sample(params string[] path) => Path.Combine([Root, "samples", .. path]);

    /// <summary>A file of real data beside the repository, which nobody ships; null where it is not on this machine.</summary>
    public static string? RealData(params string[] path)
    {
        var wanted = Path.Combine(["shared", "data", .. path]);
        return Above(Root, wanted) is { } folder ? Path.Combine(folder, wanted) : null;
    }

    private static string? Above(string start, string wanted)
    {
        var folder = new DirectoryInfo(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, wanted)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }
}
