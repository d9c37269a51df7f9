using Ganchao.Client.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Accounts;

/// <summary>A page about accounts: forms that are posted, and what became of them.</summary>
public abstract class AccountPage : ComponentBase
{
    [Inject]
    protected IAccountDesk Desk { get; set; } = null!;

    [CascadingParameter]
    protected HttpContext? Http { get; set; }

    [CascadingParameter]
    protected ReaderLanguage Words { get; set; } = ReaderLanguage.Default;

    /// <summary>What became of the posted form; null: nothing was posted.</summary>
    protected AccountOutcome? Outcome { get; private set; }

    /// <summary>What is wrong, in the reader's words; null: nothing.</summary>
    protected string? Problem => Outcome is { IsDone: false } failed
        ? $"{Words.Of(AccountTexts.Of(failed.Problem))} {(failed.Problem == AccountProblem.Refused ? failed.Detail : "")}".Trim()
        : null;

    /// <summary>Says by the status what became of the form.</summary>
    protected void Answer(AccountOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Outcome = outcome;
        if (!outcome.IsDone)
        {
            Http!.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }

    /// <summary>An address of our own to go back to; another site's is none.</summary>
    protected static string Back(string? asked) =>
        asked is { Length: > 1 } && asked[0] == '/' && asked[1] is not ('/' or '\\') && !asked.Contains('\n', StringComparison.Ordinal)
            ? asked
            : "/entry";

    protected static string One(IFormCollection posted, string name)
    {
        ArgumentNullException.ThrowIfNull(posted);
        return posted[name].ToString();
    }
}
