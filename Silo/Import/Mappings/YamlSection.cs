using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ganchao.Silo.Import.Mappings;

/// <summary>
/// One section of a mapping or setup file, read strictly: what nobody asks for is refused with its line, because a mistyped
/// key would otherwise be a rule that silently does not hold.
/// </summary>
internal sealed class YamlSection(string file, YamlMappingNode node)
{
    private readonly HashSet<string> _asked = [];

    public string File => file;

    public int Line => Math.Max(1, (int)node.Start.Line);

    public IEnumerable<string> Keys => node.Children.Keys.Select(k => Scalar(k));

    /// <exception cref="MappingException">It is no YAML, or no section.</exception>
    public static YamlSection Load(string file, string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (InvalidOperationException)
        {
            // The library's scanner throws it, without a place, where a flow list or map is never closed.
            throw new MappingException(
                file, null, new Said("不是合法的 YAML:括号没有配对。", "This is no YAML: a bracket is never closed."));
        }
        catch (YamlException refused)
        {
            throw new MappingException(
                file, refused.Start.Line, new Said($"不是合法的 YAML:{refused.Message}", $"This is no YAML: {refused.Message}"));
        }

        return stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root
            ? new YamlSection(file, root)
            : throw new MappingException(file, 1, new Said("文件应为一组 键: 值。", "The file must be one set of key: value."));
    }

    public bool Has(string key) => node.Children.ContainsKey(key);

    public int LineOf(string key) => node.Children.TryGetValue(key, out var child) ? (int)child.Start.Line : Line;

    /// <summary>Null where it is absent.</summary>
    public string? Text(string key) => Find(key) is { } child ? Scalar(child) : null;

    public string Needed(string key) => Text(key) ?? throw Refuse(
        Line, $"缺少 {key}。", $"'{key}' is missing.");

    /// <summary>A list of texts; one text is a list of one; empty where it is absent.</summary>
    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(Scalar)],
        var one => [Scalar(one)],
    };

    public YamlSection? Section(string key) => Find(key) is { } child ? Section(child) : null;

    public IReadOnlyList<YamlSection> Sections(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(Section)],
        var other => throw Refuse((int)other.Start.Line, $"{key} 应为列表。", $"'{key}' must be a list."),
    };

    /// <summary>The node as it is, for what is not the mapping's to understand.</summary>
    public YamlNode? Find(string key)
    {
        _asked.Add(key);
        return node.Children.TryGetValue(key, out var child) ? child : null;
    }

    /// <summary>One of the words; the default where it is absent.</summary>
    public T Word<T>(string key, T absent, params (string Word, T Value)[] words)
    {
        if (Text(key) is not { } text)
        {
            return absent;
        }

        var found = Array.FindIndex(words, w => w.Word == text);
        var wanted = string.Join(", ", words.Select(w => w.Word));
        return found >= 0 ? words[found].Value : throw Refuse(
            LineOf(key), $"{key}: '{text}' 应为 {wanted} 之一。", $"'{key}: {text}' must be one of {wanted}.");
    }

    public bool Flag(string key) => Word(key, false, ("true", true), ("false", false));

    /// <exception cref="MappingException">Something is there that nobody asked for.</exception>
    public void Finish()
    {
        foreach (var key in node.Children.Keys.Where(k => !_asked.Contains(Scalar(k))))
        {
            var known = string.Join(", ", _asked.Order(StringComparer.Ordinal));
            throw Refuse(
                (int)key.Start.Line,
                $"不认识 '{Scalar(key)}';这里可用:{known}。",
                $"'{Scalar(key)}' is not known here; known are {known}.");
        }
    }

    public MappingException Refuse(long line, string zh, string en) => new(file, line, new Said(zh, en));

    private YamlSection Section(YamlNode child) => child is YamlMappingNode map
        ? new YamlSection(file, map)
        : throw Refuse(child.Start.Line, "这里应为一组 键: 值。", "This must be a set of key: value.");

    private string Scalar(YamlNode child) => child is YamlScalarNode { Value: { } text }
        ? text
        : throw Refuse(child.Start.Line, "这里应为一个值。", "This must be one value.");
}
