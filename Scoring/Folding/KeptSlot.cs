using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Records that are kept one by one, since figures by occasion look at them again.</summary>
/// <param name="inputs">
/// Whose figures are kept, by position in the rulebook; a record is kept where one of them has a fact.
/// </param>
internal sealed class KeptSlot(
    string canonical, ImmutableArray<int> inputs, ImmutableArray<string> tags, ImmutableArray<string> attributes)
    : FoldSlot(canonical)
{
    private const int RecordBytes = 160;
    private const int CellBytes = 32;

    /// <summary>At most, in bytes per entrant.</summary>
    public int Memory => KeptRecords.Limit * (RecordBytes + (CellBytes * (inputs.Length + tags.Length + attributes.Length)));

    /// <summary>The column of an input that is kept.</summary>
    public int ColumnOf(int input) => inputs.IndexOf(input);

    /// <summary>The column of a tag that is kept.</summary>
    public int ColumnOf(string tag) => tags.IndexOf(tag);

    public KeptRecords Fold(IEnumerable<SheetRecord> records) =>
        KeptRecords.Of([.. records.Where(record => record.HasAny(inputs)).Select(Kept)]);

    private KeptRecord Kept(SheetRecord record) => new(
        record.KeyOf(inputs),
        RecordName.Of(record.Facts[0]),
        Group.Kept(
            [.. inputs.Select(input => record.Figures.Has(input) ? record.Figures.Input(input) : (Result?)null)],
            Attributes(record)),
        ValueList.Of(tags.Select(tag => TagOf(record, tag))));

    private Dictionary<string, decimal> Attributes(SheetRecord record) => attributes
        .Select(name => (Name: name, Value: record.Figures.Attribute(name)))
        .Where(static attribute => attribute.Value.IsNumber)
        .ToDictionary(static attribute => attribute.Name, static attribute => attribute.Value.Number, StringComparer.Ordinal);

    private static string? TagOf(SheetRecord record, string tag) => record.Facts
        .Select(fact => fact.Tags.GetValueOrDefault(tag))
        .FirstOrDefault(static text => text is not null);
}
