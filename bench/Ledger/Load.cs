using System.Diagnostics;
using System.Text;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Grains.Ledger;

namespace Ganchao.Bench.Ledger;

/// <summary>
/// Callers as grains are: each waits for its append before it makes the next, and begins a new sheet after some
/// entries. Making and hashing the event is part of what is measured.
/// </summary>
internal sealed class Load(ILedger ledger, string plant, bool withFacts)
{
    public const int EntriesOfASheet = 20;

    // About as long as an entry's payload. No colon before a letter or digit: pgbench would take that for a variable.
    public const string PayloadText =
        """
        {"corrects":"","detail":"","device":"20260302T141501.123Z","enteredBy":"p-000112","for":"p-000431",
        "measure":"qualified-output","occasion":"heat","product":"HRB400E-16","record":"H2603021407","subject":"team/t07",
        "source":"statistician","unit":"t","value":"118.25","workOrder":"L2603-0117"}
        """;

    private static readonly byte[] Payload = Encoding.UTF8.GetBytes(PayloadText);
    private static readonly Actor Statistician = new(ActorKind.Person, "p-000112", Role.Statistician);
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 14, 15, 1, 123, TimeSpan.Zero);
    private static readonly DateOnly Date = new(2026, 3, 2);
    private static readonly SubjectId Team = new(SubjectKind.Team, "t07");
    private static readonly MeasureCode Measure = new("qualified-output");
    private static int _runs;

    /// <returns>Appends per second.</returns>
    public async Task<double> RunAsync(int callers, TimeSpan duration)
    {
        var run = Interlocked.Increment(ref _runs);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(
            caller => Task.Run(() => AppendAsync($"{run}-{Environment.ProcessId}-{caller}", watch, duration))));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private async Task<long> AppendAsync(string caller, Stopwatch watch, TimeSpan duration)
    {
        var count = 0L;
        for (var sheet = 0; watch.Elapsed < duration; sheet++)
        {
            var stream = new StreamId(
                new PlantId(plant), StreamKind.Shift, $"c{caller}-{sheet}/{Date:yyyy-MM-dd}/night");
            var head = StreamHead.Empty;
            for (var entry = 0; entry < EntriesOfASheet && watch.Elapsed < duration; entry++)
            {
                var result = await ledger.AppendAsync(new Append(stream, head, [Entry(stream, head.Seq + 1)], []));
                if (result.Outcome != AppendOutcome.Appended)
                {
                    throw new InvalidOperationException($"{stream} was not appended to.");
                }

                head = result.Head;
                count++;
            }
        }

        return count;
    }

    private EventDraft Entry(StreamId stream, long seq)
    {
        var id = Guid.CreateVersion7();
        var fact = withFacts
            ? new FactRow(
                stream, seq, seq, id, Date, "night", Team, Occasion.Heat, Measure, "HRB400E-16", "L2603-0117", "",
                "H2603021407", 11_825, 2, null)
            : null;
        return new EventDraft(id, "entry", 1, Statistician, Start.AddMilliseconds(seq), Payload, fact);
    }
}

/// <summary>The load needs no rebuilding.</summary>
internal sealed class NoProjection : IFactProjection
{
    public FactRow? Project(StoredEvent stored) => null;
}
