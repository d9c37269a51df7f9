using System.Globalization;
using Ganchao.Bench.Rounds;

namespace Ganchao.Bench.Ledger;

/// <summary>Rates by number of callers; printed as ratios to the first column, the median of the rounds.</summary>
internal sealed class RatioTable(string title, string baseline, params string[] columns)
{
    private readonly SortedDictionary<int, List<double[]>> _rounds = [];

    public void Add(int callers, double baselineRate, params double[] rates)
    {
        if (!_rounds.TryGetValue(callers, out var rounds))
        {
            _rounds.Add(callers, rounds = []);
        }

        rounds.Add([baselineRate, .. rates]);
        Console.Error.WriteLine(
            $"{title}, {callers} callers: " +
            string.Join(" | ", rounds[^1].Select(r => r.ToString("N0", CultureInfo.InvariantCulture))));
    }

    public void Print()
    {
        Console.WriteLine($"{title}: appends per second, as a multiple of: {baseline}\n");
        Console.WriteLine($"| callers | {string.Join(" | ", columns)} |");
        Console.WriteLine($"| ---: |{string.Concat(columns.Select(_ => " ---: |"))}");
        foreach (var (callers, rounds) in _rounds)
        {
            var ratios = columns.Select((_, i) => rounds.Select(r => r[i + 1] / r[0]).Median()
                .ToString("0.00×", CultureInfo.InvariantCulture));
            Console.WriteLine($"| {callers} | {string.Join(" | ", ratios)} |");
        }

        Console.WriteLine();
    }
}
