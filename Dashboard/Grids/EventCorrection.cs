using System.Collections.Immutable;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Grids;

/// <summary>What was typed to correct a recorded event: its figure, how it is described, and why.</summary>
/// <param name="Base">Figure and reason.</param>
/// <param name="Attributes">By name; empty: taken away.</param>
public sealed record EventCorrection(CorrectionDraft Base, ImmutableSortedDictionary<string, string> Attributes)
{
    public static EventCorrection New(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return new EventCorrection(
            new CorrectionDraft(Guid.CreateVersion7(), Figures.Points(recorded.Standing.Value, recorded.Kind.Words.Decimals)),
            recorded.Kind.Attributes.Keys.ToImmutableSortedDictionary(
                static name => name, name => recorded.Standing.Attributes.GetValueOrDefault(name, ""), StringComparer.Ordinal));
    }

    public static EventCorrection Read(IFormCollection posted, RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(posted);
        ArgumentNullException.ThrowIfNull(recorded);
        return new EventCorrection(
            CorrectionDraft.Read(posted),
            recorded.Kind.Attributes.Keys.ToImmutableSortedDictionary(
                static name => name, name => posted[FieldOf(name)].ToString().Trim(), StringComparer.Ordinal));
    }

    /// <summary>What names the field of an attribute.</summary>
    public static string FieldOf(string attribute) => EventRows.Attribute + attribute;

    /// <summary>The attributes that are another now, with what stood before.</summary>
    public IEnumerable<(string Name, string Before, string After)> Changes(RecordedEvent recorded)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        return from attribute in Attributes
               let before = recorded.Standing.Attributes.GetValueOrDefault(attribute.Key, "")
               where before != attribute.Value
               select (attribute.Key, before, attribute.Value);
    }

    internal IReadOnlyList<Problem> Problems(RecordedEvent recorded, ReaderLanguage words) =>
    [
        .. Base.Problems(recorded.Line, words, changesMore: !Base.IsVoid && Changes(recorded).Any()),
        .. from attribute in Attributes
           let taken = recorded.Kind.Attributes[attribute.Key]
           where attribute.Value.Length > 0 && taken.Count > 0 && !taken.Contains(attribute.Value)
           select new Problem(FieldOf(attribute.Key), words.Of(
               EventTexts.AttributeWrong, EventTexts.Say(attribute.Key, words),
               GridFile.Listed(taken.Select(one => EventTexts.Say(one, words)), words))),
    ];

    /// <summary>The entry that takes the standing one's place; what was typed must be readable.</summary>
    internal EntryForm ToEntry(RecordedEvent recorded, ReaderLanguage words) =>
        Base.ToEntry(recorded.Line, recorded.Standing.Entry, words) with
        {
            Subject = recorded.Standing.Subject,
            Unit = recorded.Kind.Words.Unit,
            Date = recorded.Standing.Date,
            Tags = Attributes.Where(static attribute => attribute.Value.Length > 0).ToDictionary(),
        };
}
