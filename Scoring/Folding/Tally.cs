namespace Ganchao.Scoring;

/// <summary>
/// What is known of a column of figures without keeping them: how many, their sum, the smallest, greatest, last. Adding and
/// merging commute, so order of arrival and division into sheets make no difference.
/// </summary>
internal readonly record struct Tally
{
    /// <summary>In memory, rounded up; what the limit per fold set counts with.</summary>
    public const int Bytes = 128;

    public int Count { get; init; }

    public ExactSum Sum { get; init; }

    /// <summary>Smallest, greatest and last are 0 while <see cref="Count"/> is 0.</summary>
    public decimal Least { get; init; }

    public decimal Greatest { get; init; }

    public decimal Last { get; init; }

    public OccurrenceKey LastKey { get; init; }

    public DateOnly FirstDate { get; init; }

    /// <summary>
    /// Reasons that spoil every fold over the column. A missing figure is not among them: its group is
    /// skipped.
    /// </summary>
    public NaReasons Spoilt { get; init; }

    public Tally With(Result figure, OccurrenceKey key)
    {
        if (!figure.IsNumber)
        {
            return figure.Reason == NaReason.Missing ? this : this with { Spoilt = Spoilt.With(figure.Reason) };
        }

        if (ExactSum.Of(figure.Number) is not { } sum)
        {
            return this with { Spoilt = Spoilt.With(NaReason.Overflow) };
        }

        var number = Exact.Quantised(figure.Number);
        return With(new Tally
        {
            Count = 1,
            Sum = sum,
            Least = number,
            Greatest = number,
            Last = number,
            LastKey = key,
            FirstDate = key.Date,
        });
    }

    public Tally With(Tally other)
    {
        var spoilt = Spoilt.With(other.Spoilt);
        if (Count == 0 || other.Count == 0)
        {
            return (Count == 0 ? other : this) with { Spoilt = spoilt };
        }

        var later = IsLaterThan(other) ? this : other;
        return new Tally
        {
            Count = Count + other.Count,
            Sum = Sum + other.Sum,
            Least = Math.Min(Least, other.Least),
            Greatest = Math.Max(Greatest, other.Greatest),
            Last = later.Last,
            LastKey = later.LastKey,
            FirstDate = FirstDate < other.FirstDate ? FirstDate : other.FirstDate,
            Spoilt = spoilt,
        };
    }

    /// <summary>Two figures of one occurrence: the greater one is last, so that the choice does not depend on arrival.</summary>
    private bool IsLaterThan(Tally other)
    {
        var order = LastKey.CompareTo(other.LastKey);
        return order != 0 ? order > 0 : Last > other.Last;
    }
}
