using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>What the formulas of the field make of an award.</summary>
/// <param name="Undecided">Why nothing can be given yet; None when it can.</param>
/// <param name="Quota">Null: a share, or no quota.</param>
/// <param name="Pool">In CNY, rounded to the fen; null where the award states none.</param>
internal sealed record AwardTerms(
    NaReason Undecided, ImmutableSortedDictionary<int, decimal> Places, int? Quota, decimal? Pool)
{
    private static readonly ImmutableSortedDictionary<int, decimal> NoPlaces = ImmutableSortedDictionary<int, decimal>.Empty;

    public static AwardTerms Of(AwardColumns columns, RowVector any)
    {
        foreach (var (position, table) in columns.Award.Tables.Index())
        {
            var holds = columns.Tables[position] is { } column ? any[column] : Result.Of(true);
            if (!holds.IsNumber || holds.Number != 0m)
            {
                return new AwardTerms(holds.Reason, table.Money, null, null);
            }
        }

        var quota = columns.Quota is { } asked ? any[asked] : Result.Zero;
        var pool = columns.Pool is { } stated ? Money(any[stated]) : Result.Zero;
        var undecided = quota.IsNumber ? pool.Reason : quota.Reason;
        return new AwardTerms(
            undecided,
            NoPlaces,
            columns.Quota is null ? null : (int)Math.Clamp(decimal.Floor(Exact.Compared(quota.Number)), 0m, int.MaxValue),
            columns.Pool is null ? null : pool.Number);
    }

    private static Result Money(Result pool) => !pool.IsNumber ? pool
        : Math.Abs(pool.Number) > ExactSum.Largest ? Result.Na(NaReason.Overflow)
        : Result.Of(Exact.Rounded(pool.Number, 2, RoundingMode.HalfAway));
}
