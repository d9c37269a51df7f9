using System.Text.Json.Serialization;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Identity;

/// <summary>A registered competition project (竞赛项目).</summary>
[JsonConverter(typeof(IdJsonConverter<ProjectId>))]
public readonly record struct ProjectId : IId<ProjectId>, IParsable<ProjectId>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text breaks the rule of <see cref="IdText"/>.</exception>
    public ProjectId(string value) => _value = IdText.Checked(value, "project id");

    public string Value => _value ?? throw new InvalidOperationException("This project id was never set.");

    public static ProjectId Create(string value) => new(value);

    public static ProjectId Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out ProjectId result)
    {
        result = IdText.IsValid(s) ? new ProjectId(s!) : default;
        return IdText.IsValid(s);
    }

    public override string ToString() => _value ?? "";
}
