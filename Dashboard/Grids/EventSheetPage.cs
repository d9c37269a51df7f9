using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Grids;

/// <summary>A page about the events of a department: they are judged, sent and received alike.</summary>
public abstract class EventSheetPage : ComponentBase
{
    [Parameter]
    public string Plant { get; set; } = "";

    /// <summary>The department that owns the kinds; whoever may record one of them comes here, from whatever unit.</summary>
    [Parameter]
    public string Owner { get; set; } = "";

    [Inject]
    protected IEventDesk Desk { get; set; } = null!;

    [Inject]
    private protected ReceiptSeal Seal { get; set; } = null!;

    [CascadingParameter]
    protected HttpContext? Http { get; set; }

    [CascadingParameter]
    protected ReaderLanguage Words { get; set; } = ReaderLanguage.Default;

    /// <summary>Whether all was read; before, nothing is drawn.</summary>
    protected bool IsRead { get; private set; }

    /// <summary>Null where there is no such department.</summary>
    protected EventForm? Form { get; private set; }

    protected IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <summary>The events as they were judged last.</summary>
    protected IReadOnlyList<JudgedEvent> Judged { get; set; } = [];

    /// <summary>What receipts of this page are sealed for.</summary>
    protected string Sheet => $"{Plant}/{Owner}/events";

    protected override async Task OnInitializedAsync()
    {
        Form = Http is not null && IdText.IsValid(Plant) && IdText.IsValid(Owner)
            ? await Desk.ReadAsync(Http, new PlantId(Plant), new UnitId(Owner), Http.RequestAborted)
            : null;
        IsRead = true;
    }

    /// <summary>Who posts, and what; nothing where nobody may write.</summary>
    protected async Task<(Actor? Actor, IFormCollection Posted)> PostedAsync()
    {
        if (Form!.Writer.Actor is not { } actor)
        {
            Http!.Response.StatusCode = Form.Writer.Status;
            return (null, FormCollection.Empty);
        }

        return (actor, await Http!.Request.ReadFormAsync(Http.RequestAborted));
    }

    protected void SayProblems()
    {
        if (Problems.Count > 0 && Http!.Response.StatusCode == StatusCodes.Status200OK)
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    protected async Task JudgeAsync(IReadOnlyList<TypedEvent> rows, Actor actor) =>
        Judged = await JudgedEvent.OfAsync(rows, Form!, Desk, actor, Words, Http!.RequestAborted);

    /// <summary>
    /// Sends each event to its own sheet. One that is refused keeps no other from being recorded; sent again, nothing is recorded
    /// twice.
    /// </summary>
    /// <returns>What was not recorded.</returns>
    protected async Task<IReadOnlyList<TypedEvent>> SendAsync(IReadOnlyList<TypedEvent> rows, Actor actor)
    {
        var refused = new List<TypedEvent>();
        var problems = new List<Problem>();
        var isRepeated = true;
        foreach (var sheet in rows.GroupBy(static row => row.Sheet))
        {
            var list = new EntryList([.. sheet.Select(row => row.ToEntry(Form!))]);
            var answer = await Desk.EnterAsync(Form!.Plant, sheet.Key, list, actor);
            isRepeated &= answer?.Outcome == EntryOutcome.AlreadyRecorded;
            if (answer is { Refusals.Count: 0 })
            {
                continue;
            }

            refused.AddRange(sheet);
            problems.Add(EventProblems.At(sheet.First(), "kind", answer is null
                ? Http!.SayUnknown(Words)
                : EventProblems.Say(answer.Refusals[0], sheet.First(), Form, Words), Words));
        }

        Problems = problems;
        if (refused.Count == 0)
        {
            var receipt = new Receipt([rows.Count], isRepeated, []);
            Http!.SeeOther(Words.Events(Form!, Seal.Seal(Sheet, receipt)));
        }

        return refused;
    }
}
