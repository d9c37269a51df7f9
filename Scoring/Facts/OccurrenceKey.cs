namespace Ganchao.Scoring;

/// <summary>
/// The order of occurrence: production date, shift order, observed time (unknown first), entry id. Order of arrival
/// has no part in it, so late and repeated deliveries change nothing.
/// </summary>
public readonly record struct OccurrenceKey(DateOnly Date, int ShiftOrder, DateTimeOffset? ObservedAt, Guid Entry)
    : IComparable<OccurrenceKey>
{
    public static OccurrenceKey Of(Fact fact) => new(fact.Date, fact.ShiftOrder, fact.ObservedAt, fact.Entry);

    public int CompareTo(OccurrenceKey other)
    {
        var byDate = Date.CompareTo(other.Date);
        if (byDate != 0)
        {
            return byDate;
        }

        var byShift = ShiftOrder.CompareTo(other.ShiftOrder);
        if (byShift != 0)
        {
            return byShift;
        }

        var byTime = Nullable.Compare(ObservedAt, other.ObservedAt);
        return byTime != 0 ? byTime : Entry.CompareTo(other.Entry);
    }

    public static bool operator <(OccurrenceKey left, OccurrenceKey right) => left.CompareTo(right) < 0;

    public static bool operator >(OccurrenceKey left, OccurrenceKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(OccurrenceKey left, OccurrenceKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(OccurrenceKey left, OccurrenceKey right) => left.CompareTo(right) >= 0;
}
