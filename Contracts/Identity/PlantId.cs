using System.Text.Json.Serialization;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Identity;

/// <summary>A plant (厂): the first part of every stream's key.</summary>
[JsonConverter(typeof(IdJsonConverter<PlantId>))]
public readonly record struct PlantId : IId<PlantId>, IParsable<PlantId>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text breaks the rule of <see cref="IdText"/>.</exception>
    public PlantId(string value) => _value = IdText.Checked(value, "plant id");

    public string Value => _value ?? throw new InvalidOperationException("This plant id was never set.");

    public static PlantId Create(string value) => new(value);

    public static PlantId Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out PlantId result)
    {
        result = IdText.IsValid(s) ? new PlantId(s!) : default;
        return IdText.IsValid(s);
    }

    public override string ToString() => _value ?? "";
}
