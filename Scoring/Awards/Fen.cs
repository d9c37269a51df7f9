using System.Numerics;

namespace Ganchao.Scoring;

/// <summary>Splits money to the fen (0.01 CNY) by largest remainder; the shares always add up to the whole.</summary>
internal static class Fen
{
    private const decimal WeightUnits = 1_000_000_000_000m;

    /// <param name="amount">At most 2 decimals, at most 10¹⁵ in magnitude.</param>
    /// <param name="weights">Quantised, none below 0, not all 0. Of equal remainders the smaller id comes first, ordinal.</param>
    /// <returns>In the order of the weights.</returns>
    public static decimal[] Split(decimal amount, IReadOnlyList<(string Entrant, decimal Weight)> weights)
    {
        var whole = new BigInteger(Math.Abs(amount) * 100m);
        var units = weights.Select(static weight => new BigInteger(weight.Weight * WeightUnits)).ToArray();
        var sum = units.Aggregate(BigInteger.Zero, BigInteger.Add);
        var shares = units.Select(unit => BigInteger.DivRem(whole * unit, sum)).ToArray();
        var fen = shares.Select(static share => share.Quotient).ToArray();
        var left = (int)(whole - fen.Aggregate(BigInteger.Zero, BigInteger.Add));
        foreach (var first in Enumerable.Range(0, fen.Length)
            .OrderByDescending(i => shares[i].Remainder)
            .ThenBy(i => weights[i].Entrant, StringComparer.Ordinal)
            .Take(left))
        {
            fen[first]++;
        }

        return [.. fen.Select(share => (decimal)share * Math.Sign(amount) / 100m)];
    }

    public static decimal[] SplitEvenly(decimal amount, IEnumerable<string> entrants) =>
        Split(amount, [.. entrants.Select(static entrant => (entrant, 1m))]);
}
