using Ganchao.Dashboard.Accounts;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Tests.Accounts;

/// <summary>A system without accounts, as most pages see it.</summary>
internal sealed class NobodySignedIn : IAccountDesk
{
    public ValueTask<bool> IsNewAsync(CancellationToken cancellationToken) => ValueTask.FromResult(true);

    public ValueTask<bool> HasAccountsAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);

    public SignedInPerson? PersonOf(HttpContext context) => null;

    public Task<SignInOutcome> SignInAsync(HttpContext context, string name, string password) =>
        Task.FromResult(SignInOutcome.Refused);

    public Task SignOutAsync(HttpContext context) => Task.CompletedTask;

    public Task<AccountOutcome> SetUpAsync(HttpContext context, SetUpForm form) => Refused();

    public Task<AccountOutcome> ChangePasswordAsync(HttpContext context, string old, string fresh) => Refused();

    public Task SignOutEverywhereAsync(HttpContext context) => Task.CompletedTask;

    public Task<AccountPageful> ListAsync(HttpContext context, string search, int page) =>
        Task.FromResult(new AccountPageful([], 1, 1, 0));

    public Task<IReadOnlyList<UnitChoice>> UnitsAsync(HttpContext context) => Task.FromResult<IReadOnlyList<UnitChoice>>([]);

    public Task<AccountOutcome> CreateAsync(HttpContext context, NewAccountForm form) => Refused();

    public Task<AccountOutcome> ChangeAsync(HttpContext context, string account, AccountChange change) => Refused();

    public Task<AccountOutcome> DeputiseAsync(HttpContext context, DeputyForm form) => Refused();

    public Task<OwnData> OwnDataAsync(HttpContext context) => throw new InvalidOperationException("Nobody is signed in.");

    public Task<AccountOutcome> AskErasureAsync(HttpContext context) => Refused();

    private static Task<AccountOutcome> Refused() => Task.FromResult(new AccountOutcome(AccountProblem.NotSignedIn));
}
