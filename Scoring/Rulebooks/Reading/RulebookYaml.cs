using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Ganchao.Scoring;

/// <summary>
/// The YAML of a rulebook: one mapping, no anchors, aliases or tags. Length and nesting are bounded before a tree is built, so
/// a hostile text costs no more than one pass over it.
/// </summary>
internal static class RulebookYaml
{
    private static readonly TextPlace Start = new(1, 1);

    public static YamlMappingNode? Load(string text, Findings findings)
    {
        if (text.Length > FormulaLimits.RulebookLength)
        {
            findings.Error(
                "too-large",
                Start,
                string.Create(CultureInfo.InvariantCulture, $"规则文本超过 {FormulaLimits.RulebookLength} 个字符;请拆开。"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The rulebook has more than {FormulaLimits.RulebookLength} characters; split it."));
            return null;
        }

        if (LoneSurrogate(text) is { } at)
        {
            findings.Error(
                "not-unicode",
                FormulaText.PlaceOf(text, at, default),
                "此处不是完整的字符(半个代理对):请用 UTF-8 重新保存文本。",
                "Here stands half a character (a lone surrogate); save the text as UTF-8 again.");
            return null;
        }

        try
        {
            // A byte order mark belongs to the text, and so to its hash, but not to its YAML.
            var yaml = text.StartsWith('\uFEFF') ? text[1..] : text;
            return IsPlain(yaml, findings) ? LoadMapping(yaml, findings) : null;
        }
        catch (YamlException mistake)
        {
            findings.Add(NotYaml(
                new TextPlace(Math.Max((int)mistake.Start.Line, 1), Math.Max((int)mistake.Start.Column, 1)), mistake.Message));
            return null;
        }
        catch (Exception mistake) when (mistake is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet 18 lets its own state errors out on some damaged texts, without a place.
            findings.Add(NotYaml(Start, mistake.Message));
            return null;
        }
    }

    /// <summary>Two texts that differ in one of these have the same bytes in UTF-8, and so the same hash.</summary>
    private static int? LoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return null;
    }

    private static Diagnostic NotYaml(TextPlace place, string cause) => new(
        "yaml",
        Severity.Error,
        place,
        "此处不是正确的 YAML(缩进、引号或重复的键);请修改。",
        $"This is not valid YAML (indentation, quotes or a key written twice): {cause}");

    private static bool IsPlain(string text, Findings findings)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (parser.Current is AnchorAlias || parser.Current is NodeEvent { Anchor.IsEmpty: false }
                or NodeEvent { Tag.IsEmpty: false }
                || depth > FormulaLimits.RulebookNesting)
            {
                findings.Error(
                    "yaml-not-plain",
                    new TextPlace((int)parser.Current.Start.Line, (int)parser.Current.Start.Column),
                    "规则文本不用锚点、别名、标签,也不嵌套过深;请写成普通的键和值。",
                    "A rulebook uses no anchors, aliases or tags and no deep nesting; write plain keys and values.");
                return false;
            }
        }

        return true;
    }

    private static YamlMappingNode? LoadMapping(string text, Findings findings)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
        {
            return root;
        }

        findings.Error(
            "not-a-rulebook",
            Start,
            "规则文本应是一组键和值,如 code: demo-a。",
            "A rulebook is one mapping of keys and values, such as code: demo-a.");
        return null;
    }
}
