using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Ganchao.Layering.Tests;

/// <summary>The checked-out tree and what was built from it.</summary>
internal static class Repository
{
    /// <summary>The projects that ship, as their folders are named.</summary>
    public static readonly string[] Projects =
        ["Contracts", "Scoring", "Grains.Interfaces", "Grains", "Dashboard", "Client", "Silo"];

    private static readonly string[] NotOurs = ["artifacts", "bin", "obj", "data", "node_modules"];

    public static string Root { get; } = FindRoot();

    public static string ProjectFile(string project) =>
        project == "Client" ? "Dashboard/Client/Client.csproj" : $"{project}/{project}.csproj";

    public static string AssemblyPath(string project) =>
        Path.Combine(AppContext.BaseDirectory, $"Ganchao.{project}.dll");

    /// <summary>Our files under a folder of the tree, as paths from the root with forward slashes.</summary>
    public static IEnumerable<string> Files(string pattern, string under = "")
    {
        var folder = Path.Combine(Root, under);
        return !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Where(file => !file.Split('/')[..^1].Any(
                    segment => segment.StartsWith('.') || NotOurs.Contains(segment, StringComparer.Ordinal)))
                .Order(StringComparer.Ordinal);
    }

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Opens an assembly for reading without loading it.</summary>
    public static T Inspect<T>(string assemblyPath, Func<PEReader, MetadataReader, T> read)
    {
        using var image = new PEReader(File.OpenRead(assemblyPath));
        return read(image, image.GetMetadataReader());
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ganchao.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new DirectoryNotFoundException($"No Ganchao.slnx above {AppContext.BaseDirectory}.");
    }
}
