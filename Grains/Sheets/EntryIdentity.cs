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
    public static bool IsSame(
        EntryForm form,
        EntryRecorded recorded,
        EntryRules rules,
        IReadOnlyDictionary<Guid, PrivateContent> contents) =>
        form.Measure == recorded.Measure &&
        form.Value == recorded.Value &&
        rules.SubjectOf(form) == recorded.Subject &&
        rules.DateOf(form) == recorded.Date &&
        form.Product == recorded.Product &&
        form.WorkOrder == recorded.WorkOrder &&
        form.Detail == recorded.Detail &&
        (form.Record is null || form.Record == recorded.Record) &&
        SheetDraft.WayOf(form) == recorded.Way &&
        form.For == recorded.For &&
        form.ObservedAt == recorded.ObservedAt &&
        form.DeviceAt == recorded.DeviceAt &&
        form.Supersedes == recorded.Supersedes &&
        IsSame(form.Reason, recorded.Reason, contents) &&
        IsSame(form.Note, recorded.Note, contents);

    private static bool IsSame(
        string? text, Commitment? kept, IReadOnlyDictionary<Guid, PrivateContent> contents) =>
        kept is null || text is null
            ? kept is null && text is null
            : !contents.TryGetValue(kept.Content, out var content) ||
                content.Content.Span.SequenceEqual(Encoding.UTF8.GetBytes(text));
}
