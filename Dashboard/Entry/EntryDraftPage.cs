using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Entry;

/// <summary>A form of figures on a shift's sheet: typed, checked, sent as one list.</summary>
public abstract class EntryDraftPage : ShiftFormPage
{
    private const string Order = "order";
    private const string Fill = "fill";

    /// <summary>Null where the address is unknown.</summary>
    protected ShiftForm? Form { get; private set; }

    /// <summary>What in the address is unknown.</summary>
    protected UnknownPart Unknown { get; private set; }

    protected EntryDraft Draft { get; private set; } = null!;

    protected IReadOnlyList<UnusualFigure> Unusual { get; private set; } = [];

    /// <summary>The key of the line that the reader wants to change.</summary>
    protected string? Focus { get; private set; }

    private ShiftId Shift => Form!.Heading.Shift;

    /// <summary>The form with its fields, or what in the address is unknown.</summary>
    protected abstract Task<ShiftReading> ReadFormAsync(ShiftId shift);

    /// <summary>The fields that a code which was typed or scanned brings to the form.</summary>
    protected abstract Task<OrderReading> FindAsync(ShiftId shift, string typed);

    /// <summary>The fields of cells that the form does not show by itself.</summary>
    protected abstract Task<IReadOnlyList<EntryField>> ReadFieldsAsync(ShiftId shift, IReadOnlyList<EntryCell> cells);

    protected override async Task ReadAsync(ShiftId shift)
    {
        (Form, Unknown) = await ReadFormAsync(shift);
        Draft = Form is null ? null! : EntryDraft.New(Form);
    }

    protected override async Task TakeStepAsync(string button, IFormCollection posted, Actor actor)
    {
        Draft = EntryDraft.Read(posted, Form!);
        await AddFieldsAsync();
        switch (button.Split(':', 2))
        {
            case ["more"]:
                Draft = Draft.WithOneMoreHeat(Form!);
                break;
            case [Fill, var figure] when Form!.Crew is { } crew:
                Draft = Draft.Filled(figure, crew);
                break;
            case [Order]:
                await AddOrderAsync();
                break;
            case [Edit]:
                break;
            case [Edit, var line]:
                Focus = line;
                break;
            case [Submit]:
                await SubmitAsync(actor);
                break;
            case var _ when Draft.Order.Length > 0:    // scanned last, and its figures are still to be typed
                await AddOrderAsync();
                break;
            default:
                await CheckAsync(actor);
                break;
        }
    }

    // What a scanned code brought to the form is no part of the form by itself.
    private async Task AddFieldsAsync()
    {
        var shown = Form!.Fields.Select(field => field.Cell).ToHashSet();
        var brought = Draft.Lines.Select(line => line.Cell).Where(cell => !shown.Contains(cell)).ToList();
        if (brought.Count > 0)
        {
            Form = Form with { Fields = [.. Form.Fields, .. await ReadFieldsAsync(Shift, brought)] };
        }
    }

    private async Task AddOrderAsync()
    {
        var found = await FindAsync(Shift, Draft.Order);
        if (found.Fields.Count == 0)
        {
            Problems = [DraftProblems.OfOrder(Draft.Order, found, Form!, Words)];
            return;
        }

        Draft = Draft.WithOrder(found.Fields);
        Focus = found.Fields[0].Cell.Key;
        await AddFieldsAsync();
    }

    private async Task CheckAsync(Actor actor)
    {
        Draft = Draft with { IsLate = Form!.SignedOff };
        if (await IsRightAsync(actor))
        {
            Draft = Draft with { Before = await SealedPlacesAsync(Shift) };
            IsReview = true;
        }
    }

    private async Task SubmitAsync(Actor actor)
    {
        if (!await IsRightAsync(actor))
        {
            return;
        }

        Problems = DraftProblems.Unexplained(Unusual, Draft, Words);
        IsReview = true;
        if (Problems.Count == 0)
        {
            await SendAsync(Shift, Draft.ToEntries(Form!), Draft.Before, actor, ProblemsOf);
        }
    }

    // If not, the form is shown with the problems.
    private async Task<bool> IsRightAsync(Actor actor)
    {
        Problems = DraftProblems.Find(Draft, Words);
        if (Problems.Count > 0)
        {
            return false;
        }

        var judgement = await Desk.CheckAsync(Shift, Draft.ToEntries(Form!), actor, Aborted);
        Problems = ProblemsOf(judgement.Answer);
        Unusual = judgement.Unusual;
        return Problems.Count == 0;
    }

    private IReadOnlyList<Problem> ProblemsOf(EntryAnswer answer) => DraftProblems.Of(answer.Refusals, Draft, Form!, Words);
}
