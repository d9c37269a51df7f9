using System.Text.Json.Serialization;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Identity;

/// <summary>A pseudonymous person; the name is private content, never in the ledger.</summary>
[JsonConverter(typeof(IdJsonConverter<PersonId>))]
public readonly record struct PersonId : IId<PersonId>, IParsable<PersonId>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text breaks the rule of <see cref="IdText"/>.</exception>
    public PersonId(string value) => _value = IdText.Checked(value, "person id");

    public string Value => _value ?? throw new InvalidOperationException("This person id was never set.");

    public static PersonId Create(string value) => new(value);

    public static PersonId Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out PersonId result)
    {
        result = IdText.IsValid(s) ? new PersonId(s!) : default;
        return IdText.IsValid(s);
    }

    public override string ToString() => _value ?? "";
}
