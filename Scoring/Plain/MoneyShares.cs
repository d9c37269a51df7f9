using System.Numerics;

namespace Ganchao.Scoring.Plain;

/// <summary>Money in equal parts: whole fen for each, and one more for the first by id until nothing is left.</summary>
internal static class EvenShares
{
    public static IReadOnlyDictionary<string, decimal> Of(decimal amount, IEnumerable<string> entrants)
    {
        var inOrder = entrants.Order(StringComparer.Ordinal).ToList();
        var fen = Math.Abs(amount) * 100m;
        var each = decimal.Truncate(fen / inOrder.Count);
        var left = fen - (each * inOrder.Count);
        return inOrder.Index().ToDictionary(
            static member => member.Item,
            member => (each + (member.Index < left ? 1m : 0m)) * (amount < 0m ? -0.01m : 0.01m));
    }
}

/// <summary>
/// Money by weight: whole fen rounded down, and what is then left over, fen by fen, to those whose rounding lost most.
/// </summary>
internal static class WeightedShares
{
    private const decimal UnitsInOne = 1_000_000_000_000m;

    /// <param name="amount">Whole fen; below 0 what is to be borne together.</param>
    /// <param name="weights">Quantised, none below 0, one above; of equal losses the earlier comes first.</param>
    public static IReadOnlyList<decimal> Of(decimal amount, IReadOnlyList<decimal> weights)
    {
        var fen = new BigInteger(Math.Abs(amount) * 100m);
        var parts = weights.Select(static weight => new BigInteger(weight * UnitsInOne)).ToList();
        var all = parts.Aggregate(BigInteger.Add);
        var shares = parts.Select(part => fen * part / all).ToList();
        var lost = parts.Select((part, i) => (fen * part) - (shares[i] * all)).ToList();
        for (var left = fen - shares.Aggregate(BigInteger.Add); left > 0; left--)
        {
            var most = lost.IndexOf(lost.Max());
            shares[most]++;
            lost[most] -= all;
        }

        return [.. shares.Select(share => (decimal)share / (amount < 0m ? -100m : 100m))];
    }
}
