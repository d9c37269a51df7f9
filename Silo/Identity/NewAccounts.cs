using System.Security.Cryptography;
using Ganchao.Contracts.Identity;
using Microsoft.AspNetCore.Identity;

namespace Ganchao.Silo.Identity;

/// <summary>Makes accounts, each with a pseudonym of its own; nothing is written.</summary>
internal sealed class NewAccounts(TimeProvider time)
{
    /// <summary>Letters and digits that nobody takes for another.</summary>
    public const string Letters = "23456789abcdefghjkmnpqrstuvwxyz";

    private static readonly UpperInvariantLookupNormalizer Names = new();

    /// <summary>An account that nobody can sign in with before it has a password or a PIN.</summary>
    /// <param name="name">The sign-in name.</param>
    /// <param name="number">The staff number; empty: none.</param>
    /// <param name="display">How the person is called.</param>
    public Account Make(PlantId plant, string name, string number, string display) => new()
    {
        Id = Guid.CreateVersion7().ToString(),
        Plant = plant.Value,
        Person = $"p-{RandomNumberGenerator.GetString(Letters, 10)}",
        Name = name.Trim(),
        NameKey = Names.NormalizeName(name.Trim())!,
        Number = number.Trim(),
        Display = display.Trim(),
        CreatedAt = time.GetUtcNow(),
    };
}
