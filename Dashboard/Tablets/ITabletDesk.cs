using Ganchao.Contracts.Identity;
using Ganchao.Dashboard.Accounts;
using Microsoft.AspNetCore.Http;

namespace Ganchao.Dashboard.Tablets;

/// <summary>Where the pages about shared tablets read and write; the host implements it.</summary>
public interface ITabletDesk
{
    /// <summary>The paired tablet that makes this request; null: it is none, or is paired no more.</summary>
    Task<Tablet?> TabletOfAsync(HttpContext context);

    /// <summary>Number and PIN, on a paired tablet only.</summary>
    Task<SignInOutcome> SignInAsync(HttpContext context, string number, string pin);

    /// <summary>The tablets of the administrator's plant that are paired.</summary>
    Task<IReadOnlyList<Tablet>> ListAsync(HttpContext context);

    /// <summary>A code that pairs one tablet within ten minutes.</summary>
    Task<AccountOutcome> OfferAsync(HttpContext context, string name, IReadOnlyList<UnitId> units);

    /// <summary>Makes the browser of this request the tablet that the code is for.</summary>
    Task<AccountOutcome> PairAsync(HttpContext context, string code);

    /// <summary>The tablet is none any more; whoever is signed in on it is out.</summary>
    Task<AccountOutcome> EndAsync(HttpContext context, string tablet);
}

/// <summary>A shared tablet of some teams or of a branch.</summary>
public sealed record Tablet(string Id, PlantId Plant, string Name, IReadOnlyList<UnitId> Units, DateTimeOffset PairedAt);
