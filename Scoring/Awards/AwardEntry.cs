namespace Ganchao.Scoring;

/// <summary>One entrant of a field before an award is given.</summary>
/// <param name="Position">Its row of the table.</param>
/// <param name="When">Yes where the award has no condition.</param>
/// <param name="Figure">The weight or the money; 0 where the award has neither.</param>
/// <param name="Keys">The order of a quota, rounded to 12 decimals; empty: that of the standing.</param>
internal sealed record AwardEntry(int Position, StandingRow Row, Result When, Result Figure, ValueList<Result> Keys)
{
    /// <summary>May take the award, or may once its condition is known.</summary>
    public bool TakesPart => !Row.Guest && Row.Award != Clearance.Excluded && When != Result.Zero;

    public bool IsRated => Row.Rating != Clearance.Excluded;

    /// <summary>Why nothing can be said yet of who takes part; None when its condition holds.</summary>
    public NaReason Open => When.Reason;

    public Given Undecidable(NaReason reason) => new(this, null, reason);

    /// <param name="money">Null for an honour.</param>
    public Given Gets(decimal? money) => new(this, money, NaReason.None);

    /// <summary>Rounded to the fen; n/a stays open.</summary>
    public Given GetsFigure() => Figure.IsNumber
        ? Gets(Exact.Rounded(Figure.Number, 2, RoundingMode.HalfAway))
        : Undecidable(Figure.Reason);
}

/// <summary>What one entrant gets.</summary>
/// <param name="Money">CNY; null for an honour.</param>
internal sealed record Given(AwardEntry Entry, decimal? Money, NaReason Undecided);
