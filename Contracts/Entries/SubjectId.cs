using System.Text.Json;
using System.Text.Json.Serialization;
using Ganchao.Contracts.Identity;

namespace Ganchao.Contracts.Entries;

/// <summary>What kind of thing a figure is about.</summary>
public enum SubjectKind
{
    NotSet,
    Team,
    Person,
    Branch,
    Project,
    Machine,
}

/// <summary>Whom or what a figure is about, written <c>team/t07</c>, <c>person/p-112</c>, <c>project/ZD-2026Q3-03</c>.</summary>
[JsonConverter(typeof(SubjectIdJsonConverter))]
public readonly record struct SubjectId : IParsable<SubjectId>
{
    private readonly string? _key;

    /// <exception cref="ArgumentOutOfRangeException">The kind is not set.</exception>
    /// <exception cref="FormatException">The key breaks the rule of <see cref="IdText"/>.</exception>
    public SubjectId(SubjectKind kind, string key)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)kind, (int)SubjectKind.NotSet, nameof(kind));
        Kind = kind;
        _key = IdText.Checked(key, "subject key");
    }

    public SubjectKind Kind { get; }

    public string Key => _key ?? throw new InvalidOperationException("This subject was never set.");

    public static SubjectId Team(UnitId team) => new(SubjectKind.Team, team.Value);

    public static SubjectId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var subject)
            ? subject
            : throw new FormatException(
                $"'{s}' is no subject: write kind/key, the kind being team, person, branch, project or machine.");

    public static bool TryParse(string? s, IFormatProvider? provider, out SubjectId result)
    {
        result = default;
        var slash = s?.IndexOf('/') ?? -1;
        if (slash <= 0 || !IdText.IsValid(s![(slash + 1)..]))
        {
            return false;
        }

        var kind = KindOf(s[..slash]);
        if (kind == SubjectKind.NotSet)
        {
            return false;
        }

        result = new SubjectId(kind, s[(slash + 1)..]);
        return true;
    }

    public override string ToString() => $"{NameOf(Kind)}/{_key}";

    private static SubjectKind KindOf(string name) => name switch
    {
        "team" => SubjectKind.Team,
        "person" => SubjectKind.Person,
        "branch" => SubjectKind.Branch,
        "project" => SubjectKind.Project,
        "machine" => SubjectKind.Machine,
        _ => SubjectKind.NotSet,
    };

    private static string NameOf(SubjectKind kind) => kind switch
    {
        SubjectKind.Team => "team",
        SubjectKind.Person => "person",
        SubjectKind.Branch => "branch",
        SubjectKind.Project => "project",
        SubjectKind.Machine => "machine",
        SubjectKind.NotSet => "",
    };
}

/// <summary>Writes a subject as its text.</summary>
public sealed class SubjectIdJsonConverter : JsonConverter<SubjectId>
{
    public override SubjectId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SubjectId.TryParse(reader.GetString(), null, out var subject)
            ? subject
            : throw new JsonException("A subject is written kind/key, such as team/t07.");

    public override void Write(Utf8JsonWriter writer, SubjectId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
