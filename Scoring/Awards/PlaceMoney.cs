using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Money by place. It stays with the place: nobody moves up for somebody who takes no part.</summary>
internal static class PlaceMoney
{
    /// <param name="money">By place.</param>
    public static List<Given> Of(
        AwardDefinition award, ImmutableSortedDictionary<int, decimal> money, AwardField field, SharedPlaces shared)
    {
        var given = new List<Given>();
        var lastPaid = money.Keys.LastOrDefault();
        var (placed, different) = (0, 0);
        foreach (var level in Levels(field.Ranked))
        {
            different++;
            var taken = shared == SharedPlaces.Dense ? [different] : Enumerable.Range(placed + 1, level.Count).ToArray();
            if (taken[0] > lastPaid)
            {
                break;
            }

            Give(award, money, taken, level, given);
            placed += level.Count;
        }

        given.AddRange(field.Unranked.Where(IsOpen).Select(static entry =>
            entry.Undecidable(entry.Open == NaReason.None ? entry.Row.Keys[0].Reason : entry.Open)));
        return given;
    }

    /// <summary>Without a place as long as its first ranking key is n/a.</summary>
    private static bool IsOpen(AwardEntry entry) => entry.TakesPart && entry.IsRated && !entry.Row.Keys[0].IsNumber;

    /// <summary>Those who share a place, place after place.</summary>
    private static IEnumerable<List<AwardEntry>> Levels(IEnumerable<AwardEntry> ranked)
    {
        var level = new List<AwardEntry>();
        foreach (var entry in ranked.Where(static entry => entry.Row.Place is not null))
        {
            if (level.Count > 0 && level[0].Row.Place != entry.Row.Place)
            {
                yield return level;
                level = [];
            }

            level.Add(entry);
        }

        if (level.Count > 0)
        {
            yield return level;
        }
    }

    private static void Give(
        AwardDefinition award,
        ImmutableSortedDictionary<int, decimal> moneyByPlace,
        int[] taken,
        List<AwardEntry> level,
        List<Given> given)
    {
        var counted = award.Ties == AwardTies.Split ? taken : taken[..1];
        if (!counted.Any(moneyByPlace.ContainsKey))
        {
            return;
        }

        var money = counted.Sum(place => moneyByPlace.GetValueOrDefault(place));
        var shares = award.Ties == AwardTies.Split
            ? Fen.SplitEvenly(money, level.Select(static entry => entry.Row.Entrant))
            : [.. level.Select(_ => money)];
        given.AddRange(level.Zip(shares).Where(static got => got.First.TakesPart).Select(static got =>
            got.First.Open == NaReason.None ? got.First.Gets(got.Second) : got.First.Undecidable(got.First.Open)));
    }
}
