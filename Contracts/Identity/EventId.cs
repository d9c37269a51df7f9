using System.Text.Json.Serialization;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Identity;

/// <summary>An event sheet (违章, 未遂, 工伤 …).</summary>
[JsonConverter(typeof(IdJsonConverter<EventId>))]
public readonly record struct EventId : IId<EventId>, IParsable<EventId>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text breaks the rule of <see cref="IdText"/>.</exception>
    public EventId(string value) => _value = IdText.Checked(value, "event id");

    public string Value => _value ?? throw new InvalidOperationException("This event id was never set.");

    public static EventId Create(string value) => new(value);

    public static EventId Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out EventId result)
    {
        result = IdText.IsValid(s) ? new EventId(s!) : default;
        return IdText.IsValid(s);
    }

    public override string ToString() => _value ?? "";
}
