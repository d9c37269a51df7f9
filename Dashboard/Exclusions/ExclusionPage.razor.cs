using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Exclusions;

/// <summary>
/// The stretches of one shift: proposed, countersigned, contested, decided. Its address does not call the team so, since the
/// other side, which is not of the team, acts here too.
/// </summary>
public sealed partial class ExclusionPage : ComponentBase
{
    private readonly Dictionary<Guid, ExclusionAnswerDraft> _answers = [];
    private ShiftExclusionsView? _view;
    private ExclusionDraft _draft = ExclusionDraft.New();
    private Guid _answerId = Guid.CreateVersion7();
    private IReadOnlyList<Problem> _problems = [];
    private EntryWriter? _closed;
    private bool _isRead;

    [Parameter]
    public string Plant { get; set; } = "";

    [Parameter]
    public string Owner { get; set; } = "";

    [Parameter]
    public string Date { get; set; } = "";

    [Parameter]
    public string Kind { get; set; } = "";

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [CascadingParameter]
    private ReaderLanguage Words { get; set; } = ReaderLanguage.Default;

    private ShiftId Shift => _view!.Heading.Shift;

    protected override async Task OnInitializedAsync()
    {
        if (Http is not null && ShiftAddress.Parse(Plant, Owner, Date, Kind) is { } shift)
        {
            _view = await Desk.ReadAsync(shift, Http, Http.RequestAborted);
            _closed = Desk.ProposerOf(Http, ExclusionSide.Team, default) is { Actor: null } closed ? closed : null;
        }

        _isRead = true;
    }

    internal async Task PostAsync()
    {
        var posted = await Http!.Request.ReadFormAsync(Http.RequestAborted);
        _draft = ExclusionDraft.Read(posted);
        _answerId = Guid.TryParse(posted["answer"], out var id) ? id : _answerId;
        var step = posted["step"].ToString().Split(':', 2);
        var stretch = step.Length == 2 && Guid.TryParse(step[1], out var asked)
            ? _view!.Stretches.FirstOrDefault(one => one.Id == asked)
            : null;
        if (step is ["propose"])
        {
            await ProposeAsync();
        }
        else if (stretch is not null && Enum.TryParse<ExclusionAct>(step[0], out var act) && Enum.IsDefined(act))
        {
            await AnswerAsync(act, stretch, ExclusionAnswerDraft.Read(posted, stretch.Id));
        }
    }

    private async Task ProposeAsync()
    {
        _problems = _draft.Problems(_view!, Words);
        if (_problems.Count > 0)
        {
            Http!.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        var unit = _view!.Units.First(unit => unit.Unit == _draft.Responsible);
        var writer = Desk.ProposerOf(Http!, _draft.Side, unit.Kind);
        await SendAsync(writer, actor => Desk.ProposeAsync(Shift, _draft.ToForm(_view), actor), "from");
    }

    private async Task AnswerAsync(ExclusionAct act, ShownExclusion stretch, ExclusionAnswerDraft draft)
    {
        _answers[stretch.Id] = draft;
        var side = ExclusionAnswerDraft.SideOf(act, stretch);
        var answer = new ExclusionAnswer(_answerId, act, side, draft.Reason);
        await SendAsync(
            Desk.AnswererOf(Http!, act, stretch),
            actor => Desk.AnswerAsync(Shift, stretch.Id, answer, actor),
            ExclusionAnswerDraft.FieldOf(stretch.Id));
    }

    private async Task SendAsync(EntryWriter writer, Func<Actor, Task<EntryAnswer?>> send, string field)
    {
        if (writer.Actor is not { } actor)
        {
            (Http!.Response.StatusCode, _closed) = (writer.Status, writer);
            return;
        }

        var answer = await send(actor);
        if (answer is { Outcome: not EntryOutcome.Refused })
        {
            Http!.SeeOther(Words.Exclusions(Shift));
            return;
        }

        Http!.Response.StatusCode = answer is null
            ? StatusCodes.Status503ServiceUnavailable
            : StatusCodes.Status422UnprocessableEntity;
        Text[] said = answer is null
            ? [EntryTexts.OutcomeUnknown]
            : [.. answer.Refusals.Select(refusal => ExclusionTexts.OfRefusal(refusal.Rule)).Distinct()];
        _problems = [.. said.Select(text => new Problem(field, Words.Of(text)))];
    }
}
