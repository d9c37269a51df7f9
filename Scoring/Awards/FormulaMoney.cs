namespace Ganchao.Scoring;

/// <summary>Money by formula. Where a pool is stated, all of it is paid and no more, or nothing is.</summary>
internal static class FormulaMoney
{
    public static Given?[] Of(decimal? pool, IReadOnlyList<AwardEntry> entries)
    {
        Given?[] given = [.. entries.Select(Of)];
        if (pool is not { } whole)
        {
            return given;
        }

        var open = Enumerable.Range(0, given.Length)
            .Where(i => given[i] is { Undecided: not NaReason.None })
            .OrderBy(i => entries[i].Row.Entrant, StringComparer.Ordinal)
            .Select(i => given[i]!.Value.Undecided)
            .FirstOrDefault();
        var reason = open != NaReason.None ? open : SumOf(given) == whole ? NaReason.None : NaReason.PoolMissed;
        return reason == NaReason.None ? given : [.. given.Select(got => got is null ? got : Given.Undecidable(reason))];
    }

    private static Given? Of(AwardEntry entry) => !entry.TakesPart ? null
        : entry.Open != NaReason.None ? Given.Undecidable(entry.Open)
        : Given.OfFigure(entry.Figure);

    // Null where an amount is beyond what a pool may be: it could not be part of one.
    private static decimal? SumOf(Given?[] given) =>
        given.Any(static got => Math.Abs(got?.Money ?? 0m) > ExactSum.Largest) ? null : given.Sum(static got => got?.Money ?? 0m);
}
