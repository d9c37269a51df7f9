using System.Text.Json.Serialization;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Identity;

/// <summary>An objection (异议), such as YY-2026-03-1.</summary>
[JsonConverter(typeof(IdJsonConverter<ObjectionId>))]
public readonly record struct ObjectionId : IId<ObjectionId>, IParsable<ObjectionId>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text breaks the rule of <see cref="IdText"/>.</exception>
    public ObjectionId(string value) => _value = IdText.Checked(value, "objection id");

    public string Value => _value ?? throw new InvalidOperationException("This objection id was never set.");

    public static ObjectionId Create(string value) => new(value);

    public static ObjectionId Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ObjectionId result)
    {
        result = IdText.IsValid(s) ? new ObjectionId(s!) : default;
        return IdText.IsValid(s);
    }

    public override string ToString() => _value ?? "";
}
