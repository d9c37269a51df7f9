using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Entry;

/// <summary>更正 and 作废: a further entry with a reason; the old one stays in the history.</summary>
public sealed partial class CorrectionPage
{
    private SheetHistory? _history;
    private HistoryLine? _line;
    private CorrectionDraft _draft = new(Guid.CreateVersion7());
    private IReadOnlyList<UnusualFigure> _odd = [];

    [Parameter]
    public Guid Entry { get; set; }

    private bool IsSuperseded => _line!.Current.Entry != Entry;

    private ShiftId Shift => _history!.Heading.Shift;

    protected override async Task ReadAsync(ShiftId shift)
    {
        _history = await Desk.HistoryAsync(shift, Aborted);
        _line = _history?.Lines.FirstOrDefault(
            line => line.IsOurs && line.Versions.Any(version => version.Entry == Entry));
    }

    protected override async Task TakeStepAsync(string button, IFormCollection posted, Actor actor)
    {
        _draft = CorrectionDraft.Read(posted);
        if (button == Edit)
        {
            return;
        }

        // Pressed twice: the line is superseded by this very entry, and the sheet gives the first receipt again.
        Problems = _line!.Versions.Any(version => version.Entry == _draft.Id) ? [] : _draft.Problems(_line, Words);
        if (Problems.Count > 0 || !await IsTakenAsync(actor))
        {
            return;
        }

        IsReview = true;
        if (button != Submit)
        {
            _draft = _draft with { Before = await SealedPlacesAsync(Shift) };
        }
        else if (_odd.Count > 0 && !_draft.Confirmed)
        {
            Problems = [new Problem(CorrectionDraft.TickField, Words.Of(EntryTexts.TickAndReason))];
        }
        else
        {
            await SendAsync(Shift, Entries(), _draft.Before, actor, ProblemsOf);
        }
    }

    // If not, the form is shown with what the sheet says.
    private async Task<bool> IsTakenAsync(Actor actor)
    {
        var judgement = await Desk.CheckAsync(Shift, Entries(), actor, Aborted);
        Problems = ProblemsOf(judgement.Answer);
        _odd = judgement.Unusual;
        return Problems.Count == 0;
    }

    private EntryList Entries() => new([_draft.ToEntry(_line!, Entry, Words)]);

    private IReadOnlyList<Problem> ProblemsOf(EntryAnswer answer)
    {
        var field = new EntryField(_line!.Cell, _line.Words);
        return
        [
            .. answer.Refusals.Select(refusal => new Problem(
                refusal.Field.EndsWith(".reason", StringComparison.Ordinal)
                    ? CorrectionDraft.ReasonField
                    : CorrectionDraft.ValueField,
                RefusalTexts.Say(refusal, field, Words))),
        ];
    }
}
