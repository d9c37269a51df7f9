using System.Security.Cryptography;
using System.Text;
using Ganchao.Contracts.Identity;
using Ganchao.Silo.Hosting;

namespace Ganchao.Silo.Identity;

/// <summary>
/// A bearer key from configuration (<c>Ganchao:Keys:0:Key</c>, <c>:Role</c>, <c>:Actor</c>, optionally <c>:Plant</c>), with one
/// role, until people can sign in.
/// </summary>
internal sealed record ApiKey
{
    private const int MinLength = 16;

    /// <summary>The secret, at least 16 characters.</summary>
    public required string Key { get; init; }

    public required Role Role { get; init; }

    /// <summary>The pseudonymous id that the ledger names.</summary>
    public required string Actor { get; init; }

    /// <summary>The only plant that the key is good for; absent: every plant.</summary>
    public string? Plant { get; init; }

    public static IReadOnlyList<ApiKey> Read(IConfiguration configuration)
    {
        var keys = configuration.GetSection("Ganchao:Keys").GetChildren().Select(Read).ToArray();
        return keys.Select(key => key.Key).Distinct().Count() == keys.Length
            ? keys
            : throw new SettingsException("Two keys under Ganchao:Keys are the same. Give each its own.");
    }

    /// <summary>Compares in a time that does not depend on where the texts differ.</summary>
    public bool Matches(string presented) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(presented)), SHA256.HashData(Encoding.UTF8.GetBytes(Key)));

    private static ApiKey Read(IConfigurationSection section)
    {
        var key = section["Key"];
        var actor = section["Actor"];
        var role = Enum.TryParse<Role>(section["Role"], ignoreCase: true, out var known) ? known : Role.NotSet;
        return key is { Length: >= MinLength } && role != Role.NotSet && IdText.IsValid(actor)
            ? new ApiKey { Key = key, Role = role, Actor = actor!, Plant = section["Plant"] }
            : throw new SettingsException(
                $"{section.Path} needs a Key of at least {MinLength} characters, a Role " +
                $"({string.Join(", ", Enum.GetNames<Role>()[1..])}) " +
                "and an Actor id.");
    }
}
