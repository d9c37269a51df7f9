using Ganchao.Client.Wording;
using Ganchao.Contracts.Entries;
using Ganchao.Contracts.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Entry;

/// <summary>A page about one shift's sheet, whose address names plant, team, date and shift kind.</summary>
public abstract class ShiftPage : ComponentBase
{
    [Parameter]
    public string Plant { get; set; } = "";

    [Parameter]
    public string Team { get; set; } = "";

    [Parameter]
    public string Date { get; set; } = "";

    [Parameter]
    public string Kind { get; set; } = "";

    [Inject]
    protected IEntryDesk Desk { get; set; } = null!;

    [CascadingParameter]
    protected HttpContext? Http { get; set; }

    [CascadingParameter]
    protected ReaderLanguage Words { get; set; } = ReaderLanguage.Default;

    /// <summary>Whether all was read; before, nothing is drawn.</summary>
    protected bool IsRead { get; private set; }

    /// <summary>Who writes by this request, or why nobody does; null where the address can be none.</summary>
    protected EntryWriter? Writer { get; private set; }

    protected bool MayWrite => Writer?.Actor is not null;

    protected CancellationToken Aborted => Http?.RequestAborted ?? default;

    /// <summary>Reads what the page shows of the shift.</summary>
    protected abstract Task ReadAsync(ShiftId shift);

    protected override async Task OnInitializedAsync()
    {
        if (Http is not null && ShiftAddress.Parse(Plant, Team, Date, Kind) is { } shift)
        {
            Writer = Desk.WriterOf(Http);
            await ReadAsync(shift);
        }

        IsRead = true;
    }

    /// <summary>Who posts; null, and said by the status, where nobody may write.</summary>
    protected Actor? Poster()
    {
        if (!MayWrite)
        {
            Http!.Response.StatusCode = Writer?.Status ?? StatusCodes.Status403Forbidden;
        }

        return Writer?.Actor;
    }
}
