namespace Ganchao.Silo.Demo.Season;

/// <summary>Whole pieces over turns, evenly: the turns' sums are exact.</summary>
internal static class Spread
{
    /// <summary>How many of <paramref name="total"/> are there after some of the turns; the phase, 0 to 1, says how early.</summary>
    public static int Until(int turn, int turns, int total, decimal phase = 0) =>
        turn >= turns ? total : turn <= 0 ? 0 : Math.Min(total, (int)decimal.Floor(((decimal)total * turn / turns) + phase));

    public static int At(int turn, int turns, int total, decimal phase = 0) =>
        Until(turn + 1, turns, total, phase) - Until(turn, turns, total, phase);

    /// <summary>A sum in whole steps over shares with these weights; what is left over goes to the largest remainders.</summary>
    public static int[] Over(int total, IReadOnlyList<decimal> weights)
    {
        var sum = weights.Sum();
        var exact = weights.Select(weight => total * weight / sum).ToArray();
        var shares = exact.Select(share => (int)decimal.Floor(share)).ToArray();
        var left = total - shares.Sum();
        foreach (var (index, _) in exact.Index().OrderByDescending(e => e.Item - decimal.Floor(e.Item)).Take(left))
        {
            shares[index]++;
        }

        return shares;
    }
}
