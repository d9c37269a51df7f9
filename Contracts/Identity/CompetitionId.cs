using System.Text.Json.Serialization;
using Ganchao.Contracts.Json;

namespace Ganchao.Contracts.Identity;

/// <summary>A competition (竞赛).</summary>
[JsonConverter(typeof(IdJsonConverter<CompetitionId>))]
public readonly record struct CompetitionId : IId<CompetitionId>, IParsable<CompetitionId>
{
    private readonly string? _value;

    /// <exception cref="FormatException">The text breaks the rule of <see cref="IdText"/>.</exception>
    public CompetitionId(string value) => _value = IdText.Checked(value, "competition id");

    public string Value => _value ?? throw new InvalidOperationException("This competition id was never set.");

    public static CompetitionId Create(string value) => new(value);

    public static CompetitionId Parse(string s, IFormatProvider? provider) => new(s);

    public static bool TryParse(string? s, IFormatProvider? provider, out CompetitionId result)
    {
        result = IdText.IsValid(s) ? new CompetitionId(s!) : default;
        return IdText.IsValid(s);
    }

    public override string ToString() => _value ?? "";
}
