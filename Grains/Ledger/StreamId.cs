using System.Globalization;
using Ganchao.Contracts.Identity;

namespace Ganchao.Grains.Ledger;

/// <summary>Which grain writes a stream; part of its key.</summary>
public enum StreamKind
{
    NotSet,
    Shift,
    Department,
    Event,
    Project,
    Competition,
    Certification,
    Register,
}

/// <summary>
/// A stream of the ledger, written <c>plant/kind/key</c>, with exactly one writer. The key of a shift sheet is
/// <c>team/2026-03-02/night</c>, that of a department sheet <c>department/2026-03-01/month</c>.
/// </summary>
public readonly record struct StreamId
{
    /// <exception cref="FormatException">The key is blank, or that of a dated kind holds no date.</exception>
    public StreamId(PlantId plant, StreamKind kind, string key)
    {
        if (string.IsNullOrWhiteSpace(key) || kind == StreamKind.NotSet)
        {
            throw new FormatException($"'{plant}/{kind}/{key}' is no stream: plant, kind and key are needed.");
        }

        Plant = plant;
        Kind = kind;
        Key = key;
        Date = DateOf(kind, key);
    }

    public PlantId Plant { get; }

    public StreamKind Kind { get; }

    /// <summary>The kind as the stream's text has it, such as <c>shift</c>.</summary>
    public string KindName => NameOf(Kind);

    public string Key { get; }

    /// <summary>
    /// The production date in the key, or 0001-01-01 for kinds without one; the table may be partitioned by
    /// it.
    /// </summary>
    public DateOnly Date { get; }

    /// <exception cref="FormatException">The text is not plant/kind/key.</exception>
    public static StreamId Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('/', 3);
        return parts.Length == 3
            ? new StreamId(new PlantId(parts[0]), KindOf(parts[1]), parts[2])
            : throw new FormatException($"'{text}' is no stream: write plant/kind/key.");
    }

    public override string ToString() => $"{Plant}/{NameOf(Kind)}/{Key}";

    private static DateOnly DateOf(StreamKind kind, string key)
    {
        if (kind is not (StreamKind.Shift or StreamKind.Department))
        {
            return DateOnly.MinValue;
        }

        var parts = key.Split('/');
        return parts.Length == 3 &&
            DateOnly.TryParseExact(
                parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException($"'{key}' is no key of a sheet: write unit/yyyy-MM-dd/kind.");
    }

    private static StreamKind KindOf(string name) => name switch
    {
        "shift" => StreamKind.Shift,
        "department" => StreamKind.Department,
        "event" => StreamKind.Event,
        "project" => StreamKind.Project,
        "competition" => StreamKind.Competition,
        "certification" => StreamKind.Certification,
        "register" => StreamKind.Register,
        _ => throw new FormatException($"'{name}' is no kind of stream."),
    };

    /// <summary>The kind as it stands in a key.</summary>
    public static string NameOf(StreamKind kind) => kind switch
    {
        StreamKind.Shift => "shift",
        StreamKind.Department => "department",
        StreamKind.Event => "event",
        StreamKind.Project => "project",
        StreamKind.Competition => "competition",
        StreamKind.Certification => "certification",
        StreamKind.Register => "register",
        StreamKind.NotSet => "",
    };
}
