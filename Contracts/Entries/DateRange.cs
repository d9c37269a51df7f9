namespace Ganchao.Contracts.Entries;

/// <summary>Production dates from <paramref name="Start"/> (included) to <paramref name="End"/> (excluded).</summary>
public readonly record struct DateRange(DateOnly Start, DateOnly End)
{
    public static DateRange Always { get; } = new(DateOnly.MinValue, DateOnly.MaxValue);

    public bool Contains(DateOnly date) => date >= Start && date < End;

    /// <summary>The dates that both ranges have; empty (start = end) where they have none.</summary>
    public DateRange Intersect(DateRange other)
    {
        var start = Start > other.Start ? Start : other.Start;
        var end = End < other.End ? End : other.End;
        return end > start ? new DateRange(start, end) : new DateRange(start, start);
    }

    public bool Overlaps(DateRange other) => Start < other.End && other.Start < End;

    /// <summary>The shortest range that holds both.</summary>
    public DateRange Span(DateRange other) =>
        new(Start < other.Start ? Start : other.Start, End > other.End ? End : other.End);
}
