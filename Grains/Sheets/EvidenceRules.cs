using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;

namespace Ganchao.Grains.Sheets;

/// <summary>When a photo or file may be attached to an entry of a sheet.</summary>
internal static class EvidenceRules
{
    public static IEnumerable<Refusal> Check(SheetEvidence evidence, Sheet sheet, SheetKey key, Actor actor)
    {
        if (evidence.Id == Guid.Empty)
        {
            yield return new Refusal("id-missing", "id", "The attachment has no id. Make a UUIDv7 and keep it over retries.");
        }
        else if (sheet.Recorded(evidence.Id) is not null || sheet.HasOther(evidence.Id))
        {
            yield return IdTaken(evidence.Id);
        }

        if (!Rights.RolesOf(Right.EnterShift).Contains(actor.Role))
        {
            yield return new Refusal("wrong-role", "actor", $"A {actor.Role} attaches nothing to the entries of a shift.");
        }

        if (sheet.Recorded(evidence.Entry) is null)
        {
            yield return new Refusal(
                "unknown-entry", "entry", $"{key} has no entry {evidence.Entry}. Enter the figure first, then attach to it.");
        }

        if (!evidence.File.IsWellFormed())
        {
            yield return new Refusal("evidence-broken", "file", "The commitment is none of a stored photo or file.");
        }

        var there = sheet.Evidence.Where(other => other.Entry == evidence.Entry).ToList();
        if (there.Any(other => other.File.Sha256 == evidence.File.Sha256))
        {
            yield return new Refusal("evidence-there", "file", "The same photo or file is attached to the entry already.");
        }
        else if (there.Count >= EvidenceCommitment.MaxPerEntry)
        {
            yield return new Refusal(
                "evidence-many", "file",
                $"The entry has {there.Count} photos and files, and {EvidenceCommitment.MaxPerEntry} is the most.");
        }
    }

    public static Refusal IdTaken(Guid id) =>
        new("id-taken", "id", $"{id} stands for something else on this sheet. Give the attachment an id of its own.");
}
