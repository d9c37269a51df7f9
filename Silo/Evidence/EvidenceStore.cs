using System.Security.Cryptography;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Refusals;
using Ganchao.Grains;
using Ganchao.Silo.Entry;
using Ganchao.Silo.Identity;

namespace Ganchao.Silo.Evidence;

/// <summary>Takes an upload: looks into it, stores what is kept of it, and has the sheet commit to that.</summary>
internal sealed class EvidenceStore(EvidenceTable table, SheetWriting writing, IdentityMeter meter, PlantClock clock)
{
    /// <summary>
    /// The sheet's answer; null where whether it was recorded is not known. A refused upload is answered like a refused entry,
    /// with <c>evidence-…</c> rules.
    /// </summary>
    public async Task<EntryAnswer?> AttachAsync(
        ShiftId shift, Guid entry, Guid id, byte[] upload, Actor actor, CancellationToken cancellationToken)
    {
        var found = EvidenceInspector.Inspect(upload);
        if (found.Fault != EvidenceFault.NotSet)
        {
            return Refused(EvidenceRefusals.Of(found.Fault));
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(found.Bytes));
        var file = new EvidenceCommitment(hash, found.Bytes.Length, found.MediaType);
        var claim = Guid.CreateVersion7();
        if (!await table.StoreAsync(shift.Plant, file, found.Bytes, claim, actor.Id, clock.GetUtcNow(), cancellationToken))
        {
            return Refused(EvidenceRefusals.Removed());
        }

        var answer = await writing.WriteAsync(shift, sheet => sheet.Attach(new SheetEvidence(id, entry, file), actor));
        if (answer is { Outcome: EntryOutcome.Refused })
        {
            await table.ForgetAsync(shift.Plant, hash, claim, CancellationToken.None);
        }

        return answer;
    }

    private EntryAnswer Refused(Refusal refusal)
    {
        meter.Refused(refusal.Rule);
        return new EntryAnswer(EntryOutcome.Refused, "", 0, [], [], [refusal]);
    }
}
