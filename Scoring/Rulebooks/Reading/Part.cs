using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Ganchao.Scoring;

/// <summary>One mapping of a rulebook's text, read key by key; what nobody asked for is refused at the end.</summary>
internal sealed class Part(YamlMappingNode node, Findings findings)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public Findings Findings => findings;

    public TextPlace Place => Findings.PlaceOf(node);

    /// <summary>The keys, in the order written.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(static key => key.Value ?? "");

    public bool Has(string key) => Node(key) is not null;

    /// <summary>The value of a key; null when there is no such key.</summary>
    public PartValue? Value(string key) => Node(key) is { } found ? new PartValue(found, findings) : null;

    public string Text(string key) => Value(key)?.Text() ?? "";

    public decimal? Number(string key) => Value(key)?.Number();

    public Part? Child(string key) => Value(key)?.Child();

    public string RequiredText(string key) => Has(key) ? Text(key) : Missing(key, "");

    public decimal RequiredNumber(string key) => Number(key) ?? Missing(key, 0m);

    public Formula RequiredFormula(string key) =>
        Value(key)?.Formula() ?? Missing(key, new Formula("", new NumberExpr(0m, 0, 0), Place));

    public Names Names(string key) => Value(key)?.Names() ?? new Names("", "");

    public bool Truth(string key) => Text(key) switch
    {
        "" or "false" => false,
        "true" => true,
        _ => Value(key)!.Refuse(false, "true, false"),
    };

    public T Word<T>(string key, T absent)
        where T : struct, Enum => Value(key)?.Word<T>() ?? absent;

    /// <summary>The items of a mapping from id to value, in the order written.</summary>
    public ImmutableArray<T> Items<T>(string key, Func<PartItem, T> read)
    {
        if (Child(key) is not { } child)
        {
            return [];
        }

        var items = child.AllItems();
        if (items.Length > FormulaLimits.Items)
        {
            return child.Value(items[FormulaLimits.Items].Id)!.Refuse(ImmutableArray<T>.Empty, "≤ 500");
        }

        LookAlikes.Refuse(items.Select(static item => (item.Id, item.Place)), findings);
        return [.. items.Select(read)];
    }

    public void RefuseOtherKeys()
    {
        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode { Value: { } name } && _asked.Contains(name))
            {
                continue;
            }

            if (node.Style == MappingStyle.Flow && value is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" })
            {
                findings.Error(
                    "text-after-comma",
                    Findings.PlaceOf(key),
                    "逗号在 { } 中会把内容断开:若它属于前面的公式或名称,请给那一整段加引号。",
                    "A comma ends a text inside { }: if it belongs to the formula or name before it, put that into quotes.");
                continue;
            }

            var known = string.Join(", ", _asked.Order(StringComparer.Ordinal));
            findings.Error(
                "unknown-key",
                Findings.PlaceOf(key),
                $"不认识此键。此处可用:{known}。",
                $"This key is not known here. Known are: {known}.");
        }
    }

    private ImmutableArray<PartItem> AllItems() =>
        [.. node.Children.Select(
            child => new PartItem(NameOf(child.Key), new PartValue(child.Value, findings), Findings.PlaceOf(child.Key)))];

    private string NameOf(YamlNode key)
    {
        var name = (key as YamlScalarNode)?.Value ?? "";
        return FormulaParser.Parse(name).Root is NameExpr whole && whole.Name == name
            ? name
            : new PartValue(key, findings).Refuse(name, "a name / 名称");
    }

    private T Missing<T>(string key, T standIn)
    {
        findings.Error("missing-key", Place, $"缺少 {key}:请补上。", $"{key}: is missing; add it.");
        return standIn;
    }

    private YamlNode? Node(string key)
    {
        _asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var found) ? found : null;
    }
}

/// <summary>One item of a mapping from id to value.</summary>
internal sealed record PartItem(string Id, PartValue Value, TextPlace Place);
