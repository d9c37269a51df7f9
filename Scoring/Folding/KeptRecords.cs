namespace Ganchao.Scoring;

/// <summary>The records of a slot, ascending; beyond the limit none of them, and that there were too many.</summary>
internal sealed record KeptRecords(ValueList<KeptRecord> Records, bool TooMany)
{
    /// <summary>Records of one entrant for one figure.</summary>
    public const int Limit = 2048;

    public static readonly KeptRecords Empty = new(ValueList<KeptRecord>.Empty, false);

    private static readonly KeptRecords Beyond = new(ValueList<KeptRecord>.Empty, true);

    public static KeptRecords Of(IReadOnlyCollection<KeptRecord> records) =>
        records.Count > Limit ? Beyond : new(ValueList.Of(records.Order()), false);

    /// <summary>Of different sheets, so that no record is in both.</summary>
    public KeptRecords With(KeptRecords other)
    {
        if (TooMany || other.TooMany || Records.Count + other.Records.Count > Limit)
        {
            return Beyond;
        }

        return other.Records.Count == 0 ? this : Records.Count == 0 ? other : new(Merged(Records, other.Records), false);
    }

    private static ValueList<KeptRecord> Merged(ValueList<KeptRecord> left, ValueList<KeptRecord> right)
    {
        var merged = new KeptRecord[left.Count + right.Count];
        var (l, r) = (0, 0);
        for (var i = 0; i < merged.Length; i++)
        {
            merged[i] = r == right.Count || (l < left.Count && left[l].CompareTo(right[r]) <= 0) ? left[l++] : right[r++];
        }

        return new ValueList<KeptRecord>(merged);
    }
}
