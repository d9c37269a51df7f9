namespace Ganchao.Scoring;

/// <summary>A formula as characters: what a Chinese keyboard types is read as its ASCII twin, place by place.</summary>
internal static class FormulaText
{
    /// <summary>Same length as <paramref name="text"/>, so offsets hold. Strings and comments are left as they are.</summary>
    public static string Normalised(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        var quoted = false;
        var comment = false;
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            comment = c != '\n' && (comment || (!quoted && c == '#'));
            quoted = !comment && (quoted ^ (c == '"'));
            target[i] = quoted || comment ? c : Normalised(c);
        }
    });

    public static TextPlace PlaceOf(string text, int offset, TextPlace start)
    {
        var before = text.AsSpan(0, offset);
        var lines = before.Count('\n');
        var column = offset - before.LastIndexOf('\n');
        return lines == 0
            ? new TextPlace(Math.Max(start.Line, 1), Math.Max(start.Column, 1) + offset)
            : new TextPlace(Math.Max(start.Line, 1) + lines, column + Math.Max(start.Column, 1) - 1);
    }

    /// <summary>The offset of the next character that is neither blank nor comment, or the end.</summary>
    public static int SkipBlanks(string text, int offset)
    {
        while (offset < text.Length && (char.IsWhiteSpace(text[offset]) || text[offset] == '#'))
        {
            var newLine = text[offset] == '#' ? text.IndexOf('\n', offset) : offset;
            offset = newLine < 0 ? text.Length : newLine + 1;
        }

        return offset;
    }

    /// <summary>
    /// The character that stands at the offset, for a message; never more than one, since the text may be
    /// hostile.
    /// </summary>
    public static string Found(string text, int offset) => offset < text.Length ? $"'{text[offset]}'" : "the end / 结尾";

    private static char Normalised(char c) => c switch
    {
        '（' => '(',
        '）' => ')',
        '，' => ',',
        '％' => '%',
        '＝' => '=',
        '＜' => '<',
        '＞' => '>',
        '＋' => '+',
        '－' or '−' => '-',
        '＊' or '×' => '*',
        '／' or '÷' => '/',
        '\u3000' => ' ',
        _ => c,
    };
}
