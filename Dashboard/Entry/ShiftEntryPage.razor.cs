using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Entry;

/// <summary>One shift's form.</summary>
public sealed partial class ShiftEntryPage
{
    private const string Order = "order";

    private ShiftForm? _form;
    private UnknownPart _unknown;
    private EntryDraft _draft = null!;
    private IReadOnlyList<UnusualFigure> _unusual = [];
    private string? _focus;

    private ShiftId Shift => _form!.Heading.Shift;

    protected override async Task ReadAsync(ShiftId shift)
    {
        (_form, _unknown) = await Desk.ReadAsync(shift, Aborted);
        _draft = _form is null ? null! : EntryDraft.New(_form);
    }

    protected override async Task TakeStepAsync(string button, IFormCollection posted, Actor actor)
    {
        _draft = EntryDraft.Read(posted, _form!);
        await AddFieldsAsync();
        switch (button.Split(':', 2))
        {
            case ["more"]:
                _draft = _draft.WithOneMoreHeat(_form!);
                break;
            case [Order]:
                await AddOrderAsync();
                break;
            case [Edit]:
                break;
            case [Edit, var line]:
                _focus = line;
                break;
            case [Submit]:
                await SubmitAsync(actor);
                break;
            case var _ when _draft.Order.Length > 0:    // scanned last, and its figures are still to be typed
                await AddOrderAsync();
                break;
            default:
                await CheckAsync(actor);
                break;
        }
    }

    // What a work order brought to the form when it was scanned is no part of the form by itself.
    private async Task AddFieldsAsync()
    {
        var shown = _form!.Fields.Select(field => field.Cell).ToHashSet();
        var brought = _draft.Lines.Select(line => line.Cell).Where(cell => !shown.Contains(cell)).ToList();
        if (brought.Count > 0)
        {
            _form = _form with { Fields = [.. _form.Fields, .. await Desk.ReadFieldsAsync(Shift, brought, Aborted)] };
        }
    }

    private async Task AddOrderAsync()
    {
        var found = await Desk.FindOrderAsync(Shift, _draft.Order, Aborted);
        if (found.Fields.Count == 0)
        {
            Problems = [DraftProblems.OfOrder(_draft.Order, found, Words)];
            return;
        }

        _draft = _draft.WithOrder(found.Fields);
        _focus = found.Fields[0].Cell.Key;
        await AddFieldsAsync();
    }

    private async Task CheckAsync(Actor actor)
    {
        _draft = _draft with { IsLate = _form!.SignedOff };
        if (await IsRightAsync(actor))
        {
            _draft = _draft with { Before = await SealedPlacesAsync(Shift) };
            IsReview = true;
        }
    }

    private async Task SubmitAsync(Actor actor)
    {
        if (!await IsRightAsync(actor))
        {
            return;
        }

        Problems = DraftProblems.Unexplained(_unusual, _draft, Words);
        IsReview = true;
        if (Problems.Count == 0)
        {
            await SendAsync(Shift, _draft.ToEntries(_form!), _draft.Before, actor, ProblemsOf);
        }
    }

    // If not, the form is shown with the problems.
    private async Task<bool> IsRightAsync(Actor actor)
    {
        Problems = DraftProblems.Find(_draft, Words);
        if (Problems.Count > 0)
        {
            return false;
        }

        var judgement = await Desk.CheckAsync(Shift, _draft.ToEntries(_form!), actor, Aborted);
        Problems = ProblemsOf(judgement.Answer);
        _unusual = judgement.Unusual;
        return Problems.Count == 0;
    }

    private IReadOnlyList<Problem> ProblemsOf(EntryAnswer answer) => DraftProblems.Of(answer.Refusals, _draft, _form!, Words);
}
