using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Grids;

/// <summary>A page about the sheet of a department or branch: its figures are checked, sent and received alike.</summary>
public abstract class GridSheetPage : ComponentBase
{
    [Parameter]
    public string Plant { get; set; } = "";

    [Parameter]
    public string Department { get; set; } = "";

    [Parameter]
    public string Date { get; set; } = "";

    [Parameter]
    public string Period { get; set; } = "";

    [Inject]
    protected IGridDesk Desk { get; set; } = null!;

    [Inject]
    private protected ReceiptSeal Seal { get; set; } = null!;

    [CascadingParameter]
    protected HttpContext? Http { get; set; }

    [CascadingParameter]
    protected ReaderLanguage Words { get; set; } = ReaderLanguage.Default;

    /// <summary>Whether all was read; before, nothing is drawn.</summary>
    protected bool IsRead { get; private set; }

    /// <summary>Null where there is no such sheet.</summary>
    protected GridForm? Form { get; private set; }

    protected GridDraft? Draft { get; set; }

    protected IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <summary>Figures that ask for a second look, by their place among the changes.</summary>
    protected IReadOnlyList<UnusualFigure> Unusual { get; private set; } = [];

    protected override async Task OnInitializedAsync()
    {
        Form = Http is not null && DepartmentSheet.Parse(Plant, Department, Date, Period) is { } sheet
            ? await Desk.ReadAsync(Http, sheet, Http.RequestAborted)
            : null;
        Draft = Form is null ? null : GridDraft.New(Form);
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

    /// <summary>Judges the changes; the reason of corrections comes later, on the page where they are seen.</summary>
    protected async Task<bool> IsRightAsync(Actor actor)
    {
        Problems = GridProblems.Find(Form!, Draft!, Words);
        if (Problems.Count == 0 && Draft!.Changes.IsEmpty)
        {
            Problems = [new Problem("paste", Words.Of(GridTexts.NothingChanged))];
        }

        if (Problems.Count == 0)
        {
            var judgement = await Desk.CheckAsync(Form!.Sheet, Asked(Draft!), actor);
            Problems = GridProblems.Of(judgement.Answer.Refusals, Form, Draft!, Words);
            Unusual = judgement.Unusual;
        }

        return Problems.Count == 0;
    }

    /// <summary>Sends the changes and goes on to the receipt; true where what is wrong is put right on the same page.</summary>
    protected async Task<bool> SubmitAsync(Actor actor)
    {
        if (!await IsRightAsync(actor))
        {
            return false;
        }

        Problems = GridProblems.Unexplained(Form!, Draft!, Unusual, Words);
        return Problems.Count > 0 || await SendAsync(actor);
    }

    /// <summary>Sends what was checked and goes on to the receipt; true where it is not known what became of it.</summary>
    protected async Task<bool> SendAsync(Actor actor)
    {
        var sheet = Form!.Sheet;
        var answer = await Desk.EnterAsync(sheet, Draft!.ToEntries(Form, Words), actor);
        if (answer is null)
        {
            Problems = [new Problem("submit", Http!.SayUnknown(Words))];
            return true;
        }

        Problems = GridProblems.Of(answer.Refusals, Form, Draft, Words);
        if (Problems.Count == 0)
        {
            var seqs = answer.Entries.Select(static entry => entry.Seq).ToList();
            var receipt = new Receipt([seqs.Min(), seqs.Max(), seqs.Count], answer.Outcome == EntryOutcome.AlreadyRecorded, []);
            Http!.SeeOther(Words.Receipt(sheet, Seal.Seal(sheet.ToString(), receipt)));
        }

        return false;
    }

    /// <summary>
    /// The list to ask about: a correction without a reason would be refused before anybody was asked for one.
    /// </summary>
    protected EntryList Asked(GridDraft draft) => new(
        [.. draft.ToEntries(Form!, Words).Entries.Select(static entry =>
            entry.Supersedes is not null && string.IsNullOrEmpty(entry.Reason) ? entry with { Reason = "—" } : entry)]);
}
