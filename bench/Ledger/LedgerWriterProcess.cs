using System.Diagnostics;
using System.Globalization;
using Ganchao.Bench.CommandLine;
using Npgsql;

namespace Ganchao.Bench.Ledger;

/// <summary>One silo's writer in a process of its own.</summary>
internal static class LedgerWriterProcess
{
    /// <returns>The processes' appends per second together.</returns>
    public static async Task<double> StartAsync(
        string connection, string[] plants, int callers, TimeSpan duration)
    {
        var processes = plants.Select(plant => Start(connection, plant, callers, duration)).ToList();
        var rates = await Task.WhenAll(processes.Select(RateAsync));
        return rates.Sum();
    }

    public static async Task<int> RunAsync(string[] args)
    {
        await using var source = NpgsqlDataSource.Create(Options.Text(args, "--postgres")!);
        var plant = Options.Text(args, "--plant")!;
        var callers = Options.Number(args, "--callers", 16);
        await LedgerBench.AppendAsync(source, callers, TimeSpan.FromSeconds(3), withFacts: true, plant); // Warms.
        var rate = await LedgerBench.AppendAsync(
            source, callers, TimeSpan.FromSeconds(Options.Number(args, "--seconds", 5)), withFacts: true, plant);
        Console.WriteLine(rate.ToString("R", CultureInfo.InvariantCulture));
        return 0;
    }

    private static Process Start(string connection, string plant, int callers, TimeSpan duration)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        string[] words =
        [
            "ledger-writer", "--postgres", connection, "--plant", plant, "--callers", $"{callers}",
            "--seconds", duration.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        return Process.Start(start)!;
    }

    private static async Task<double> RateAsync(Process process)
    {
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.Dispose();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
