using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Accounts;

/// <summary>Where the pages about passkeys read and write; the host implements it.</summary>
public interface IPasskeyDesk
{
    /// <summary>Whether a passkey works where the request comes from; its page finds out what the browser can.</summary>
    ValueTask<bool> IsOfferedToAsync(HttpContext context);

    /// <summary>Signs in whoever's passkey answered the challenge that this browser was given.</summary>
    /// <param name="answer">What <c>navigator.credentials.get</c> gave, as JSON.</param>
    Task<SignInOutcome> SignInAsync(HttpContext context, string answer);

    /// <summary>A further passkey of the signed-in person, after the password was typed to get the challenge.</summary>
    /// <param name="name">1–40 characters, for the person's own eye.</param>
    /// <param name="answer">What <c>navigator.credentials.create</c> gave, as JSON.</param>
    Task<AccountOutcome> AddAsync(HttpContext context, string name, string answer);

    /// <param name="passkey">One of the signed-in person's.</param>
    /// <param name="name">1–40 characters.</param>
    Task<AccountOutcome> RenameAsync(HttpContext context, string passkey, string name);

    /// <summary>Removes one of the signed-in person's; every other session of the account ends.</summary>
    Task<AccountOutcome> RemoveAsync(HttpContext context, string passkey);
}

/// <summary>A passkey as its person sees it.</summary>
/// <param name="UsedAt">When it last signed in; null: never.</param>
/// <param name="RemovedAt">Null: it signs in.</param>
/// <param name="RemovedBy">The person, or the administrator who gave a new password.</param>
public sealed record PasskeyItem(
    string Id, string Name, DateTimeOffset AddedAt, DateTimeOffset? UsedAt, DateTimeOffset? RemovedAt, string? RemovedBy);
