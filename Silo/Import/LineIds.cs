using System.Text.Json;
using Ganchao.Contracts.Identity;
using Ganchao.Contracts.Json;

namespace Ganchao.Silo.Import;

/// <summary>
/// The ids of a run: made from the source and the line key alone (UUID version 8 over SHA-256, RFC 9562), so that the same
/// file makes the same ids tomorrow, on another machine and under another file name. Lines with one and the same key are
/// told apart by their order: the first, the second …
/// </summary>
internal sealed class LineIds(string source)
{
    private readonly Dictionary<string, int> _seen = [];

    /// <summary>The id of something that may come several times in a run.</summary>
    public Guid Next(params IEnumerable<string> key)
    {
        var text = Key(key);
        _seen.TryGetValue(text, out var occurrence);
        _seen[text] = occurrence + 1;
        return NamedId.Of($"{text}#{occurrence}");
    }

    /// <summary>The id of something that there is only one of.</summary>
    public Guid Only(params IEnumerable<string> key) => NamedId.Of(Key(key));

    /// <summary>The n-th correction (1, 2 …) of an entry that an import made.</summary>
    public static Guid Correction(Guid entry, int number) => NamedId.Of($"{entry:D}~{number}");

    // As JSON, so that the keys "a","bc" and "ab","c" differ.
    private string Key(IEnumerable<string> key) => JsonSerializer.Serialize(key.Prepend(source), GanchaoJson.Options);
}
