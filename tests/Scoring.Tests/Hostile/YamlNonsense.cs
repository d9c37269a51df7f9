using System.Globalization;
using System.Text;

namespace Ganchao.Scoring.Tests.Hostile;

/// <summary>Texts that want to exhaust their reader: anchors that multiply, depth, length, look-alike names, cycles.</summary>
internal static class YamlNonsense
{
    private const string Head = "language: 1\ncode: h\n";

    private static readonly string[] Columns =
    [
        "value(x)", "value(y)", "points(x)", "points(y)", "section(s)", "total", "eligible", "grade(g)", "award(p)", "carried(c)",
        "rank(points(y))",
    ];

    private static readonly string[] Letters =
    [
        "a", "а", "ａ", "ɑ", "o", "о", "ο", "0", "\u200B", "\u3164", "\u00AD", "一", "⼀", "ー", "\u0301", "é", "_", "l", "I", "Ⅰ",
        "\uFEFF", "\u202E",
    ];

    /// <summary>Each level names the one before ten times.</summary>
    public static string Bomb(Dice dice)
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 3 + dice.Below(20); level++)
        {
            var alias = $"*a{(level - 1).ToString(CultureInfo.InvariantCulture)}";
            var nine = string.Join(", ", Enumerable.Repeat(alias, 9));
            text.Append(CultureInfo.InvariantCulture, $"a{level}: &a{level} [{nine}]\n");
        }

        return dice.Below(3) switch
        {
            0 => text.ToString(),
            1 => Head + "inputs: &i { a: m }\nconstants: *i\n" + text,
            _ => Head + "base: &b { x: 1 }\nindicators: { <<: *b, x: { value: '1' } }\n",
        };
    }

    /// <summary>Mappings and lists within each other, open or closed.</summary>
    public static string Deep(Dice dice)
    {
        var depth = 1 + dice.Below(dice.OnceIn(20) ? 20_000 : 200);
        return dice.Below(5) switch
        {
            0 => new string('[', depth),
            1 => new string('[', depth) + new string(']', depth),
            2 => string.Concat(Enumerable.Repeat("{a: ", depth)),
            3 => string.Concat(Enumerable.Range(0, Math.Min(depth, 400)).Select(static i => $"{new string(' ', i)}a:\n")),
            _ => Head + "inputs: { a: " + string.Concat(Enumerable.Repeat("{ where: ", depth)) + new string('}', depth) + "}",
        };
    }

    /// <summary>Far more of something than anybody needs: at, below and above the limits.</summary>
    public static string Large(Dice dice)
    {
        var size = dice.Of([10, 499, 501, 2_000, 9_000]);
        string Many(Func<int, string> line) => string.Join('\n', Enumerable.Range(0, size).Select(line));
        return dice.Below(9) switch
        {
            0 => Head + "constants:\n" + Many(static i => $"  c{i}: 1"),
            1 => Head + $"inputs: {{ {new string('产', size * 20)}: m }}\nindicators: {{ x: {{ value: '1' }} }}",
            2 => Head + "indicators:\n" + Many(static i => $"  i{i}: {{ value: 'value(i{i + 1})' }}"),
            3 => Head + "indicators:\n" + Many(static i => $"  i{i}: {{ value: '1', points: 'nope{i} + 1' }}"),
            4 => Head + "inputs:\n  n0: n\n" + Many(static i => $"  n{i + 1}: {{ formula: n{i} + n{i} }}")
                + $"\nindicators: {{ x: {{ value: sum(n{Math.Min(size, 400)}) }} }}",
            5 => Head + $"names: {new string('名', size * 30)}\nindicators: {{ x: {{ value: '1' }} }}",
            6 => Head + "inputs: { a: a }\nindicators: { x: { value: '"
                + string.Join(" + ", Enumerable.Repeat("sum(a)", size)) + "' } }",
            7 => new string(dice.Of("a#\n -[{'\"|\t\0产"), size * 110),
            _ => Head + "inputs: { a: a }\nindicators: { x: { value: '1' } }\ngrades:\n"
                + Many(static i => $"  g{i}: {{ when: total > {-i} and points(x) < {i} }}"),
        };
    }

    /// <summary>Names that look alike or are not seen, in places where names stand.</summary>
    public static string Names(Dice dice)
    {
        string Name() => string.Concat(Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => dice.Of(Letters)));

        var (one, other) = (Name(), Name());
        return $"{Head}inputs: {{ {one}: m, {other}: n }}\nconstants: {{ {Name()}: 1 }}\n"
            + $"indicators: {{ {one}: {{ value: sum({one}) + {other} }}, {other}: {{ value: value({Name()}) }} }}\n";
    }

    /// <summary>Columns that lead back to themselves, and gates that act on what they depend on.</summary>
    public static string Cycles(Dice dice)
    {
        string Column() => dice.OnceIn(3) ? dice.Of(Columns) : dice.Of(["1", "sum(a)", "count(c)", "plan(a)"]);
        string Condition() => $"{Column()} > {Column()}";

        var scope = dice.Of(["indicator(x)", "section(s)", "total", "rating", "grade"]);
        return $$"""
            {{Head}}inputs: { a: a, b: { formula: {{dice.Of(["a", "a", "b", "c"])}} + 1 }, c: { formula: b + {{dice.Of(["a", "b"])}} } }
            sections: { s: {} }
            indicators:
              x: { section: s, value: '{{Column()}} + sum(c)', points: '{{Column()}} * 2' }
              y: { value: '{{Column()}} - {{Column()}}', points: '{{Column()}}' }
            gates: { v: { when: '{{Condition()}}', scope: {{scope}}, effect: {{dice.Of(["zero", "exclude"])}} } }
            eligibility: { e: '{{Condition()}}' }
            grades: { g: { when: '{{Condition()}}' }, h: {} }
            total: { formula: '{{Column()}} + {{Column()}}' }
            carries: { c: { formula: '{{Column()}}', start: 0 } }
            awards: { p: { money: '{{Column()}}', when: '{{Condition()}}' } }
            ranking: { by: [ total desc, {{Column()}} asc ] }

            """;
    }
}
