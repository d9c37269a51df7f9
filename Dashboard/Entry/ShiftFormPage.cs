using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Entry;

/// <summary>Type, check, submit: each step is one post with all that was typed, and the last leads to a receipt.</summary>
public abstract class ShiftFormPage : ShiftPage
{
    protected const string Edit = "edit";
    protected const string Submit = "submit";

    [Inject]
    private protected ReceiptSeal Seal { get; set; } = null!;

    /// <summary>What is wrong with what was posted.</summary>
    protected IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <summary>Whether the page shows what is about to be sent, and not the form.</summary>
    protected bool IsReview { get; set; }

    internal async Task PostAsync()
    {
        if (Poster() is not { } actor)
        {
            return;
        }

        var posted = await Http!.Request.ReadFormAsync(Aborted);
        await TakeStepAsync(posted["step"].ToString(), posted, actor);
        if (Problems.Count > 0 && Http.Response.StatusCode == StatusCodes.Status200OK)
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    /// <summary>Does what the pressed button says with what was posted.</summary>
    protected abstract Task TakeStepAsync(string button, IFormCollection posted, Actor actor);

    /// <summary>Where the team stood when its list was checked: for a receipt that a second press asks for.</summary>
    protected async Task<string> SealedPlacesAsync(ShiftId shift)
    {
        var before = await Desk.PlacesAsync(shift, Aborted);
        return Seal.Seal(shift.ToString(), new Receipt([], false, ReceiptMoves.Between(before, before)));
    }

    /// <summary>Sends the list: on to its receipt, or back to the form with what the sheet refuses.</summary>
    /// <param name="before">Sealed when it was checked.</param>
    /// <param name="problemsOf">What the sheet's refusals mean to the reader.</param>
    protected async Task SendAsync(
        ShiftId shift, EntryList list, string before, Actor actor, Func<EntryAnswer, IReadOnlyList<Problem>> problemsOf)
    {
        var submission = await Desk.SubmitAsync(shift, list, actor, Aborted);
        if (submission.Answer is null)
        {
            Problems = [new Problem("submit", Http!.SayUnknown(Words))];
            return;
        }

        Problems = problemsOf(submission.Answer);
        IsReview = false;
        if (Problems.Count == 0)
        {
            var receipt = Receipt.Of(submission, Seal.Open(shift.ToString(), before));
            Http!.SeeOther(Words.Receipt(shift, Seal.Seal(shift.ToString(), receipt)));
        }
    }
}
