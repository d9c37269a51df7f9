using System.Text.Json.Serialization;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Identity;

/// <summary>A stage of a competition (赛段), such as 2026-03.</summary>
[JsonConverter(typeof(IdJsonConverter<StageCode>))]
public readonly record struct StageCode : IId<StageCode>, IParsable<StageCode>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text breaks the rule of <see cref="IdText"/>.</exception>
    public StageCode(string value) => _value = IdText.Checked(value, "stage code");

    public string Value => _value ?? throw new InvalidOperationException("This stage code was never set.");

    public static StageCode Create(string value) => new(value);

    public static StageCode Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out StageCode result)
    {
        result = IdText.IsValid(s) ? new StageCode(s!) : default;
        return IdText.IsValid(s);
    }

    public override string ToString() => _value ?? "";
}
