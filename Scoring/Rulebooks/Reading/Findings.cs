using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Ganchao.Scoring;

/// <summary>The diagnostics of one reading or compilation.</summary>
internal sealed class Findings(string text)
{
    private readonly List<Diagnostic> _found = [];
    private readonly string[] _lines = text.Split('\n');

    public bool AnyError => _found.Exists(static diagnostic => diagnostic.Severity == Severity.Error);

    public int Count => _found.Count;

    public void Add(Diagnostic diagnostic) => _found.Add(diagnostic);

    public void Error(string id, TextPlace place, string zh, string en) =>
        _found.Add(new Diagnostic(id, Severity.Error, place, zh, en));

    public void Warning(string id, TextPlace place, string zh, string en) =>
        _found.Add(new Diagnostic(id, Severity.Warning, place, zh, en));

    public ImmutableArray<Diagnostic> InOrder() =>
        [.. _found.Distinct().OrderBy(static d => d.Place.Line).ThenBy(static d => d.Place.Column)];

    public static TextPlace PlaceOf(YamlNode node) => new((int)node.Start.Line, (int)node.Start.Column);

    /// <summary>Where the text of a scalar begins: after its quote, or on the line below a <c>|</c>.</summary>
    public TextPlace PlaceOfText(YamlScalarNode node)
    {
        var place = PlaceOf(node);
        return node.Style switch
        {
            YamlDotNet.Core.ScalarStyle.SingleQuoted or YamlDotNet.Core.ScalarStyle.DoubleQuoted =>
                place with { Column = place.Column + 1 },
            YamlDotNet.Core.ScalarStyle.Literal or YamlDotNet.Core.ScalarStyle.Folded =>
                new TextPlace(place.Line + 1, 1 + IndentationOf(place.Line)),
            _ => place,
        };
    }

    private int IndentationOf(int line) =>
        line < _lines.Length ? _lines[line].Length - _lines[line].TrimStart(' ').Length : 0;
}
