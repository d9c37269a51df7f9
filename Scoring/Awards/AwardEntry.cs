namespace Ganchao.Scoring;

/// <summary>One entrant of a field before an award is given.</summary>
/// <param name="When">Yes where the award has no condition.</param>
/// <param name="Figure">The weight or the money; 0 where the award has neither.</param>
/// <param name="Keys">The order of a quota, rounded to 12 decimals; empty: that of the standing.</param>
internal sealed record AwardEntry(StandingRow Row, Result When, Result Figure, ValueList<Result> Keys)
{
    /// <summary>May take the award, or may once its condition is known.</summary>
    public bool TakesPart => !Row.Guest && Row.Award != Clearance.Excluded && When != Result.Zero;

    public bool IsRated => Row.Rating != Clearance.Excluded;

    /// <summary>Why nothing can be said yet of who takes part; None when its condition holds.</summary>
    public NaReason Open => When.Reason;
}

/// <summary>What one entrant gets.</summary>
/// <param name="Money">CNY; null for an honour.</param>
internal readonly record struct Given(decimal? Money, NaReason Undecided)
{
    public static Given Undecidable(NaReason reason) => new(null, reason);

    public static Given OfMoney(decimal money) => new(money, NaReason.None);

    /// <summary>Rounded to the fen; n/a stays open.</summary>
    public static Given OfFigure(Result money) => money.IsNumber
        ? OfMoney(Exact.Rounded(money.Number, 2, RoundingMode.HalfAway))
        : Undecidable(money.Reason);
}
