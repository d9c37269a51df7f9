using System.Text.Json.Serialization;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Identity;

/// <summary>A shift kind of the plant's calendar, such as day or night.</summary>
[JsonConverter(typeof(IdJsonConverter<ShiftKind>))]
public readonly record struct ShiftKind : IId<ShiftKind>, IParsable<ShiftKind>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text breaks the rule of <see cref="IdText"/>.</exception>
    public ShiftKind(string value) => _value = IdText.Checked(value, "shift kind");

    public string Value => _value ?? throw new InvalidOperationException("This shift kind was never set.");

    public static ShiftKind Create(string value) => new(value);

    public static ShiftKind Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ShiftKind result)
    {
        result = IdText.IsValid(s) ? new ShiftKind(s!) : default;
        return IdText.IsValid(s);
    }

    public override string ToString() => _value ?? "";
}
