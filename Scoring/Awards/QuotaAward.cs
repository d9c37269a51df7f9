namespace Ganchao.Scoring;

/// <summary>An award for the first n who take part, with or without money.</summary>
internal static class QuotaAward
{
    /// <param name="stated">How many; null: the award's share of the field.</param>
    public static List<Given> Of(AwardDefinition award, int? stated, AwardField field)
    {
        var places = stated ?? (int)Math.Floor(Exact.Compared(award.Share!.Value * field.Members));
        var (runners, given) = (new List<AwardEntry>(), new List<Given>());
        var isByPlaceAlone = award.By.IsEmpty && !field.HasCondition;
        var asked = isByPlaceAlone ? field.Ranked.TakeWhile(MayBeAmongThem).Concat(field.Unranked) : field.All;
        foreach (var entry in asked.Where(static entry => entry.TakesPart && entry.IsRated))
        {
            var open = OpenBecause(entry);
            if (open == NaReason.None)
            {
                runners.Add(entry);
            }
            else
            {
                given.Add(entry.Undecidable(open));
            }
        }

        runners = [.. runners.Order(Comparer<AwardEntry>.Create((a, b) => Order(award, a, b)))];
        Give(award, Math.Min(places, runners.Count), runners, given);
        return given;

        // As listed: whoever comes behind the last place, and is not level with it, gets nothing.
        bool MayBeAmongThem(AwardEntry entry) =>
            runners.Count < places || (places > 0 && (entry.Row.Place ?? 0m) <= runners[places - 1].Row.Place);
    }

    private static NaReason OpenBecause(AwardEntry entry) =>
        entry.Open != NaReason.None ? entry.Open : entry.Keys.Count > 0 ? entry.Keys[0].Reason : entry.Row.Keys[0].Reason;

    private static void Give(AwardDefinition award, int quota, List<AwardEntry> runners, List<Given> given)
    {
        if (quota == 0)
        {
            return;
        }

        bool IsLevel(AwardEntry runner) => award.Ties != AwardTies.None && Order(award, runner, runners[quota - 1]) == 0;

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
        given.AddRange(runners[..(sharesLastPlaces ? first : end)].Select(runner =>
            award.Money is null ? runner.Gets(null) : runner.GetsFigure()));
        if (sharesLastPlaces)
        {
            var level = runners[first..end];
            var shares = Fen.SplitEvenly(
                (quota - first) * level[0].Figure.Number, level.Select(static runner => runner.Row.Entrant));
            given.AddRange(level.Zip(shares).Select(static got => got.First.Gets(got.Second)));
        }
    }

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
