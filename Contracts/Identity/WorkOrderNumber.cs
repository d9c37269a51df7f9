using System.Text.Json.Serialization;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Identity;

/// <summary>A work order (工作令号), which binds production to a project.</summary>
[JsonConverter(typeof(IdJsonConverter<WorkOrderNumber>))]
public readonly record struct WorkOrderNumber : IId<WorkOrderNumber>, IParsable<WorkOrderNumber>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text breaks the rule of <see cref="IdText"/>.</exception>
    public WorkOrderNumber(string value) => _value = IdText.Checked(value, "work order number");

    public string Value => _value ?? throw new InvalidOperationException("This work order number was never set.");

    public static WorkOrderNumber Create(string value) => new(value);

    public static WorkOrderNumber Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out WorkOrderNumber result)
    {
        result = IdText.IsValid(s) ? new WorkOrderNumber(s!) : default;
        return IdText.IsValid(s);
    }

    public override string ToString() => _value ?? "";
}
