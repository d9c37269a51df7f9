using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Entry;

/// <summary>One shift's form: type, check, submit; each step is one post that carries all that was typed.</summary>
public sealed partial class ShiftEntryPage
{
    private bool _isRead;
    private ShiftForm? _form;
    private UnknownPart _unknown;
    private EntryWriter? _writer;
    private EntryDraft _draft = null!;
    private IReadOnlyList<Problem> _problems = [];
    private IReadOnlyList<UnusualFigure> _unusual = [];
    private bool _isReview;
    private string? _focus;

    [Parameter]
    public string Plant { get; set; } = "";

    [Parameter]
    public string Team { get; set; } = "";

    [Parameter]
    public string Date { get; set; } = "";

    [Parameter]
    public string Kind { get; set; } = "";

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [CascadingParameter]
    private ReaderLanguage Words { get; set; } = ReaderLanguage.Default;

    private CancellationToken Aborted => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        if (Http is not null && ShiftAddress.Parse(Plant, Team, Date, Kind) is { } shift)
        {
            (_form, _unknown) = await Desk.ReadAsync(shift, Aborted);
            _writer = Desk.WriterOf(Http);
            _draft = _form is null ? null! : EntryDraft.New(_form);
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
        _draft = EntryDraft.Read(posted, _form!);
        switch (posted["step"].ToString().Split(':', 2))
        {
            case ["more"]:
                _draft = _draft.WithOneMoreHeat(_form!);
                break;
            case ["edit"]:
                break;
            case ["edit", var line]:
                _focus = line;
                break;
            case ["submit"]:
                await SubmitAsync(actor);
                break;
            default:
                await CheckAsync(actor);
                break;
        }

        if (_problems.Count > 0 && Http.Response.StatusCode == StatusCodes.Status200OK)
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    private async Task CheckAsync(Actor actor)
    {
        _draft = _draft with { IsLate = _form!.SignedOff };
        if (await JudgeAsync(actor) is { } judgement)
        {
            var before = ReceiptMoves.Between(judgement.Before, judgement.Before);
            _draft = _draft with { Before = Seal.Seal(_form.Heading.Shift.ToString(), new Receipt([], false, before)) };
            _isReview = true;
        }
    }

    private async Task SubmitAsync(Actor actor)
    {
        if (await JudgeAsync(actor) is null)
        {
            return;
        }

        _problems = DraftProblems.Unexplained(_unusual, _draft, Words);
        _isReview = true;
        if (_problems.Count > 0)
        {
            return;
        }

        var shift = _form!.Heading.Shift;
        var submission = await Desk.SubmitAsync(shift, _draft.ToEntries(_form), actor, Aborted);
        switch (submission.Answer)
        {
            case null:
                _problems = [new Problem("submit", Words.Of(EntryTexts.OutcomeUnknown))];
                Http!.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                break;
            case { Outcome: EntryOutcome.Refused } refused:
                _problems = DraftProblems.Of(refused.Refusals, _draft, _form, Words);
                _isReview = false;
                break;
            default:
                var receipt = Receipt.Of(submission, Seal.Open(shift.ToString(), _draft.Before));
                Http!.SeeOther(Words.Receipt(shift, Seal.Seal(shift.ToString(), receipt)));
                break;
        }
    }

    // Null: there are problems, and the form is shown with them.
    private async Task<EntryJudgement?> JudgeAsync(Actor actor)
    {
        _problems = DraftProblems.Find(_draft, Words);
        if (_problems.Count > 0)
        {
            return null;
        }

        var judgement = await Desk.CheckAsync(_form!.Heading.Shift, _draft.ToEntries(_form), actor, Aborted);
        _problems = DraftProblems.Of(judgement.Answer.Refusals, _draft, _form, Words);
        _unusual = judgement.Unusual;
        return _problems.Count == 0 ? judgement : null;
    }
}
