namespace Ganchao.Scoring;

/// <summary>Splits a pool by weight. It pays out the whole pool, or says why it cannot and pays nothing.</summary>
internal static class PoolShares
{
    public static Given?[] Of(decimal pool, IReadOnlyList<AwardEntry> entries)
    {
        var given = new Given?[entries.Count];
        var part = Enumerable.Range(0, entries.Count).Where(i => entries[i].TakesPart)
            .OrderBy(i => entries[i].Row.Entrant, StringComparer.Ordinal).ToList();
        if (part.Count == 0)
        {
            return given;
        }

        var weights = part.Select(i => WeightOf(entries[i])).ToList();
        var refusal = RefusalOf(weights);
        var shares = refusal == NaReason.None
            ? Fen.Split(pool, [.. part.Select((i, position) => (entries[i].Row.Entrant, weights[position].Number))])
            : [];
        foreach (var (position, i) in part.Index())
        {
            given[i] = refusal == NaReason.None ? Given.OfMoney(shares[position]) : Given.Undecidable(refusal);
        }

        return given;
    }

    private static NaReason RefusalOf(List<Result> weights) =>
        weights.Find(static weight => !weight.IsNumber) is { Reason: not NaReason.None and var reason } ? reason
        : weights.Exists(static weight => weight.Number < 0m) ? NaReason.OutOfDomain
        : weights.TrueForAll(static weight => weight.Number == 0m) ? NaReason.DivisionByZero
        : NaReason.None;

    private static Result WeightOf(AwardEntry entry)
    {
        if (entry.Open != NaReason.None || !entry.Figure.IsNumber)
        {
            return entry.Open != NaReason.None ? entry.When : entry.Figure;
        }

        var weight = Exact.Compared(entry.Figure.Number);
        return Math.Abs(weight) > ExactSum.Largest ? Result.Na(NaReason.Overflow) : Result.Of(weight);
    }
}
