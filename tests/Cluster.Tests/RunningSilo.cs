using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Ganchao.Cluster.Tests;

/// <summary>Where a silo listens; a restart keeps it, as on a real machine.</summary>
internal sealed record SiloPorts(int Http, int Silo, int Gateway)
{
    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Http}"));

    public string[] Settings =>
    [
        string.Create(CultureInfo.InvariantCulture, $"--Ganchao:SiloPort={Silo}"),
        string.Create(CultureInfo.InvariantCulture, $"--Ganchao:GatewayPort={Gateway}"),
    ];

    public static SiloPorts Take() => new(Ports.Take(), Ports.Take(), Ports.Take());
}

/// <summary>The built executable as a process of its own, with free ports, until it is stopped or killed.</summary>
internal sealed class RunningSilo : IAsyncDisposable
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    // Only a guard against a hanging process; on a busy machine a start can take half a minute.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _log;

    private RunningSilo(Process process, StringBuilder log, Uri address)
    {
        (_process, _log, Address) = (process, log, address);
        Http = new HttpClient { BaseAddress = address, Timeout = Limit };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public int ProcessId => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>What the process has printed.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return _log.ToString();
            }
        }
    }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    /// <param name="database">Where its data lies; new, or of an earlier start.</param>
    /// <param name="ports">Those of an earlier start; null: others.</param>
    /// <param name="settings">Further settings on its command line.</param>
    public static async Task<RunningSilo> StartAsync(
        SiloDatabase database, SiloPorts? ports = null, params IEnumerable<string> settings)
    {
        var silo = Start(database, ports, settings);
        try
        {
            await silo.WaitUntilReadyAsync();
            return silo;
        }
        catch
        {
            await silo.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it and waits for nothing.</summary>
    public static RunningSilo Start(SiloDatabase database, SiloPorts? ports = null, params IEnumerable<string> settings)
    {
        ports ??= SiloPorts.Take();
        return Launch(
            ports.Address, ["--urls", ports.Address.OriginalString, .. ports.Settings, .. database.Settings, .. settings]);
    }

    /// <summary>Starts it with these words and variables, and nothing else.</summary>
    /// <param name="executable">Null: the one that was built beside this assembly.</param>
    public static RunningSilo Launch(
        Uri address,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        string? executable = null)
    {
        var info = new ProcessStartInfo(executable ?? Repository.Executable)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        info.Environment.Remove("ASPNETCORE_URLS");
        info.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            info.Environment[name] = value;
        }

        var process = new Process { StartInfo = info };
        var log = new StringBuilder();
        process.OutputDataReceived += (_, line) => Write(log, line.Data);
        process.ErrorDataReceived += (_, line) => Write(log, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new RunningSilo(process, log, address);
    }

    /// <summary>Freezes the process as a machine under swapping does, or lets it go on.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start(
            "kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <param name="limit">How long a start may take; null: the usual two minutes.</param>
    public async Task WaitUntilReadyAsync(TimeSpan? limit = null)
    {
        using var timer = new PeriodicTimer(Poll);
        var started = Stopwatch.GetTimestamp();
        while (!await IsReadyAsync())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(started) > (limit ?? Limit))
            {
                throw new InvalidOperationException(
                    $"The process did not become ready{(_process.HasExited ? ", it ended" : "")}. It printed:\n{Log}");
            }

            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager sends it.</summary>
    /// <returns>The exit code, once the process has ended.</returns>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        return await WaitForExitAsync();
    }

    /// <returns>The exit code; the process must be about to end by itself.</returns>
    public async Task<int> WaitForExitAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        Http.Dispose();
        _process.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static void Write(StringBuilder log, string? line)
    {
        lock (log)
        {
            log.AppendLine(line);
        }
    }
}
