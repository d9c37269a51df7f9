using System.Text.Json.Serialization;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Identity;

/// <summary>A product (产品).</summary>
[JsonConverter(typeof(IdJsonConverter<ProductCode>))]
public readonly record struct ProductCode : IId<ProductCode>, IParsable<ProductCode>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text breaks the rule of <see cref="IdText"/>.</exception>
    public ProductCode(string value) => _value = IdText.Checked(value, "product code");

    public string Value => _value ?? throw new InvalidOperationException("This product code was never set.");

    public static ProductCode Create(string value) => new(value);

    public static ProductCode Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ProductCode result)
    {
        result = IdText.IsValid(s) ? new ProductCode(s!) : default;
        return IdText.IsValid(s);
    }

    public override string ToString() => _value ?? "";
}
