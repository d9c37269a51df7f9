using System.Security.Claims;
using System.Security.Cryptography;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Accounts;
using Ganchao.Grains;
using Ganchao.Grains.Registers;
using Ganchao.Silo.Demo;
using Ganchao.Silo.Identity.Passkeys;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;

namespace Ganchao.Silo.Identity;

/// <summary>The desk behind the pages about accounts.</summary>
internal sealed class AccountDesk(
    UserManager<Account> users,
    AccountTable table,
    PasskeyTable passkeys,
    NewAccounts newcomers,
    RoleDesk roles,
    IPlantBooks books,
    PlantFounder founder,
    SetUpCode code,
    IPasswordHasher<Account> hasher,
    PlantClock clock,
    TimeProvider time,
    IdentityMeter meter,
    IConfiguration configuration) : IAccountDesk
{
    private const int PageSize = 50;
    private const int PasswordLength = 12;
    private const int PinLength = 6;

    // The page itself locks after a minute; where it has no scripts, the cookie ends.
    private static readonly TimeSpan TabletSession = TimeSpan.FromMinutes(15);

    private static readonly string Decoy = new PasswordHasher<Account>().HashPassword(null!, "nobody has this password");

    public async ValueTask<bool> IsNewAsync(CancellationToken cancellationToken) =>
        !configuration.IsDemo() && !await table.AnyAsync(cancellationToken);

    public ValueTask<bool> HasAccountsAsync(CancellationToken cancellationToken) => table.AnyAsync(cancellationToken);

    public SignedInPerson? PersonOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return SignedIn.Of(context.User) is { } who
            ? new SignedInPerson(
                context.User.FindFirstValue(ClaimTypes.Name) ?? "", who.Person, who.Plant,
                context.User.HasClaim(claim => claim.Type == SignedIn.MustChange),
                context.User.HasClaim(claim => claim.Type == SignedIn.Tablet))
            : null;
    }

    public async Task<SignInOutcome> SignInAsync(HttpContext context, string name, string password)
    {
        var account = await FindAsync(name, context.RequestAborted);
        if (account?.PasswordHash is null)
        {
            // Takes as long as where there is one.
            hasher.VerifyHashedPassword(null!, Decoy, password);
            meter.Refused("wrong-password");
            return SignInOutcome.Refused;
        }

        if (await users.IsLockedOutAsync(account))
        {
            hasher.VerifyHashedPassword(null!, Decoy, password);
            meter.Refused("locked");
            return SignInOutcome.Locked;
        }

        if (!await users.CheckPasswordAsync(account, password))
        {
            meter.Refused("wrong-password");
            await users.AccessFailedAsync(account);
            return await users.IsLockedOutAsync(account) ? SignInOutcome.Locked : SignInOutcome.Refused;
        }

        await SignInAsync(context, account, tablet: null);
        return SignInOutcome.SignedIn;
    }

    public Task SignOutAsync(HttpContext context) => context.SignOutAsync(IdentityConstants.ApplicationScheme);

    public async Task<AccountOutcome> SetUpAsync(HttpContext context, SetUpForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!await IsNewAsync(context.RequestAborted) || !code.Matches(form.Code))
        {
            meter.Refused("wrong-set-up-code");
            return new AccountOutcome(AccountProblem.WrongCode);
        }

        if (!PlantId.TryParse(form.Plant, null, out var plant))
        {
            return new AccountOutcome(AccountProblem.PlantWrong);
        }

        var account = newcomers.Make(plant, form.Name, number: "", form.Display);
        if (await ProblemOfAsync(account, form.Password) is { } problem)
        {
            return problem;
        }

        if (await founder.FoundAsync(plant, form.PlantName) is { Count: > 0 } refusals)
        {
            return new AccountOutcome(AccountProblem.PlantWrong, refusals[0].Message);
        }

        // The role first: an account without one would shut everybody out.
        var given = await roles.GiveAsync(plant, account.Person, Role.Administrator, unit: "", until: null, RoleDesk.SetUp);
        if (!given.IsDone)
        {
            return given;
        }

        var created = await CreateAsync(account, form.Password);
        if (created.IsDone)
        {
            await SignInAsync(context, account, tablet: null);
        }

        return created;
    }

    public async Task<AccountOutcome> ChangePasswordAsync(HttpContext context, string old, string fresh)
    {
        if (await OwnAsync(context) is not { } account)
        {
            return new AccountOutcome(AccountProblem.NotSignedIn);
        }

        if (!await IsOwnPasswordAsync(account, old))
        {
            return new AccountOutcome(AccountProblem.WrongPassword);
        }

        account.MustChange = false;
        var changed = Outcome(await users.ChangePasswordAsync(account, old, fresh));
        if (changed.IsDone)
        {
            await SignInAsync(context, account, tablet: null);
        }

        return changed;
    }

    public async Task SignOutEverywhereAsync(HttpContext context)
    {
        if (await OwnAsync(context) is { } account)
        {
            await users.UpdateSecurityStampAsync(account);
        }

        await SignOutAsync(context);
    }

    public async Task<AccountPageful> ListAsync(HttpContext context, string search, int page)
    {
        var plant = PersonOf(context)!.Plant;
        var found = (await table.ListAsync(plant.Value, context.RequestAborted))
            .Where(account => new[] { account.Name, account.Number, account.Display }
                .Any(text => text.Contains(search, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(static account => account.ErasureAskedAt is null)
            .ToList();
        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 1, pages);
        var items = new List<AccountItem>();
        foreach (var account in found.Skip((shown - 1) * PageSize).Take(PageSize))
        {
            items.Add(await ItemAsync(account, context.RequestAborted));
        }

        return new AccountPageful(items, shown, pages, found.Count);
    }

    public Task<IReadOnlyList<UnitChoice>> UnitsAsync(HttpContext context) =>
        roles.UnitsAsync(PersonOf(context)!.Plant, context.RequestAborted);

    public async Task<AccountOutcome> CreateAsync(HttpContext context, NewAccountForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var account = newcomers.Make(PersonOf(context)!.Plant, form.Name, form.Number, form.Display);
        account.MustChange = true;
        var password = RandomNumberGenerator.GetString(NewAccounts.Letters, PasswordLength);
        if (await ProblemOfAsync(account, password) is { } problem)
        {
            return problem;
        }

        var given = form.Role == Role.NotSet
            ? AccountOutcome.Done
            : await roles.GiveAsync(
                new PlantId(account.Plant), account.Person, form.Role, form.Unit, until: null, Administrator(context));
        if (!given.IsDone)
        {
            return given;
        }

        var created = await CreateAsync(account, password);
        return created.IsDone ? created with { Secret = password } : created;
    }

    public async Task<AccountOutcome> ChangeAsync(HttpContext context, string account, AccountChange change)
    {
        var plant = PersonOf(context)!.Plant;
        if (await table.FindAsync(account, context.RequestAborted) is not { } found || found.Plant != plant.Value)
        {
            return new AccountOutcome(AccountProblem.Unknown);
        }

        switch (change)
        {
            case AccountChange.Shut:
                found.LockedUntil = Account.ForGood;
                return Outcome(await users.UpdateSecurityStampAsync(found));
            case AccountChange.Open:
                found.LockedUntil = null;
                await table.ForgetFailuresAsync(found.Id, context.RequestAborted);
                return Outcome(await users.UpdateAsync(found));
            case AccountChange.NewPassword:
                var password = RandomNumberGenerator.GetString(NewAccounts.Letters, PasswordLength);
                await passkeys.EndAllAsync(found.Id, Administrator(context).Id, time.GetUtcNow(), context.RequestAborted);
                (found.MustChange, found.PasswordHash) = (true, hasher.HashPassword(found, password));
                return Outcome(await users.UpdateSecurityStampAsync(found)) with { Secret = password };
            case AccountChange.NewPin:
                var pin = RandomNumberGenerator.GetString("0123456789", PinLength);
                found.PinHash = hasher.HashPassword(found, pin);
                return Outcome(await users.UpdateSecurityStampAsync(found)) with { Secret = pin };
            case AccountChange.Forget:
                return await EraseAsync(found, Administrator(context), context.RequestAborted);
            case AccountChange.GiveRole give:
                return await roles.GiveAsync(plant, found.Person, give.Role, give.Unit, give.Until, Administrator(context));
            case AccountChange.EndRole end:
                return await roles.EndAsync(plant, found.Person, end, Administrator(context));
            default:
                throw new InvalidOperationException($"{change} is no change of an account.");
        }
    }

    private async Task<AccountOutcome> EraseAsync(Account account, Actor administrator, CancellationToken cancellationToken)
    {
        if (account.ErasureAskedAt is null)
        {
            return new AccountOutcome(AccountProblem.ErasureNotAsked);
        }

        // A role that was ended goes on to the end of the day.
        var plant = new PlantId(account.Plant);
        var today = (await books.ReadAsync(plant, cancellationToken)).Calendar.DateAt(clock.GetUtcNow());
        var held = await roles.OfAsync(plant, new PersonId(account.Person), cancellationToken);
        if (held.Any(role => role.Until is null || role.Until > today))
        {
            return new AccountOutcome(AccountProblem.StillInOffice);
        }

        await passkeys.EndAllAsync(account.Id, administrator.Id, time.GetUtcNow(), cancellationToken);
        (account.Name, account.NameKey) = (account.Person, users.NormalizeName(account.Person)!);
        (account.Display, account.Number) = (account.Person, "");
        (account.PasswordHash, account.PinHash) = (null, null);
        (account.LockedUntil, account.ErasureAskedAt, account.SignedInAt) = (Account.ForGood, null, null);
        return Outcome(await users.UpdateSecurityStampAsync(account));
    }

    public async Task<AccountOutcome> DeputiseAsync(HttpContext context, DeputyForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var who = PersonOf(context)!;
        return await FindAsync(form.Name, context.RequestAborted) is { } deputy && deputy.Plant == who.Plant.Value
            ? await roles.DeputiseAsync(who.Plant, who.Person, deputy.Person, form)
            : new AccountOutcome(AccountProblem.Unknown);
    }

    public async Task<OwnData> OwnDataAsync(HttpContext context)
    {
        var account = await OwnAsync(context) ?? throw new InvalidOperationException("Nobody is signed in.");
        var book = await books.ReadAsync(new PlantId(account.Plant), context.RequestAborted);
        return new OwnData(
            await ItemAsync(account, context.RequestAborted), account.ErasureAskedAt is not null,
            await passkeys.ListAsync(account.Id, context.RequestAborted), book.Calendar.OffsetAt(clock.GetUtcNow()));
    }

    public async Task<AccountOutcome> AskErasureAsync(HttpContext context)
    {
        if (await OwnAsync(context) is not { } account)
        {
            return new AccountOutcome(AccountProblem.NotSignedIn);
        }

        account.ErasureAskedAt ??= clock.GetUtcNow();
        return Outcome(await users.UpdateAsync(account));
    }

    /// <summary>Signs an account in whose secret was checked; on a shared tablet where one is named.</summary>
    public async Task SignInAsync(HttpContext context, Account account, string? tablet)
    {
        await users.ResetAccessFailedCountAsync(account);
        account.SignedInAt = time.GetUtcNow();
        await users.UpdateAsync(account);
        var properties = tablet is null
            ? new AuthenticationProperties()
            : new AuthenticationProperties { IssuedUtc = time.GetUtcNow(), ExpiresUtc = time.GetUtcNow() + TabletSession };
        await context.SignInAsync(IdentityConstants.ApplicationScheme, SignedIn.PrincipalOf(account, tablet), properties);
    }

    /// <summary>Whether a signed-in person knows the account's password; a wrong one is a guess like any other.</summary>
    public async Task<bool> IsOwnPasswordAsync(Account account, string password)
    {
        if (!await users.IsLockedOutAsync(account) && await users.CheckPasswordAsync(account, password))
        {
            return true;
        }

        meter.Refused("wrong-password");
        await users.AccessFailedAsync(account);
        return false;
    }

    /// <summary>Null: nobody is signed in.</summary>
    public async Task<Account?> OwnAsync(HttpContext context) => users.GetUserId(context.User) is { } id
        ? await table.FindAsync(id, context.RequestAborted)
        : null;

    private static Actor Administrator(HttpContext context) => context.Features.GetRequiredFeature<Caller>().Actor!;

    private static AccountOutcome Outcome(IdentityResult result) => result.Succeeded
        ? AccountOutcome.Done
        : new AccountOutcome(
            result.Errors.First().Code switch
            {
                "Taken" or "DuplicateUserName" => AccountProblem.NameTaken,
                "InvalidUserName" => AccountProblem.NameMissing,
                "Gone" => AccountProblem.Unknown,
                _ => AccountProblem.WeakPassword,
            },
            result.Errors.First().Description);

    private async Task<Account?> FindAsync(string name, CancellationToken cancellationToken) =>
        await table.FindByNameAsync(users.NormalizeName(name.Trim())!, cancellationToken)
        ?? await table.FindByNumberAsync(name.Trim(), cancellationToken);

    // Looked at before anything is written.
    private async Task<AccountOutcome?> ProblemOfAsync(Account account, string password)
    {
        if (account.Name.Length == 0 || account.Display.Length == 0)
        {
            return new AccountOutcome(AccountProblem.NameMissing);
        }

        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, account, password) is { Succeeded: false } weak)
            {
                return Outcome(weak);
            }
        }

        foreach (var validator in users.UserValidators)
        {
            if (await validator.ValidateAsync(users, account) is { Succeeded: false } wrong)
            {
                return Outcome(wrong);
            }
        }

        return null;
    }

    private async Task<AccountOutcome> CreateAsync(Account account, string password) =>
        Outcome(await users.CreateAsync(account, password));

    private async Task<AccountItem> ItemAsync(Account account, CancellationToken cancellationToken) => new(
        account.Id, account.Name, account.Number, account.Display, new PersonId(account.Person), account.IsShut,
        account.LockedUntil > time.GetUtcNow() ? account.LockedUntil : null, account.PasswordHash is not null,
        account.PinHash is not null, account.ErasureAskedAt, account.SignedInAt,
        await roles.OfAsync(new PlantId(account.Plant), new PersonId(account.Person), cancellationToken));
}
