namespace Ganchao.Scoring;

/// <summary>
/// One record as figures by occasion need it: where it stands, what its inputs amount to, its tags and attributes. Records
/// stand in order of occurrence; equal keys by what names a record, ordinal.
/// </summary>
/// <param name="Key">The latest fact of the inputs that are kept.</param>
/// <param name="Inputs">By column of the slot.</param>
/// <param name="Tags">By column of the slot; null: no fact of the record has it.</param>
internal sealed record KeptRecord(OccurrenceKey Key, RecordName Name, Group Inputs, ValueList<string?> Tags)
    : IComparable<KeptRecord>
{
    public int CompareTo(KeptRecord? other)
    {
        var order = Key.CompareTo(other!.Key);
        return order != 0 ? order : Name.CompareTo(other.Name);
    }
}

/// <summary>What makes records different from each other within one entrant and production date.</summary>
internal sealed record RecordName(string Sheet, string Subject, string Product, string WorkOrder, string Detail, string Record)
    : IComparable<RecordName>
{
    public static RecordName Of(Fact fact) =>
        new(fact.Sheet, fact.Subject, fact.Product, fact.WorkOrder, fact.Detail, fact.Record);

    public int CompareTo(RecordName? other) => Parts().Zip(other!.Parts(), string.CompareOrdinal)
        .FirstOrDefault(static order => order != 0);

    public IEnumerable<string> Parts() => [Sheet, Subject, Product, WorkOrder, Detail, Record];
}
