using System.Text;
using Ganchao.Contracts;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Registers;
using Ganchao.Dashboard.Entry;
using Ganchao.Dashboard.Exclusions;
using Ganchao.Grains.Interfaces.Sheets;
using Ganchao.Grains.Ledger;
using Ganchao.Silo.Entry;

namespace Ganchao.Silo.Exclusions;

/// <summary>What was done with the stretches of a shift, from its sheet's stream; free text from the private contents.</summary>
internal sealed class ExclusionReader(ILedger ledger, IPrivateContents contents)
{
    /// <param name="shift">Whose stretches.</param>
    /// <param name="mayOn">What whoever asks may do with a stretch.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<ShownExclusion>> ReadAsync(
        KnownShift shift, Func<ShownExclusion, IReadOnlyList<ExclusionAct>> mayOn, CancellationToken cancellationToken)
    {
        var shown = new Dictionary<Guid, ShownExclusion>();
        foreach (var stored in await ledger.ReadStreamAsync(shift.Sheet, 0, cancellationToken))
        {
            var payload = EventCodec.Decode(stored);
            if (payload is ExclusionProposed proposed)
            {
                shown.Add(stored.Id, Of(shift, stored.Id, proposed));
            }

            if (StepOf(stored.Id, payload) is var (exclusion, act, side, state, text))
            {
                var before = shown[exclusion];
                var step = new ExclusionStep(
                    act,
                    side,
                    new HistoryAct(stored.Actor.Role, stored.Actor.Id, stored.At),
                    text is null ? null : await TextOf(stored, text, cancellationToken));
                shown[exclusion] = before with { State = state, Steps = [.. before.Steps, step] };
            }
        }

        return [.. shown.Values.Select(stretch => stretch with { Acts = mayOn(stretch) })];
    }

    /// <summary>The same without what was done, from the sheet as it stands.</summary>
    public static IReadOnlyList<ShownExclusion> Of(KnownShift shift, SheetView sheet) =>
    [
        .. (sheet.Exclusions ?? []).Select(exclusion => Of(
            shift,
            exclusion.Id,
            new ExclusionProposed(
                new ExcludedStretch(exclusion.FromMinute, exclusion.ToMinute, exclusion.Cause, exclusion.Responsible),
                exclusion.ProposedBy,
                null,
                null)) with
        { State = exclusion.State }),
    ];

    public static ResponsibleUnit UnitOf(KnownShift shift, UnitId unit) => new(
        unit,
        shift.Book.Organisation.At(unit, shift.Id.Date)?.Kind ?? UnitKind.NotSet,
        BookNames.OfUnit(shift.Book, unit.Value));

    private static ShownExclusion Of(KnownShift shift, Guid id, ExclusionProposed proposed) => new(
        id,
        shift.Kind.Start.AddMinutes(proposed.Stretch.FromMinute),
        shift.Kind.Start.AddMinutes(proposed.Stretch.ToMinute),
        proposed.Stretch.Minutes,
        proposed.Stretch.Cause,
        UnitOf(shift, proposed.Stretch.Responsible),
        proposed.Side,
        ExclusionState.Proposed,
        [],
        []);

    private static (Guid Exclusion, ExclusionAct Act, ExclusionSide Side, ExclusionState State, Commitment? Text)? StepOf(
        Guid id, object payload) => payload switch
        {
            ExclusionProposed proposed =>
                (id, ExclusionAct.NotSet, proposed.Side, ExclusionState.Proposed, proposed.Note),
            ExclusionAnswered { Agreed: true } agreed =>
                (agreed.Exclusion, ExclusionAct.Agree, agreed.Side, ExclusionState.Agreed, agreed.Reason),
            ExclusionAnswered contested =>
                (contested.Exclusion, ExclusionAct.Contest, contested.Side, ExclusionState.Contested, contested.Reason),
            ExclusionWithdrawn withdrawn =>
                (withdrawn.Exclusion, ExclusionAct.Withdraw, withdrawn.Side, ExclusionState.Withdrawn, withdrawn.Reason),
            ExclusionDecided { Upheld: true } upheld =>
                (upheld.Exclusion, ExclusionAct.Uphold, ExclusionSide.NotSet, ExclusionState.Agreed, upheld.Reason),
            ExclusionDecided rejected =>
                (rejected.Exclusion, ExclusionAct.Reject, ExclusionSide.NotSet, ExclusionState.Rejected, rejected.Reason),
            _ => null,
        };

    private async Task<KeptText> TextOf(StoredEvent stored, Commitment text, CancellationToken cancellationToken) =>
        await contents.ReadAsync(stored.Stream.Plant, text.Content, cancellationToken) is { } content
            ? new KeptText(Encoding.UTF8.GetString(content.Content.Span))
            : new KeptText(null);
}
