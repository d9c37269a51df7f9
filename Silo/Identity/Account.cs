namespace Ganchao.Silo.Identity;

/// <summary>
/// Who signs in: a sign-in name and perhaps a staff number (工号), both unique. Only here a name stands beside the pseudonymous
/// person that the ledger knows.
/// </summary>
internal sealed class Account
{
    /// <summary>Until when an account that was shut is locked.</summary>
    public static readonly DateTimeOffset ForGood = DateTimeOffset.MaxValue;

    public required string Id { get; init; }

    public required string Plant { get; init; }

    public required string Person { get; init; }

    public required string Name { get; set; }

    /// <summary>The name as names are compared.</summary>
    public required string NameKey { get; set; }

    /// <summary>Staff number; empty where there is none.</summary>
    public required string Number { get; set; }

    /// <summary>How the person is called.</summary>
    public required string Display { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>The PIN opens paired tablets only.</summary>
    public string? PinHash { get; set; }

    /// <summary>Changes with every change of a secret: whoever was signed in before is not any more.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>Wrong passwords and PINs since the last right one.</summary>
    public int Failures { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Whether the password is one that the administrator made.</summary>
    public bool MustChange { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SignedInAt { get; set; }

    /// <summary>When the person asked to be erased.</summary>
    public DateTimeOffset? ErasureAskedAt { get; set; }

    public bool IsShut => LockedUntil == ForGood;
}
