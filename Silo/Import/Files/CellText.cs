using System.Text.Json.Nodes;

namespace Ganchao.Silo.Import.Files;

/// <summary>What typing on a Chinese keyboard leaves in a cell, brought to one form.</summary>
internal static class CellText
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n', '\u3000', '\u00A0', '\uFEFF', '\u200B'];

    private static readonly char[] Separators = [.. Blanks, ',', ';', '，', '；', '、'];

    /// <summary>Without blanks at both ends: ordinary, full-width, no-break and zero-width ones.</summary>
    public static string Trimmed(string cell) => cell.Trim(Blanks);

    /// <summary>
    /// Trimmed, and with full-width letters, digits and signs (０-９ ， ． － ％ ／ ：) in their ordinary width. For figures,
    /// dates and comparisons; names keep the width in which they were typed.
    /// </summary>
    public static string Narrow(string cell)
    {
        var trimmed = Trimmed(cell);
        return trimmed.All(char.IsAscii) ? trimmed : string.Create(trimmed.Length, trimmed, Fill);
    }

    /// <summary>The form in which headings and values of lookup tables are compared: narrow, no blanks, one case.</summary>
    public static string Comparable(string cell) =>
        string.Concat(Narrow(cell).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    /// <summary>The parts of a cell that lists ids, as JSON has them.</summary>
    public static JsonArray Listed(string cell) =>
        [.. cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(part => JsonValue.Create(part))];

    private static void Fill(Span<char> target, string source)
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = source[i] switch
            {
                >= '！' and <= '～' => (char)(source[i] - '！' + '!'),
                '\u3000' or '\u00A0' => ' ',
                '−' or '–' => '-',
                '。' => '.',
                var c => c,
            };
        }
    }
}
