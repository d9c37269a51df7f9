using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Ganchao.Scoring;

/// <summary>One value of a rulebook's text. A value of another kind than asked for is reported and read as empty.</summary>
internal sealed class PartValue(YamlNode node, Findings findings)
{
    public TextPlace Place => Findings.PlaceOf(node);

    public bool IsScalar => node is YamlScalarNode;

    public bool IsList => node is YamlSequenceNode;

    public Findings Findings => findings;

    public string Text() => node is YamlScalarNode scalar ? scalar.Value ?? "" : Refuse("", "one text / 一段文字");

    public Part? Child() => node is YamlMappingNode mapping
        ? new Part(mapping, findings)
        : Refuse<Part?>(null, "keys and values / 键和值");

    /// <summary>A number as in formulas: <c>0.5</c>, <c>-10</c>, <c>1%</c>.</summary>
    public decimal Number() => Formula().Root switch
    {
        NumberExpr number => number.Value,
        NegateExpr { Operand: NumberExpr number } => -number.Value,
        _ => Refuse(0m, "a number / 数"),
    };

    public int? Decimals() => Number() is var number && number >= 0m && number <= 12m && decimal.IsInteger(number)
        ? (int)number
        : Refuse<int?>(null, "0 … 12");

    /// <param name="upTo">How many characters of the text are the formula; null: all.</param>
    public Formula Formula(int? upTo = null)
    {
        if (node is not YamlScalarNode { Value: { } text } scalar)
        {
            return Refuse(new Formula("", new NumberExpr(0m, 0, 0), Place), "a formula / 公式");
        }

        var place = findings.PlaceOfText(scalar);
        text = text[..(upTo ?? text.Length)];
        var (root, refusal) = FormulaParser.Parse(text, place);
        if (refusal is not null)
        {
            findings.Add(refusal);
        }

        return new Formula(text, root ?? new NumberExpr(0m, 0, 0), place);
    }

    /// <summary>One of the members of an enum, written in lower case with underscores: <c>half_away</c>.</summary>
    public T Word<T>()
        where T : struct, Enum
    {
        var text = Text();
        foreach (var candidate in Enum.GetValues<T>().Skip(1))
        {
            if (string.Equals(Written(candidate), text, StringComparison.Ordinal))
            {
                return candidate;
            }
        }

        return Refuse(default(T), string.Join(", ", Enum.GetValues<T>().Skip(1).Select(Written)));
    }

    public Names Names()
    {
        if (IsScalar)
        {
            return new Names(Text(), Text());
        }

        if (Child() is not { } names)
        {
            return new Names("", "");
        }

        var (zh, en) = (names.Text("zh"), names.Text("en"));
        names.RefuseOtherKeys();
        return new Names(zh.Length == 0 ? en : zh, en.Length == 0 ? zh : en);
    }

    /// <summary>A list; a single value is a list of one.</summary>
    public ImmutableArray<PartValue> List() => node is YamlSequenceNode sequence
        ? [.. sequence.Children.Select(child => new PartValue(child, findings))]
        : [this];

    public T Refuse<T>(T standIn, string expected)
    {
        findings.Error("wrong-value", Place, $"此处应写:{expected}。", $"Here must stand: {expected}.");
        return standIn;
    }

    private static string Written<T>(T word)
        where T : struct, Enum =>
        string.Concat(word.ToString().Select(static (c, i) =>
            char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
