using System.Diagnostics;
using System.Net.Http.Json;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;

namespace Ganchao.Bench.Live;

/// <summary>
/// Lists of ten entries at an even pace over HTTP, from senders that each wait for their answer: where the server cannot keep
/// up, fewer are sent.
/// </summary>
internal sealed class EntryLoad(HttpClient http, MadeUpPlant plant, int entriesPerSecond)
{
    private const int EntriesOfAList = 10;
    private const int Senders = 64;

    private int _sent;

    /// <returns>Acknowledged entries per second.</returns>
    public async Task<double> RunAsync(TimeSpan duration)
    {
        var interval = TimeSpan.FromSeconds(1) * EntriesOfAList / entriesPerSecond;
        var started = Stopwatch.GetTimestamp();
        var taken = -1;
        var counts = await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(SendAsync)));
        return counts.Sum() * EntriesOfAList / Stopwatch.GetElapsedTime(started).TotalSeconds;

        async Task<long> SendAsync()
        {
            for (var count = 0L; ; count++)
            {
                var due = interval * Interlocked.Increment(ref taken);
                if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } early && due < duration)
                {
                    await Task.Delay(early);
                }

                if (due >= duration || Stopwatch.GetElapsedTime(started) >= duration)
                {
                    return count;
                }

                await EnterAsync(http, plant.AddressOf(Interlocked.Increment(ref _sent)), EntriesOfAList);
            }
        }
    }

    /// <summary>Enters one piece so many times; returns once that is acknowledged.</summary>
    public static async Task EnterAsync(HttpClient http, string sheet, int entries)
    {
        var list = new EntryList([.. Enumerable.Range(0, entries)
            .Select(_ => new EntryForm(Guid.CreateVersion7(), new MeasureCode(MadeUpPlant.Measure), 1))]);
        using var answer = await http.PutAsJsonAsync(new Uri(sheet, UriKind.Relative), list, GanchaoJson.Options);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(
                $"{sheet} answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
