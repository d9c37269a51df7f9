using System.Globalization;
using Ganchao.Client.Wording;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Entry;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Registers;

/// <summary>A page of one register of one plant, which its address names.</summary>
public abstract class RegisterPage : ComponentBase
{
    [Inject]
    protected IRegisterDesk Desk { get; set; } = null!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    protected HttpContext? Http { get; set; }

    [CascadingParameter]
    protected ReaderLanguage Words { get; set; } = ReaderLanguage.Default;

    [Parameter]
    public string Plant { get; set; } = "";

    [Parameter]
    public string Register { get; set; } = "";

    /// <summary>How many lines the form before this page wrote.</summary>
    [SupplyParameterFromQuery]
    protected int? Done { get; set; }

    /// <summary>Null: the address names nothing that there is.</summary>
    protected RegisterAccess? Access { get; private set; }

    protected RegisterForm Form { get; private set; } = RegisterForms.Calendar;

    protected PlantId PlantId => Access!.Plant.Plant;

    protected CancellationToken Aborted => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        var form = RegisterForms.Of(Register.Length > 0 ? Register : RegisterForms.Calendar.Slug);
        if (Http is null || form is null || !PlantId.TryParse(Plant, null, out var plant)
            || await Desk.OpenAsync(Http, plant) is not { } access)
        {
            Navigation.NotFound();
            return;
        }

        (Form, Access) = (form, access);
        await ReadAsync();
    }

    /// <summary>Reads what the page shows, once the register is known.</summary>
    protected virtual Task ReadAsync() => Task.CompletedTask;

    /// <summary>An address of this register: its list, or a page under that.</summary>
    protected string Here(string under = "", params ReadOnlySpan<(string Name, string Value)> query)
    {
        var address = $"/registers/{PlantId}/{Form.Slug}{under}";
        foreach (var (name, value) in query)
        {
            address += $"{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
        }

        return Words.Link(address);
    }

    /// <summary>Goes on to where what was written is seen.</summary>
    protected void Leave(int written, string under = "", params ReadOnlySpan<(string Name, string Value)> query) =>
        Http!.SeeOther(Here(under, [.. query, ("done", written.ToString(CultureInfo.InvariantCulture))]));

    /// <summary>Says by the status what became of what was posted.</summary>
    protected void Answer(RegisterReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        Http!.Response.StatusCode = review.State switch
        {
            ReviewState.TooLarge => StatusCodes.Status413PayloadTooLarge,
            ReviewState.Moved => StatusCodes.Status409Conflict,
            ReviewState.Unknown => StatusCodes.Status503ServiceUnavailable,
            ReviewState.Broken when Access!.Rule is not null => StatusCodes.Status403Forbidden,
            ReviewState.Broken => StatusCodes.Status422UnprocessableEntity,
            _ when review.Of(LineFate.Refused) > 0 => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status200OK,
        };
    }
}
