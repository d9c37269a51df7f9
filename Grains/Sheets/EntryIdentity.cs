using System.Text;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;

namespace Ganchao.Grains.Sheets;

/// <summary>
/// Whether a form is what was recorded under its id before: a retry, not another entry. Free text is compared with the
/// private content; erased content counts as the same, since nobody can tell any more.
/// </summary>
internal static class EntryIdentity
{
    /// <summary>The members in which they differ, by the names that the form has for them; none for a retry.</summary>
    public static IEnumerable<string> Differences(
        EntryForm form,
        EntryRecorded recorded,
        EntryRules rules,
        IReadOnlyDictionary<Guid, PrivateContent> contents)
    {
        (string Member, bool Same)[] members =
        [
            ("measure", form.Measure == recorded.Measure),
            ("value", form.Value == recorded.Value),
            ("subject", rules.SubjectOf(form) == recorded.Subject),
            ("date", rules.DateOf(form) == recorded.Date),
            ("product", form.Product == recorded.Product),
            ("workOrder", form.WorkOrder == recorded.WorkOrder),
            ("detail", form.Detail == recorded.Detail),
            ("record", form.Record == (SheetDraft.TakesMany(recorded) ? null : recorded.Record)),
            ("way", SheetDraft.WayOf(form) == recorded.Way),
            ("for", form.For == recorded.For),
            ("observedAt", form.ObservedAt == recorded.ObservedAt),
            ("deviceAt", form.DeviceAt == recorded.DeviceAt),
            ("supersedes", form.Supersedes == recorded.Supersedes),
            ("reason", IsSame(form.Reason, recorded.Reason, contents)),
            ("note", IsSame(form.Note, recorded.Note, contents)),
            ("whyUnusual", IsSame(form.WhyUnusual, recorded.WhyUnusual, contents)),
            ("tags", FactTags.TextOf(form.Tags) == FactTags.TextOf(recorded.Tags)),
        ];
        return members.Where(member => !member.Same).Select(member => member.Member);
    }

    /// <summary>Whether the text is what was kept.</summary>
    public static bool IsSame(
        string? text, Commitment? kept, IReadOnlyDictionary<Guid, PrivateContent> contents) =>
        kept is null || text is null
            ? kept is null && text is null
            : !contents.TryGetValue(kept.Content, out var content) ||
                content.Content.Span.SequenceEqual(Encoding.UTF8.GetBytes(text));
}
