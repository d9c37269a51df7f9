using System.Diagnostics;
using System.Runtime.CompilerServices;
using Ganchao.Dashboard.Offline;

namespace Ganchao.Dashboard.Tests.Offline;

/// <summary>The scripts of the outbox.</summary>
public class OutboxModuleTests
{
    private static string Tests => Path.Combine(Path.GetDirectoryName(Here())!, "..", "outbox");

    private static string Scripts => Path.Combine(Tests, "..", "..", "..", "Dashboard", "wwwroot", "outbox");

    [Fact]
    public void Every_script_is_kept_on_the_device() => Assert.Equal(
        Directory.EnumerateFiles(Scripts, "*.js").Select(file => $"outbox/{Path.GetFileName(file)}").Order(),
        OutboxFiles.Modules.Append(OutboxFiles.Worker).Order());

    /// <summary>Runs their own tests with Node.js, which must be on the PATH as <c>node</c>.</summary>
    [Fact]
    public async Task The_scripts_pass_their_own_tests()
    {
        var copy = Directory.CreateTempSubdirectory("ganchao-outbox-");
        try
        {
            CopyTo(copy, "Dashboard/wwwroot/outbox", Scripts);
            CopyTo(copy, "tests/Dashboard.Tests/outbox", Tests);

            // Elsewhere Node.js would take a .js file for an old kind of script.
            await File.WriteAllTextAsync(
                Path.Combine(copy.FullName, "package.json"), """{ "type": "module" }""", TestContext.Current.CancellationToken);
            var (code, said) = await RunAsync(copy.EnumerateFiles("*.test.mjs", SearchOption.AllDirectories));

            Assert.True(code == 0, said);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    private static async Task<(int Code, string Said)> RunAsync(IEnumerable<FileInfo> tests)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["--test", .. tests.Select(test => test.FullName)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = await Task.WhenAll(node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (node.ExitCode, string.Concat(said));
    }

    private static void CopyTo(DirectoryInfo copy, string folder, string source)
    {
        var target = copy.CreateSubdirectory(folder);
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(target.FullName, Path.GetFileName(file)));
        }
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
