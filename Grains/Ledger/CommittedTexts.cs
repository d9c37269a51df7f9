using Ganchao.Contracts;
using Ganchao.Contracts.Certifications;
using Ganchao.Contracts.Competitions;
using Ganchao.Contracts.Registers;
using Ganchao.Grains.Interfaces.Sheets;

namespace Ganchao.Grains.Ledger;

/// <summary>
/// Which private contents an event commits to: of entries and exclusions, lines of registers, objections, verdicts.
/// </summary>
public sealed class CommittedTexts : IPrivateProjection
{
    public IEnumerable<PrivateCommitment> Committed(StoredEvent stored)
    {
        Commitment?[] commitments = EventCodec.Decode(stored) switch
        {
            EntryRecorded entry => [entry.Reason, entry.Note, entry.WhyUnusual],
            ExclusionProposed proposed => [proposed.Note],
            ExclusionAnswered answered => [answered.Reason],
            ExclusionWithdrawn withdrawn => [withdrawn.Reason],
            ExclusionDecided decided => [decided.Reason],
            RegisterLine line => [line.ReasonKept],
            ObjectionLine objection => [objection.TextKept],
            ObjectionAnsweredLine answer => [answer.AnswerKept],
            AcceptedLine accepted => [accepted.OpinionKept],
            RevokedLine revoked => [revoked.ReasonKept],
            _ => [],
        };
        return commitments.OfType<Commitment>().Select(
            commitment => new PrivateCommitment(commitment.Content, Convert.FromHexString(commitment.Hmac)));
    }

    // No event erases yet; erasing comes with people.
    public IEnumerable<Guid> Erased(StoredEvent stored) => [];
}
