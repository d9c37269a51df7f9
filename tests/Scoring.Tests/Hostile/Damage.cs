using System.Text;

namespace Ganchao.Scoring.Tests.Hostile;

/// <summary>What happens to a sound rulebook: bytes that flip, words that change, lines that move.</summary>
internal static class Damage
{
    private static readonly UTF8Encoding Lenient = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Bytes of its UTF-8 changed, doubled or lost; what is no UTF-8 any more is read as it can be.</summary>
    public static string OfBytes(Dice dice, string text)
    {
        var bytes = Lenient.GetBytes(text).ToList();
        for (var wounds = 1 + dice.Below(4); wounds > 0 && bytes.Count > 0; wounds--)
        {
            var at = dice.Below(bytes.Count);
            switch (dice.Below(4))
            {
                case 0:
                    bytes[at] = (byte)dice.Below(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(1 + dice.Below(20), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(1 + dice.Below(40), bytes.Count - at)));
                    break;
                default:
                    bytes.Insert(at, (byte)dice.Of("(){}[],:#'\"|-+*/^<>=%& \n\t\0&*!?@`"));
                    break;
            }
        }

        return Lenient.GetString([.. bytes]);
    }

    /// <summary>Words of it replaced by other words of the language, or by those of another place.</summary>
    public static string OfWords(Dice dice, string text)
    {
        var words = Words(text);
        for (var wounds = 1 + dice.Below(5); wounds > 0; wounds--)
        {
            var at = dice.Below(words.Count);
            words[at] = dice.Below(7) switch
            {
                0 => dice.Of(Tokens.Names),
                1 => dice.Of(Tokens.Functions),
                2 => dice.Of(Tokens.Numbers),
                3 => dice.Of(Tokens.Signs),
                4 => dice.Of(Tokens.Keys),
                5 => "",
                _ => dice.Of(words),
            };
        }

        return string.Concat(words);
    }

    /// <summary>Lines and values of it moved: keys under other keys, lists for texts, texts for mappings.</summary>
    public static string OfStructure(Dice dice, string text)
    {
        var lines = text.Split('\n').ToList();
        for (var wounds = 1 + dice.Below(4); wounds > 0; wounds--)
        {
            var at = dice.Below(lines.Count);
            var key = lines[at].IndexOf(": ", StringComparison.Ordinal);
            lines[at] = (dice.Below(8), key) switch
            {
                (0, _) => $"  {lines[at]}",
                (1, _) => lines[at].TrimStart(),
                (2, >= 0) => $"{lines[at][..key]}: {dice.Of(["[]", "{}", "~", "[1, 2]", "{ a: b }", "''", "|", "- 1", "&x 1", "*x", "!t 1"])}",
                (3, >= 0) => $"{lines[at][..key]}: {lines[dice.Below(lines.Count)].Trim()}",
                (4, _) => $"{lines[at]}\n{lines[at]}",
                (5, >= 0) => $"{lines[at][..(key - lines[at][..key].TrimStart().Length)]}{dice.Of(Tokens.Keys)}{lines[at][key..]}",
                (6, _) => lines[dice.Below(lines.Count)],
                _ => "",
            };
        }

        return string.Join('\n', lines);
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || char.IsLetterOrDigit(text[i]) != char.IsLetterOrDigit(text[i - 1]))
            {
                words.Add(text[start..i]);
                start = i;
            }
        }

        return words;
    }
}
