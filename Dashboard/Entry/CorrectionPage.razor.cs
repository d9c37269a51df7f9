using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Entry;

/// <summary>更正 and 作废: a further entry with a reason; the old one stays in the history.</summary>
public sealed partial class CorrectionPage
{
    private bool _isRead;
    private SheetHistory? _history;
    private HistoryLine? _line;
    private EntryWriter? _writer;
    private CorrectionDraft _draft = new(Guid.CreateVersion7());
    private IReadOnlyList<Problem> _problems = [];
    private UnusualFigure? _odd;
    private bool _isReview;

    [Parameter]
    public string Plant { get; set; } = "";

    [Parameter]
    public string Team { get; set; } = "";

    [Parameter]
    public string Date { get; set; } = "";

    [Parameter]
    public string Kind { get; set; } = "";

    [Parameter]
    public Guid Entry { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [CascadingParameter]
    private ReaderLanguage Words { get; set; } = ReaderLanguage.Default;

    private CancellationToken Aborted => Http?.RequestAborted ?? default;

    private bool IsSuperseded => _line!.Current.Entry != Entry;

    private string Sheet => _history!.Heading.Shift.ToString();

    protected override async Task OnInitializedAsync()
    {
        if (Http is not null && ShiftAddress.Parse(Plant, Team, Date, Kind) is { } shift)
        {
            _history = await Desk.HistoryAsync(shift, Aborted);
            _line = _history?.Lines.FirstOrDefault(
                line => line.IsOurs && line.Versions.Any(version => version.Entry == Entry));
            _writer = Desk.WriterOf(Http);
        }

        _isRead = true;
    }

    internal async Task PostAsync()
    {
        if (_writer?.Actor is not { } actor)
        {
            Http!.Response.StatusCode = _writer?.Status ?? StatusCodes.Status403Forbidden;
            return;
        }

        var posted = await Http!.Request.ReadFormAsync(Aborted);
        _draft = CorrectionDraft.Read(posted);
        if (posted["step"] == "edit")
        {
            return;
        }

        // Pressed twice: the line is superseded by this very entry, and the sheet gives the first receipt again.
        _problems = _line!.Versions.Any(version => version.Entry == _draft.Id) ? [] : _draft.Problems(_line, Words);
        if (_problems.Count == 0)
        {
            await (posted["step"] == "submit" ? SubmitAsync(actor) : CheckAsync(actor));
        }

        if (_problems.Count > 0 && Http.Response.StatusCode == StatusCodes.Status200OK)
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    private async Task<EntryJudgement?> CheckAsync(Actor actor)
    {
        var judgement = await Desk.CheckAsync(_history!.Heading.Shift, Entries(), actor, Aborted);
        _problems = ProblemsOf(judgement.Answer);
        _odd = judgement.Unusual.Count > 0 ? judgement.Unusual[0] : null;
        _isReview = _problems.Count == 0;
        if (_draft.Before.Length == 0)
        {
            var before = ReceiptMoves.Between(judgement.Before, judgement.Before);
            _draft = _draft with { Before = Seal.Seal(Sheet, new Receipt([], false, before)) };
        }

        return _isReview ? judgement : null;
    }

    private async Task SubmitAsync(Actor actor)
    {
        if (await CheckAsync(actor) is null)
        {
            return;
        }

        if (_odd is not null && !_draft.Confirmed)
        {
            _problems = [new Problem(CorrectionDraft.TickField, Words.Of(EntryTexts.TickAndReason))];
            return;
        }

        var submission = await Desk.SubmitAsync(_history!.Heading.Shift, Entries(), actor, Aborted);
        if (submission.Answer is null)
        {
            _problems = [new Problem("submit", Words.Of(EntryTexts.OutcomeUnknown))];
            Http!.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        _problems = ProblemsOf(submission.Answer);
        _isReview = false;
        if (_problems.Count == 0)
        {
            var receipt = Receipt.Of(submission, Seal.Open(Sheet, _draft.Before));
            Http!.SeeOther(Words.Receipt(_history.Heading.Shift, Seal.Seal(Sheet, receipt)));
        }
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
