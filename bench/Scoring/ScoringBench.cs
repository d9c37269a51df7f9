using System.Diagnostics;
using System.Globalization;
using Ganchao.Bench.CommandLine;
using Ganchao.Bench.Rounds;
using Ganchao.Scoring;

namespace Ganchao.Bench.Scoring;

/// <summary>
/// A standing of many entrants from scratch and after changes, beside what one would write instead: the same figures in a
/// table of SQLite in memory, scored and ranked by one statement. Both in turns; milliseconds are medians of the rounds.
/// </summary>
internal static class ScoringBench
{
    private const int Changes = 2_000;

    private static readonly (string Name, string Points, string Sql)[] Rules =
    [
        ("by plan", "base + step(value - 100, 1, 0.5)", "round(10 + cast(value - 100 as integer) * 0.5, 2)"),
        (
            "min-max", "scale(value, 0, 100) / 10",
            "round((value - min(value) over i) / (max(value) over i - min(value) over i) * 10, 2)"),
    ];

    public static int Run(string[] args)
    {
        var rounds = Options.Number(args, "--rounds", 5);
        var entrants = Options.Number(args, "--entrants", 100_000);
        Console.WriteLine(
            "| rule | entrants | from scratch | 2,000 changes | one change | SQLite, from scratch | from scratch against SQLite |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var (name, points, sql) in Rules)
        {
            for (var size = 100; size <= entrants; size *= 10)
            {
                Print(name, size, [.. Enumerable.Range(0, rounds + 1).Select(_ => Round(size, points, sql)).Skip(1)]);
            }
        }

        return 0;
    }

    private static ScoringRound Round(int size, string points, string sql)
    {
        var field = new MadeUpField(size, points);
        using var table = new SqliteStanding(field, sql);
        var live = new LiveStanding(field.Rulebook);
        live.SetEntrants([.. field.Ids.Select(static id => new Entrant(id))]);
        for (var i = 0; i < size; i++)
        {
            live.Put(field.Ids[i], field.Rulebook.FoldSets[0].Hash, field.AccumulatorsOf(i));
            live.PutTerms(field.Ids[i], field.Terms[i]);
        }

        GC.Collect();
        var fromScratch = Timed(() => live.Evaluate(MadeUpField.AsOf));
        var many = Math.Min(Changes, size);
        var changes = Enumerable.Range(0, many).Select(i => i * (size / many)).ToArray();
        var changed = Changed(live, field, changes);
        var one = Enumerable.Range(0, 20).Select(i => Changed(live, field, [i * (size / 20)])).Median();
        return new ScoringRound(fromScratch, changed, one, Timed(table.Score));
    }

    private static double Changed(LiveStanding live, MadeUpField field, int[] entrants)
    {
        var news = entrants.Select(entrant =>
        {
            field.Change(entrant);
            return (Id: field.Ids[entrant], Accumulators: field.AccumulatorsOf(entrant));
        }).ToList();
        return Timed(() =>
        {
            foreach (var (id, accumulators) in news)
            {
                live.Put(id, field.Rulebook.FoldSets[0].Hash, accumulators);
            }

            live.Evaluate(MadeUpField.AsOf);
        });
    }

    private static double Timed(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Print(string rule, int size, IReadOnlyList<ScoringRound> rounds)
    {
        string Median(Func<ScoringRound, double> of) =>
            rounds.Select(of).Median().ToString("N2", CultureInfo.InvariantCulture);

        Console.WriteLine(
            $"| {rule} | {size.ToString("N0", CultureInfo.InvariantCulture)} | {Median(static r => r.FromScratch)} ms " +
            $"| {Median(static r => r.Changes)} ms | {Median(static r => r.OneChange)} ms | {Median(static r => r.Sqlite)} ms " +
            $"| {Median(static r => r.FromScratch / r.Sqlite)}× |");
    }
}

/// <summary>Milliseconds of one round.</summary>
internal sealed record ScoringRound(double FromScratch, double Changes, double OneChange, double Sqlite);
