using System.Buffers.Text;
using System.Data.Common;
using System.Runtime.ExceptionServices;
using Ganchao.Dashboard.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Ganchao.Silo.Identity.Passkeys;

/// <summary>
/// The desk behind the pages about passkeys. Each act takes two requests: a challenge, which the framework keeps in a cookie for
/// five minutes, and the answer that a passkey signed.
/// </summary>
internal sealed partial class PasskeyDesk(
    SignInManager<Account> signIn,
    UserManager<Account> users,
    AccountTable accounts,
    PasskeyTable passkeys,
    AccountDesk desk,
    TimeProvider time,
    IdentityMeter meter,
    ILogger<PasskeyDesk> logger) : IPasskeyDesk
{
    private const int LongestName = 40;
    private const int LongestReason = 200;

    private static readonly AccountOutcome NotHere = new(AccountProblem.PasskeyNotHere);

    public async ValueTask<bool> IsOfferedToAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return PasskeyOffer.IsMadeTo(context.Request) && await accounts.AnyAsync(context.RequestAborted);
    }

    /// <summary>A challenge for whoever is about to sign in; nobody is named. Null: passkeys are not offered there.</summary>
    public async Task<string?> ChallengeAsync(HttpContext context) =>
        await IsOfferedToAsync(context) ? await signIn.MakePasskeyRequestOptionsAsync(user: null) : null;

    /// <summary>A challenge for a new passkey of the signed-in person, who types the password for it.</summary>
    public async Task<(AccountOutcome Outcome, string Challenge)> ChallengeAsync(HttpContext context, string password)
    {
        if (await OwnAsync(context) is not { } account || !await IsOfferedToAsync(context))
        {
            return (NotHere, "");
        }

        if (!await desk.IsOwnPasswordAsync(account, password))
        {
            return (new AccountOutcome(AccountProblem.WrongPassword), "");
        }

        if ((await passkeys.KeysAsync(account.Id, context.RequestAborted)).Count >= PasskeyOffer.Most)
        {
            return (new AccountOutcome(AccountProblem.PasskeysFull), "");
        }

        var who = new PasskeyUserEntity { Id = account.Id, Name = account.Name, DisplayName = account.Display };
        return (AccountOutcome.Done, await signIn.MakePasskeyCreationOptionsAsync(who));
    }

    public async Task<SignInOutcome> SignInAsync(HttpContext context, string answer)
    {
        var read = PasskeyAnswer.Parse(answer);
        var assertion = read is not null && await IsOfferedToAsync(context) ? await AssertAsync(answer) : null;
        if (assertion is not { Succeeded: true })
        {
            return assertion?.Failure is { } failure
                ? await RefuseAsync(read, failure.Message)
                : await RefuseAsync(null, read is null ? "the answer cannot be read" : "no challenge is open");
        }

        var account = assertion.User;
        if (await users.IsLockedOutAsync(account))
        {
            meter.Refused("locked");
            return SignInOutcome.Locked;
        }

        var isFirst = await passkeys.UseAsync(
            account.Id, assertion.Passkey, read!.Challenge, time.GetUtcNow(), PasskeyHosting.ChallengeKept,
            context.RequestAborted);
        if (!isFirst)
        {
            return await RefuseAsync(read, "the challenge was answered before, or the passkey has been removed");
        }

        await desk.SignInAsync(context, account, tablet: null);
        return SignInOutcome.SignedIn;
    }

    public async Task<AccountOutcome> AddAsync(HttpContext context, string name, string answer)
    {
        if (await OwnAsync(context) is not { } account || !await IsOfferedToAsync(context))
        {
            return NotHere;
        }

        if (!IsName(name))
        {
            return new AccountOutcome(AccountProblem.PasskeyUnnamed);
        }

        var made = PasskeyAnswer.Parse(answer) is null ? null : await AttestAsync(answer);
        if (made is not { Succeeded: true } || made.UserEntity.Id != account.Id)
        {
            meter.Refused("wrong-passkey");
            LogNotAdded(account.Person, Printable(made?.Failure?.Message ?? "no challenge of this account is open"));
            return new AccountOutcome(AccountProblem.PasskeyRefused);
        }

        made.Passkey.Name = name.Trim();
        if (!await passkeys.AddAsync(account.Id, made.Passkey, time.GetUtcNow(), context.RequestAborted))
        {
            return new AccountOutcome(AccountProblem.PasskeysFull);
        }

        LogAdded(account.Person);
        return AccountOutcome.Done;
    }

    public async Task<AccountOutcome> RenameAsync(HttpContext context, string passkey, string name) =>
        await OwnAsync(context) is not { } account ? NotHere
        : !IsName(name) ? new AccountOutcome(AccountProblem.PasskeyUnnamed)
        : Base64Url.IsValid(passkey) && await passkeys.RenameAsync(account.Id, passkey, name.Trim(), context.RequestAborted)
            ? AccountOutcome.Done
        : new AccountOutcome(AccountProblem.PasskeyUnknown);

    public async Task<AccountOutcome> RemoveAsync(HttpContext context, string passkey)
    {
        if (await OwnAsync(context) is not { } account)
        {
            return NotHere;
        }

        if (!Base64Url.IsValid(passkey)
            || !await passkeys.EndAsync(account.Id, passkey, account.Person, time.GetUtcNow(), context.RequestAborted))
        {
            return new AccountOutcome(AccountProblem.PasskeyUnknown);
        }

        // Whoever found a lost phone may be signed in on it.
        await users.UpdateSecurityStampAsync(account);
        await desk.SignInAsync(context, account, tablet: null);
        LogRemoved(account.Person);
        return AccountOutcome.Done;
    }

    // On a shared tablet nobody keeps a key, and nobody with a password that somebody else made gets one beside it.
    private async Task<Account?> OwnAsync(HttpContext context) =>
        desk.PersonOf(context) is { IsOnTablet: false, MustChange: false } ? await desk.OwnAsync(context) : null;

    // The framework's sentence may quote what was posted.
    private static string Printable(string reason) => string.Concat(reason.Where(c => !char.IsControl(c)).Take(LongestReason));

    private static bool IsName(string name) => name.Trim().Length is > 0 and <= LongestName && !name.Any(char.IsControl);

    // A wrong answer in the name of a passkey that exists is a wrong guess at its account, as a wrong password is.
    private async Task<SignInOutcome> RefuseAsync(PasskeyAnswer? answer, string reason)
    {
        meter.Refused("wrong-passkey");
        LogRefused(Printable(reason));
        if (answer is not null && await users.FindByPasskeyIdAsync(answer.Credential) is { } account
            && !await users.IsLockedOutAsync(account))
        {
            await users.AccessFailedAsync(account);
        }

        return SignInOutcome.Refused;
    }

    // Null: no challenge to sign in is open in this browser, or it is too old.
    private async Task<PasskeyAssertionResult<Account>?> AssertAsync(string answer)
    {
        try
        {
            var result = await signIn.PerformPasskeyAssertionAsync(answer);
            ThrowIfBroken(result.Failure);
            return result;
        }
        catch (InvalidOperationException none)
        {
            LogNoChallenge(none);    // the framework's only way to say so; the person is told to try again
            return null;
        }
    }

    // Null: no challenge for a new passkey is open in this browser, or it is too old.
    private async Task<PasskeyAttestationResult?> AttestAsync(string answer)
    {
        try
        {
            var result = await signIn.PerformPasskeyAttestationAsync(answer);
            ThrowIfBroken(result.Failure);
            return result;
        }
        catch (InvalidOperationException none)
        {
            LogNoChallenge(none);    // as above
            return null;
        }
    }

    // A database that does not answer is no wrong passkey.
    private static void ThrowIfBroken(PasskeyException? failure)
    {
        if (failure?.InnerException is DbException or TimeoutException)
        {
            ExceptionDispatchInfo.Throw(failure.InnerException);
        }
    }

    [LoggerMessage(LogLevel.Information, "No challenge was open for the answer of a passkey")]
    private partial void LogNoChallenge(Exception none);

    [LoggerMessage(LogLevel.Information, "A passkey did not sign in: {Reason}")]
    private partial void LogRefused(string reason);

    [LoggerMessage(LogLevel.Information, "{Person}: a passkey was not added: {Reason}")]
    private partial void LogNotAdded(string person, string reason);

    [LoggerMessage(LogLevel.Information, "{Person} added a passkey")]
    private partial void LogAdded(string person);

    [LoggerMessage(LogLevel.Information, "{Person} removed a passkey; every other session of the account ended")]
    private partial void LogRemoved(string person);
}
