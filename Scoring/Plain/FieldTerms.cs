namespace Ganchao.Scoring.Plain;

/// <summary>What the formulas of the field make of an award; they are the same whichever entrant is asked.</summary>
internal sealed class FieldTerms
{
    private const decimal LargestPool = 1_000_000_000_000_000m;

    /// <param name="of">Evaluates a formula of the field.</param>
    public FieldTerms(AwardDefinition award, Func<Formula, Result> of)
    {
        var table = award.Tables
            .Select(table => (table.Money, Holds: table.When is { } when ? of(when) : Result.Of(true)))
            .FirstOrDefault(static table => table.Holds != Result.Of(false));
        var quota = award.Quota is { } asked ? Numbers.Compared(of(asked)) : Result.Zero;
        var pool = award.Pool is { } stated ? Rounded(of(stated)) : Result.Zero;
        Open = Numbers.FirstNa(table.Money is null ? Result.Zero : table.Holds, quota, pool).Reason;
        Places = table.Money ?? (IReadOnlyDictionary<int, decimal>)new Dictionary<int, decimal>();
        Quota = award.Quota is null ? null : (int)Math.Min(Math.Max(Math.Floor(quota.Number), 0m), int.MaxValue);
        Pool = award.Pool is null ? null : pool.Number;
    }

    /// <summary>Why nothing can be given yet; None when it can.</summary>
    public NaReason Open { get; }

    public IReadOnlyDictionary<int, decimal> Places { get; }

    public int? Quota { get; }

    public decimal? Pool { get; }

    private static Result Rounded(Result pool) =>
        pool.IsNumber && Math.Abs(pool.Number) > LargestPool ? Result.Na(NaReason.Overflow)
        : Numbers.Rounded(pool, 2, RoundingMode.HalfAway);
}
