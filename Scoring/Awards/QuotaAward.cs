namespace Ganchao.Scoring;

/// <summary>An award for the first n who take part, with or without money.</summary>
internal static class QuotaAward
{
    /// <param name="stated">How many; null: the award's share of the field.</param>
    public static Given?[] Of(AwardDefinition award, int? stated, IReadOnlyList<AwardEntry> entries)
    {
        var given = new Given?[entries.Count];
        var runners = new List<int>();
        for (var i = 0; i < entries.Count; i++)
        {
            if (!entries[i].TakesPart || !entries[i].IsRated)
            {
                continue;
            }

            var open = OpenBecause(entries[i]);
            if (open == NaReason.None)
            {
                runners.Add(i);
            }
            else
            {
                given[i] = Given.Undecidable(open);
            }
        }

        runners.Sort((a, b) => Order(award, entries[a], entries[b]) is var order && order != 0 ? order : a.CompareTo(b));
        var places = stated ?? (int)Math.Floor(Exact.Compared(award.Share!.Value * entries.Count(IsMember)));
        Give(award, Math.Min(places, runners.Count), runners, entries, given);
        return given;
    }

    private static NaReason OpenBecause(AwardEntry entry) =>
        entry.Open != NaReason.None ? entry.Open : entry.Keys.Count > 0 ? entry.Keys[0].Reason : entry.Row.Keys[0].Reason;

    private static void Give(
        AwardDefinition award, int quota, List<int> runners, IReadOnlyList<AwardEntry> entries, Given?[] given)
    {
        if (quota == 0)
        {
            return;
        }

        bool IsLevel(int runner) => award.Ties != AwardTies.None
            && Order(award, entries[runner], entries[runners[quota - 1]]) == 0;

        var (first, end) = (quota - 1, quota);
        while (first > 0 && IsLevel(runners[first - 1]))
        {
            first--;
        }

        while (end < runners.Count && IsLevel(runners[end]))
        {
            end++;
        }

        var sharesLastPlaces = award.Ties == AwardTies.Split && end > quota;
        foreach (var runner in runners[..(sharesLastPlaces ? first : end)])
        {
            given[runner] = award.Money is null ? new Given(null, NaReason.None) : Given.OfFigure(entries[runner].Figure);
        }

        if (sharesLastPlaces)
        {
            var level = runners[first..end];
            var shares = Fen.SplitEvenly(
                (quota - first) * entries[level[0]].Figure.Number, level.Select(runner => entries[runner].Row.Entrant));
            foreach (var (position, runner) in level.Index())
            {
                given[runner] = Given.OfMoney(shares[position]);
            }
        }
    }

    private static bool IsMember(AwardEntry entry) => !entry.Row.Guest;

    /// <summary>By the keys of the award, n/a behind numbers; without keys by place.</summary>
    private static int Order(AwardDefinition award, AwardEntry a, AwardEntry b)
    {
        if (award.By.IsEmpty)
        {
            return a.Row.Place!.Value.CompareTo(b.Row.Place!.Value);
        }

        for (var i = 0; i < award.By.Length; i++)
        {
            var (x, y) = (a.Keys[i], b.Keys[i]);
            var order = x.IsNumber && y.IsNumber ? x.Number.CompareTo(y.Number) * (award.By[i].Descending ? -1 : 1)
                : y.IsNumber.CompareTo(x.IsNumber);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
