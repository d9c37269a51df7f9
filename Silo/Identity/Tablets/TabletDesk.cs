using System.Security.Cryptography;
using System.Text;
using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Accounts;
using Ganchao.Dashboard.Tablets;
using Ganchao.Grains;
using Ganchao.Grains.Registers;
using Microsoft.AspNetCore.Identity;

namespace Ganchao.Silo.Identity.Tablets;

/// <summary>The desk behind the pages about shared tablets.</summary>
internal sealed class TabletDesk(
    TabletTable tablets,
    AccountTable accounts,
    AccountDesk desk,
    UserManager<Account> users,
    IPasswordHasher<Account> hasher,
    IPlantBooks books,
    PlantClock clock,
    TimeProvider time,
    IdentityMeter meter) : ITabletDesk
{
    public const string Cookie = "ganchao-tablet";

    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int CodeLength = 8;

    private static readonly TimeSpan OfferLasts = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PairingLasts = TimeSpan.FromDays(400);
    private static readonly string Decoy = new PasswordHasher<Account>().HashPassword(null!, "000000");

    public async Task<Tablet?> TabletOfAsync(HttpContext context) =>
        context.Request.Cookies[Cookie]?.Split('.', 2) is [var id, var secret]
            ? await tablets.FindAsync(id, HashOf(secret), context.RequestAborted)
            : null;

    public async Task<SignInOutcome> SignInAsync(HttpContext context, string number, string pin)
    {
        var tablet = await TabletOfAsync(context);
        var account = await accounts.FindByNumberAsync(number.Trim(), context.RequestAborted);
        if (tablet is null || account?.PinHash is null || !await WorksThereAsync(account, tablet, context.RequestAborted))
        {
            // Takes as long as where there is one.
            hasher.VerifyHashedPassword(null!, Decoy, pin);
            meter.Refused("wrong-pin");
            return SignInOutcome.Refused;
        }

        var isRight = hasher.VerifyHashedPassword(account, account.PinHash, pin) != PasswordVerificationResult.Failed;
        if (await users.IsLockedOutAsync(account))
        {
            meter.Refused("locked");
            return SignInOutcome.Locked;
        }

        if (!isRight)
        {
            meter.Refused("wrong-pin");
            await users.AccessFailedAsync(account);
            return await users.IsLockedOutAsync(account) ? SignInOutcome.Locked : SignInOutcome.Refused;
        }

        await desk.SignInAsync(context, account, tablet.Id);
        return SignInOutcome.SignedIn;
    }

    public Task<IReadOnlyList<Tablet>> ListAsync(HttpContext context) =>
        tablets.ListAsync(desk.PersonOf(context)!.Plant.Value, context.RequestAborted);

    public async Task<AccountOutcome> OfferAsync(HttpContext context, string name, IReadOnlyList<UnitId> units)
    {
        var who = desk.PersonOf(context)!;
        var book = await books.ReadAsync(who.Plant, context.RequestAborted);
        if (name.Length == 0 || units.Count == 0 || units.Any(unit => book.Organisation.Last(unit) is null))
        {
            return new AccountOutcome(AccountProblem.Unknown);
        }

        var code = RandomNumberGenerator.GetString(Letters, CodeLength);
        await tablets.OfferAsync(
            HashOf(code), who.Plant, name, units, who.Person.Value, time.GetUtcNow() + OfferLasts, context.RequestAborted);
        return AccountOutcome.Done with { Secret = code };
    }

    public async Task<AccountOutcome> PairAsync(HttpContext context, string code)
    {
        var (id, secret) = (Guid.CreateVersion7().ToString("N"), RandomNumberGenerator.GetHexString(64, lowercase: true));
        var typed = code.Trim().ToUpperInvariant();
        if (await tablets.PairAsync(HashOf(typed), id, HashOf(secret), time.GetUtcNow(), context.RequestAborted) is null)
        {
            meter.Refused("wrong-pairing-code");
            return new AccountOutcome(AccountProblem.WrongCode);
        }

        context.Response.Cookies.Append(Cookie, $"{id}.{secret}", new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = PairingLasts,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
        return AccountOutcome.Done;
    }

    public async Task<AccountOutcome> EndAsync(HttpContext context, string tablet) =>
        await tablets.EndAsync(desk.PersonOf(context)!.Plant.Value, tablet, time.GetUtcNow(), context.RequestAborted)
            ? AccountOutcome.Done
            : new AccountOutcome(AccountProblem.Unknown);

    // Somebody with a role above, in or below one of the tablet's units.
    private async Task<bool> WorksThereAsync(Account account, Tablet tablet, CancellationToken cancellationToken)
    {
        if (account.Plant != tablet.Plant.Value)
        {
            return false;
        }

        var book = await books.ReadAsync(tablet.Plant, cancellationToken);
        var today = book.Calendar.DateAt(clock.GetUtcNow());
        return book.Roles.Of(new PersonId(account.Person), today, book.Organisation).Any(held => held.Unit is not { } unit
            || tablet.Units.Any(own =>
                book.Organisation.IsWithin(own, unit, today) || book.Organisation.IsWithin(unit, own, today)));
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
