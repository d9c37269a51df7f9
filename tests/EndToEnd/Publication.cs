using System.Diagnostics;
using Ganchao.Cluster.Tests;

namespace Ganchao.EndToEnd;

/// <summary>The system as it is delivered: trimmed, fingerprinted and compressed.</summary>
internal static class Publication
{
    private const string Setting = "GANCHAO_PUBLISHED";

    private static string Folder => Environment.GetEnvironmentVariable(Setting)
        ?? Path.Combine(Repository.Root, "artifacts", "publish", "Silo", "release");

    public static string Executable => Path.Combine(Folder, "Ganchao.Silo");

    /// <summary>Publishes what is checked out, unless the environment names a folder that was published before.</summary>
    public static async Task MakeAsync()
    {
        if (Environment.GetEnvironmentVariable(Setting) is not null)
        {
            return;
        }

        var publish = new ProcessStartInfo(
            "dotnet",
            ["publish", "Silo", "-c", "Release", "-p:RunAnalyzers=false", "-nodeReuse:false", "-v", "quiet", "-clp:NoSummary"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(publish)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The system could not be published:\n{string.Concat(said)}");
        }
    }
}
