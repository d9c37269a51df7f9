namespace Ganchao.Scoring;

/// <summary>Money by formula. Where a pool is stated, all of it is paid and no more, or nothing is.</summary>
internal static class FormulaMoney
{
    public static List<Given> Of(decimal? pool, AwardField field)
    {
        List<Given> given =
        [
            .. field.All.Where(static entry => entry.TakesPart)
                .Select(static entry => entry.Open != NaReason.None ? entry.Undecidable(entry.Open) : entry.GetsFigure()),
        ];
        if (pool is not { } whole)
        {
            return given;
        }

        var open = given.Where(static got => got.Undecided != NaReason.None)
            .MinBy(static got => got.Entry.Row.Entrant, StringComparer.Ordinal)?.Undecided ?? NaReason.None;
        var reason = open != NaReason.None ? open : SumOf(given) == whole ? NaReason.None : NaReason.PoolMissed;
        return reason == NaReason.None ? given : [.. given.Select(got => got.Entry.Undecidable(reason))];
    }

    // Null where an amount is beyond what a pool may be: it could not be part of one.
    private static decimal? SumOf(List<Given> given) =>
        given.Exists(static got => Math.Abs(got.Money ?? 0m) > ExactSum.Largest)
            ? null
            : given.Sum(static got => got.Money ?? 0m);
}
