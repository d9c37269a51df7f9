using Ganchao.Contracts;
using Ganchao.Contracts.Identity;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Accounts;

/// <summary>Where the pages about accounts read and write; the host implements it.</summary>
public interface IAccountDesk
{
    /// <summary>Whether nobody has an account yet; a demo needs none.</summary>
    ValueTask<bool> IsNewAsync(CancellationToken cancellationToken);

    /// <summary>Whether anybody has an account.</summary>
    ValueTask<bool> HasAccountsAsync(CancellationToken cancellationToken);

    /// <summary>Who is signed in on this request; null: nobody.</summary>
    SignedInPerson? PersonOf(HttpContext context);

    /// <param name="name">Sign-in name or staff number.</param>
    Task<SignInOutcome> SignInAsync(HttpContext context, string name, string password);

    Task SignOutAsync(HttpContext context);

    /// <summary>The first account, an administrator's, of a plant that exists or begins with it; signed in at once.</summary>
    Task<AccountOutcome> SetUpAsync(HttpContext context, SetUpForm form);

    /// <summary>The signed-in person's own password; every other session of the account ends.</summary>
    Task<AccountOutcome> ChangePasswordAsync(HttpContext context, string old, string fresh);

    /// <summary>Ends every session of the own account, this one too.</summary>
    Task SignOutEverywhereAsync(HttpContext context);

    /// <summary>A page of the accounts of the administrator's plant, by sign-in name; those first who ask to be erased.</summary>
    /// <param name="search">Part of a sign-in name, a number or a name; empty: all of them.</param>
    /// <param name="page">From 1; one that is too great is the last.</param>
    Task<AccountPageful> ListAsync(HttpContext context, string search, int page);

    /// <summary>What roles can be given for.</summary>
    Task<IReadOnlyList<UnitChoice>> UnitsAsync(HttpContext context);

    /// <summary>A new account with a password that is shown once and changed at the first sign-in.</summary>
    Task<AccountOutcome> CreateAsync(HttpContext context, NewAccountForm form);

    /// <summary>Shuts, opens, gives a new password or PIN, gives or ends a role.</summary>
    Task<AccountOutcome> ChangeAsync(HttpContext context, string account, AccountChange change);

    /// <summary>A deputy for an own role, by the role's holder.</summary>
    Task<AccountOutcome> DeputiseAsync(HttpContext context, DeputyForm form);

    /// <summary>All that is stored about the signed-in person.</summary>
    Task<OwnData> OwnDataAsync(HttpContext context);

    /// <summary>Asks the administrator to erase what may be erased.</summary>
    Task<AccountOutcome> AskErasureAsync(HttpContext context);
}

/// <summary>Whoever is signed in.</summary>
/// <param name="Display">How the person is called.</param>
/// <param name="Person">The pseudonymous id.</param>
/// <param name="Plant">The plant of the account.</param>
/// <param name="MustChange">Whether the password is still the one that the administrator made.</param>
/// <param name="IsOnTablet">Whether it is a shared tablet.</param>
public sealed record SignedInPerson(string Display, PersonId Person, PlantId Plant, bool MustChange, bool IsOnTablet);

/// <summary>How signing in ended.</summary>
public enum SignInOutcome
{
    NotSet,
    SignedIn,

    /// <summary>No such name, or the wrong password: which of the two is not said.</summary>
    Refused,

    /// <summary>Too many wrong guesses, or shut by the administrator.</summary>
    Locked,
}

/// <summary>How an act on accounts ended.</summary>
/// <param name="Problem">Empty where it was done; else what is wrong, as a key of <see cref="AccountTexts"/>.</param>
/// <param name="Detail">A sentence of the ledger's or of the password rules, in English.</param>
/// <param name="Secret">A password or PIN that is shown once.</param>
public sealed record AccountOutcome(AccountProblem Problem, string Detail = "", string Secret = "")
{
    public static AccountOutcome Done { get; } = new(AccountProblem.None);

    public bool IsDone => Problem == AccountProblem.None;
}

/// <summary>What is wrong with a form about accounts.</summary>
public enum AccountProblem
{
    None,
    NotSignedIn,
    WrongCode,
    WrongPassword,
    WeakPassword,
    NameTaken,
    NameMissing,
    PlantWrong,
    Unknown,
    Refused,

    /// <summary>No passkeys here: plain http, a shared tablet, or a password that is not the person's own yet.</summary>
    PasskeyNotHere,
    PasskeyUnnamed,
    PasskeyUnknown,

    /// <summary>The device's answer was not to the challenge of this page, or came too late.</summary>
    PasskeyRefused,
    PasskeysFull,

    /// <summary>Only whoever asked for it is erased.</summary>
    ErasureNotAsked,

    /// <summary>Whoever holds a role is not erased before it ends.</summary>
    StillInOffice,
}

public sealed record SetUpForm(string Code, string Plant, string PlantName, string Name, string Display, string Password);

/// <param name="Unit">Empty: the whole plant.</param>
public sealed record NewAccountForm(string Name, string Number, string Display, Role Role, string Unit);

/// <summary>One change of one account.</summary>
public abstract record AccountChange
{
    public sealed record Shut : AccountChange;

    public sealed record Open : AccountChange;

    public sealed record NewPassword : AccountChange;

    /// <summary>
    /// Carries out what the person asked for: name, number and all secrets go for good, the account is shut. What was entered
    /// stays under the pseudonym.
    /// </summary>
    public sealed record Forget : AccountChange;

    public sealed record NewPin : AccountChange;

    /// <param name="Unit">Empty: the whole plant.</param>
    public sealed record GiveRole(Role Role, string Unit, DateOnly? Until) : AccountChange;

    /// <param name="Unit">Empty: the whole plant.</param>
    public sealed record EndRole(Role Role, string Unit, string For) : AccountChange;
}

/// <param name="Name">Sign-in name or staff number of the deputy.</param>
public sealed record DeputyForm(string Name, Role Role, string Unit, DateOnly From, DateOnly Until);

/// <summary>One page of accounts.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Found">How many there are on all pages.</param>
public sealed record AccountPageful(IReadOnlyList<AccountItem> Items, int Page, int Pages, int Found);

public sealed record AccountItem(
    string Id, string Name, string Number, string Display, PersonId Person, bool IsShut, DateTimeOffset? LockedUntil,
    bool HasPassword, bool HasPin, DateTimeOffset? ErasureAskedAt,
    DateTimeOffset? SignedInAt, IReadOnlyList<RoleItem> Roles);

/// <param name="Unit">Null: the whole plant.</param>
/// <param name="Until">The last day; null: no end is known.</param>
/// <param name="For">Whose deputy; null: the own role.</param>
public sealed record RoleItem(Role Role, UnitId? Unit, Names? UnitNames, DateOnly From, DateOnly? Until, PersonId? For);

public sealed record UnitChoice(UnitId Unit, Names Names, int Depth);

/// <param name="Account">The account as it is kept; the password and the PIN only as whether there is one.</param>
/// <param name="Passkeys">The removed ones too.</param>
/// <param name="UtcOffset">The plant's time.</param>
public sealed record OwnData(AccountItem Account, bool ErasureAsked, IReadOnlyList<PasskeyItem> Passkeys, TimeSpan UtcOffset);
