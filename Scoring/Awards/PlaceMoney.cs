using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Money by place. It stays with the place: nobody moves up for somebody who takes no part.</summary>
internal static class PlaceMoney
{
    /// <param name="entries">The field as listed; those with a place stand in order of places.</param>
    /// <param name="money">By place.</param>
    public static Given?[] Of(
        AwardDefinition award,
        ImmutableSortedDictionary<int, decimal> money,
        IReadOnlyList<AwardEntry> entries,
        SharedPlaces shared)
    {
        var given = new Given?[entries.Count];
        var placed = Enumerable.Range(0, entries.Count).Where(i => entries[i].Row.Place is not null).ToList();
        var different = 0;
        for (var first = 0; first < placed.Count;)
        {
            different++;
            var place = entries[placed[first]].Row.Place;
            var level = placed.Skip(first).TakeWhile(i => entries[i].Row.Place == place).ToList();
            var taken = shared == SharedPlaces.Dense ? [different] : Enumerable.Range(first + 1, level.Count).ToArray();
            Give(award, money, taken, level, entries, given);
            first += level.Count;
        }

        foreach (var i in Enumerable.Range(0, entries.Count).Where(i => IsOpen(entries[i])))
        {
            given[i] = Given.Undecidable(entries[i].Open == NaReason.None ? entries[i].Row.Keys[0].Reason : entries[i].Open);
        }

        return given;
    }

    /// <summary>Without a place as long as its first ranking key is n/a.</summary>
    public static bool IsOpen(AwardEntry entry) => entry.TakesPart && entry.IsRated && !entry.Row.Keys[0].IsNumber;

    private static void Give(
        AwardDefinition award,
        ImmutableSortedDictionary<int, decimal> moneyByPlace,
        int[] taken,
        List<int> level,
        IReadOnlyList<AwardEntry> entries,
        Given?[] given)
    {
        var counted = award.Ties == AwardTies.Split ? taken : taken[..1];
        if (!counted.Any(moneyByPlace.ContainsKey))
        {
            return;
        }

        var money = counted.Sum(place => moneyByPlace.GetValueOrDefault(place));
        var shares = award.Ties == AwardTies.Split
            ? Fen.SplitEvenly(money, level.Select(i => entries[i].Row.Entrant))
            : [.. level.Select(_ => money)];
        foreach (var (position, i) in level.Index().Where(member => entries[member.Item].TakesPart))
        {
            given[i] = entries[i].Open == NaReason.None ? Given.OfMoney(shares[position]) : Given.Undecidable(entries[i].Open);
        }
    }
}
