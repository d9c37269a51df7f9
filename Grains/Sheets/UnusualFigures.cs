using Ganchao.Contracts.Entries;

namespace Ganchao.Grains.Sheets;

/// <summary>Whether a figure is like the last ones of its cell.</summary>
internal static class UnusualFigures
{
    /// <summary>How many of the last figures are looked at.</summary>
    public const int Remembered = 30;

    private const int OfMean = 10;
    private const int NeededForMean = 5;
    private const decimal Near = 0.3m;

    // From here on nobody made so much or so little: the unit is another, whatever the last figures were.
    private const decimal BeyondDoubt = 300m;

    private static readonly decimal[] Factors = [1000, 100, 10];

    /// <summary>Null where it is, or where there are too few figures to say.</summary>
    public static UnusualMark? Judge(decimal value, IEnumerable<decimal> newestFirst)
    {
        var last = newestFirst.Take(Remembered).ToArray();
        if (last.Length == 0)
        {
            return null;
        }

        decimal[] newest = [.. last.Take(OfMean)];
        var mean = newest.Average();
        var isFar = newest.Length >= NeededForMean && IsFar(value, mean, newest, last);
        return FactorOf(value, mean, isFar) is { } factor
            ? new UnusualMark(Oddity.OtherUnit, mean, newest.Length, factor)
            : isFar ? new UnusualMark(Oddity.FarFromMean, mean, newest.Length) : null;
    }

    // Ten times as much may be a busy shift; it needs more figures to be called another unit than a hundred times does.
    private static decimal? FactorOf(decimal value, decimal mean, bool isFar)
    {
        if (value <= 0 || mean <= 0)
        {
            return null;
        }

        var (times, isMore) = value > mean ? (value / mean, true) : (mean / value, false);
        var factor = times >= BeyondDoubt
            ? (decimal?)Factors[0]
            : Factors.Where(factor => factor > 10 || isFar)
                .Where(factor => times >= factor * (1 - Near) && times <= factor * (1 + Near))
                .Select(factor => (decimal?)factor)
                .FirstOrDefault();
        return factor is { } found && !isMore ? 1 / found : factor;
    }

    // A figure that one of the last shifts had as well surprises nobody, however small the mean: two pieces after one.
    private static bool IsFar(decimal value, decimal mean, decimal[] newest, decimal[] last)
    {
        var off = value - mean;
        var average = last.Average();
        var variance = last.Average(figure => (figure - average) * (figure - average));
        return (value < newest.Min() || value > newest.Max()) &&
            (Math.Abs(off) > Near * Math.Abs(mean) || (variance > 0 && off * off > 9 * variance));
    }
}
