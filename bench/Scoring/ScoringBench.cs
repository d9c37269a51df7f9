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

    private const string ByPlan = "base + step(value - 100, 1, 0.5)";
    private const string ByPlanInSql = "round(10 + cast(value - 100 as integer) * 0.5, 2)";

    private static readonly ScoringRule[] Rules =
    [
        new("by plan", ByPlan, ByPlanInSql, ""),
        new("by plan, awards by place", ByPlan, ByPlanInSql, """
            awards:
              prizes: { places: { 1: 5000, 2: 3000, 3: 2000 }, ties: split }
              flags: { quota: 100, ties: each }

            """),
        new(
            "min-max", "scale(value, 0, 100) / 10",
            "round((value - min(value) over i) / (max(value) over i - min(value) over i) * 10, 2)", ""),
    ];

    public static int Run(string[] args)
    {
        var rounds = Options.Number(args, "--rounds", 5);
        var entrants = Options.Number(args, "--entrants", 100_000);
        Console.WriteLine(
            "| rule | entrants | from scratch | 2,000 changes | one change | SQLite, from scratch | from scratch against SQLite |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var rule in Rules)
        {
            WarmUp(rule);
            for (var size = 100; size <= entrants; size *= 10)
            {
                Print(rule.Name, size, [.. Enumerable.Range(0, rounds + 1).Select(_ => Round(size, rule)).Skip(1)]);
            }
        }

        return 0;
    }

    // Until the compiler has seen what is hot.
    private static void WarmUp(ScoringRule rule)
    {
        for (var i = 0; i < 50; i++)
        {
            Round(2_000, rule);
        }
    }

    private static ScoringRound Round(int size, ScoringRule rule)
    {
        var field = new MadeUpField(size, rule.Points, rule.Awards);
        using var table = new SqliteStanding(field, rule.Sql);
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

/// <summary>A way of scoring.</summary>
/// <param name="Points">Of each indicator, as the rulebook language writes them.</param>
/// <param name="Sql">The same for SQLite, which gives no awards.</param>
/// <param name="Awards">Lines of the rulebook.</param>
internal sealed record ScoringRule(string Name, string Points, string Sql, string Awards);

/// <summary>Milliseconds of one round.</summary>
internal sealed record ScoringRound(double FromScratch, double Changes, double OneChange, double Sqlite);
