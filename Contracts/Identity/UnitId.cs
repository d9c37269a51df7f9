using System.Text.Json.Serialization;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Identity;

/// <summary>A node of the organisation tree: plant, branch, department or team.</summary>
[JsonConverter(typeof(IdJsonConverter<UnitId>))]
public readonly record struct UnitId : IId<UnitId>, IParsable<UnitId>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text breaks the rule of <see cref="IdText"/>.</exception>
    public UnitId(string value) => _value = IdText.Checked(value, "unit id");

    public string Value => _value ?? throw new InvalidOperationException("This unit id was never set.");

    public static UnitId Create(string value) => new(value);

    public static UnitId Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out UnitId result)
    {
        result = IdText.IsValid(s) ? new UnitId(s!) : default;
        return IdText.IsValid(s);
    }

    public override string ToString() => _value ?? "";
}
