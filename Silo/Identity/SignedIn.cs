using System.Security.Claims;
using Ganchao.Contracts.Identity;
using Microsoft.AspNetCore.Identity;

namespace Ganchao.Silo.Identity;

/// <summary>What the cookie of a signed-in person says. Roles are not in it: they are looked up where somebody acts.</summary>
internal sealed class SignedIn : IUserClaimsPrincipalFactory<Account>
{
    public const string Person = "ganchao:person";
    public const string Plant = "ganchao:plant";
    public const string Stamp = "ganchao:stamp";
    public const string MustChange = "ganchao:must-change";

    /// <summary>The paired tablet on which the person signed in.</summary>
    public const string Tablet = "ganchao:tablet";

    public Task<ClaimsPrincipal> CreateAsync(Account user) => Task.FromResult(PrincipalOf(user, tablet: null));

    public static ClaimsPrincipal PrincipalOf(Account account, string? tablet)
    {
        var claims = new List<Claim>
        {
            new(ClaimTypes.NameIdentifier, account.Id),
            new(ClaimTypes.Name, account.Display),
            new(Person, account.Person),
            new(Plant, account.Plant),
            new(Stamp, account.Stamp),
        };
        if (account.MustChange && tablet is null)
        {
            claims.Add(new Claim(MustChange, "yes"));
        }

        if (tablet is not null)
        {
            claims.Add(new Claim(Tablet, tablet));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme));
    }

    /// <summary>The person and the plant of a request; null where nobody is signed in.</summary>
    public static (PersonId Person, PlantId Plant)? Of(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true
        && PersonId.TryParse(user.FindFirstValue(Person), null, out var person)
        && PlantId.TryParse(user.FindFirstValue(Plant), null, out var plant)
            ? (person, plant)
            : null;
}
