using System.Text.Json.Serialization;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Identity;

/// <summary>A measure (统计指标).</summary>
[JsonConverter(typeof(IdJsonConverter<MeasureCode>))]
public readonly record struct MeasureCode : IId<MeasureCode>, IParsable<MeasureCode>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text breaks the rule of <see cref="IdText"/>.</exception>
    public MeasureCode(string value) => _value = IdText.Checked(value, "measure code");

    public string Value => _value ?? throw new InvalidOperationException("This measure code was never set.");

    public static MeasureCode Create(string value) => new(value);

    public static MeasureCode Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out MeasureCode result)
    {
        result = IdText.IsValid(s) ? new MeasureCode(s!) : default;
        return IdText.IsValid(s);
    }

    public override string ToString() => _value ?? "";
}
