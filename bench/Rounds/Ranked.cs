namespace Ganchao.Bench.Rounds;

/// <summary>Figures by their rank.</summary>
internal static class Ranked
{
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <param name="sorted">Smallest first.</param>
    /// <param name="percent">50: the median.</param>
    /// <returns>The smallest figure that at least so many percent do not exceed; NaN where there is none.</returns>
    public static double Percentile(IReadOnlyList<double> sorted, int percent) =>
        sorted.Count == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * percent / 100.0) - 1)];
}
