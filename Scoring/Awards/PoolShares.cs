namespace Ganchao.Scoring;

/// <summary>Splits a pool by weight. It pays out the whole pool, or says why it cannot and pays nothing.</summary>
internal static class PoolShares
{
    public static List<Given> Of(decimal pool, AwardField field)
    {
        var part = field.All.Where(static entry => entry.TakesPart)
            .OrderBy(static entry => entry.Row.Entrant, StringComparer.Ordinal).ToList();
        if (part.Count == 0)
        {
            return [];
        }

        var weights = part.Select(WeightOf).ToList();
        var refusal = RefusalOf(weights);
        return refusal == NaReason.None
            ? [.. part.Zip(
                Fen.Split(pool, [.. part.Zip(weights, static (entry, weight) => (entry.Row.Entrant, weight.Number))]),
                static (entry, share) => entry.Gets(share))]
            : [.. part.Select(entry => entry.Undecidable(refusal))];
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
