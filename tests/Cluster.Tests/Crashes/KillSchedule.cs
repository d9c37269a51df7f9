namespace Ganchao.Cluster.Tests.Crashes;

/// <summary>When a process is killed.</summary>
/// <param name="AtStart">While it starts, instead of while it is sent to.</param>
/// <param name="AfterLists">After so many different lists were acknowledged, over all runs.</param>
/// <param name="Delay">How long after that, in milliseconds.</param>
internal sealed record KillMoment(bool AtStart, int AfterLists, int Delay);

/// <summary>Moments spread over a whole import, the same for the same seed.</summary>
internal static class KillSchedule
{
    private const int AtStartEach = 8;
    private const int LongestStart = 2_000;
    private const int LongestDelay = 25;

    /// <summary>So many kills during the import, and before every eighth one more while the process starts.</summary>
    public static IReadOnlyList<KillMoment> Of(int seed, int kills, int lists)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, kills).SelectMany(kill => Moments(kill, kills, lists, random))];
    }

    private static IEnumerable<KillMoment> Moments(int kill, int kills, int lists, Random random)
    {
        var after = (kill * lists / kills) + random.Next(0, Math.Max(1, lists / kills));
        if (kill % AtStartEach == 0)
        {
            yield return new KillMoment(AtStart: true, after, random.Next(0, LongestStart));
        }

        yield return new KillMoment(AtStart: false, after, random.Next(0, LongestDelay));
    }
}
