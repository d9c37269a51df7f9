using Ganchao.Contracts;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Sheets;

namespace Ganchao.Grains.Ledger;

/// <summary>Which private contents an event commits to: reasons and notes of entries, reasons of plan change notices.</summary>
public sealed class CommittedTexts : IPrivateProjection
{
    public IEnumerable<PrivateCommitment> Committed(StoredEvent stored)
    {
        Commitment?[] commitments = EventCodec.Decode(stored) switch
        {
            EntryRecorded entry => [entry.Reason, entry.Note],
            PlanChangeLine change => [change.ReasonKept],
            _ => [],
        };
        return commitments.OfType<Commitment>().Select(
            commitment => new PrivateCommitment(commitment.Content, Convert.FromHexString(commitment.Hmac)));
    }

    // No event erases yet; erasing comes with people.
    public IEnumerable<Guid> Erased(StoredEvent stored) => [];
}
