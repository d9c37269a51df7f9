using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ganchao.Bench.Hosting;
using Npgsql;

namespace Ganchao.Bench.Ledger;

/// <summary>A PostgreSQL of the bench's own, with default durability; or one that is there already.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string? _folder;
    private readonly string _user;

    private PostgresCluster(string? folder, string connection, string user) =>
        (_folder, ConnectionString, _user) = (folder, connection, user);

    public string ConnectionString { get; }

    private static string Programs => Directory.GetDirectories("/usr/lib/postgresql")
        .OrderBy(d => int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture)).Last() + "/bin";

    public static async Task<PostgresCluster> StartAsync(string? existing)
    {
        if (existing is not null)
        {
            return new PostgresCluster(null, existing, "");
        }

        var folder = Directory.CreateTempSubdirectory("ganchao-bench-").FullName;
        var user = Environment.UserName == "root" ? "postgres" : "";
        if (user.Length > 0)
        {
            await RunAsync("", "chown", user, folder);
        }

        var port = FreePort.Take();
        await RunAsync(
            user, $"{Programs}/initdb", "-D", $"{folder}/pg", "-U", "ganchao", "-A", "trust", "--locale=C.UTF-8", "-E", "UTF8");
        await RunAsync(
            user, $"{Programs}/pg_ctl", "-D", $"{folder}/pg", "-w", "-l", $"{folder}/log", "-o",
            $"-p {port} -h 127.0.0.1 -k {folder} -c max_connections=400 -c max_wal_size=4GB", "start");
        return new PostgresCluster(
            folder, $"Host=127.0.0.1;Port={port};Username=ganchao;Database=postgres", user);
    }

    /// <returns>Transactions per second of pgbench.</returns>
    public async Task<double> PgBenchAsync(string script, int clients, TimeSpan duration)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString);
        var file = Path.Combine(Path.GetTempPath(), $"ganchao-{Guid.NewGuid():N}.pgbench");
        await File.WriteAllTextAsync(file, script);
        var output = await RunAsync(
            _user, $"{Programs}/pgbench", "-h", settings.Host!, "-p", $"{settings.Port}", "-U", settings.Username!,
            "-n", "-M", "prepared", "-j", "2", "-c", $"{clients}", "-T", $"{duration.TotalSeconds}", "-D", "seq=0",
            "-f", file, settings.Database!);
        File.Delete(file);
        var line = output.Split('\n').SingleOrDefault(l => l.StartsWith("tps = ", StringComparison.Ordinal)) ??
            throw new InvalidOperationException($"pgbench wrote nothing in {duration}; give it longer:\n{output}");
        return double.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        if (_folder is not null)
        {
            await RunAsync(_user, $"{Programs}/pg_ctl", "-D", $"{_folder}/pg", "-m", "immediate", "stop");
            Directory.Delete(_folder, recursive: true);
        }
    }

    // PostgreSQL refuses to run as root.
    private static async Task<string> RunAsync(string user, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] words = user.Length > 0
            ? ["setpriv", $"--reuid={user}", $"--regid={user}", "--init-groups", "--", program, .. arguments]
            : [program, .. arguments];
        start.FileName = words[0];
        start.WorkingDirectory = "/tmp";
        foreach (var word in words[1..])
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => output.Append(line.Data).Append('\n');
        process.BeginOutputReadLine();
        process.ErrorDataReceived += (_, line) => output.Append(line.Data).Append('\n');
        process.BeginErrorReadLine();
        if (program.EndsWith("pg_ctl", StringComparison.Ordinal))
        {
            // The server keeps the pipes open: wait for the program only.
            while (!process.HasExited)
            {
                await Task.Delay(50);
            }
        }
        else
        {
            await process.WaitForExitAsync();
        }

        return process.ExitCode == 0
            ? output.ToString()
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}:\n{output}");
    }
}
