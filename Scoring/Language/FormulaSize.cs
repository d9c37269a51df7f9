using System.Globalization;

namespace Ganchao.Scoring;

/// <summary>
/// Refuses formulas beyond <see cref="FormulaLimits"/>: the text before it is parsed, the tree before it is
/// walked by anybody else.
/// </summary>
internal static class FormulaSize
{
    private const int LongestNumber = 28;

    public static Diagnostic? RefusalOfText(string text, TextPlace place)
    {
        if (text.Length > FormulaLimits.Length)
        {
            return TooLarge(text, 0, place, "个字符", "characters", FormulaLimits.Length);
        }

        var open = 0;
        for (var i = 0; i < text.Length; i++)
        {
            open += text[i] switch { '(' or '（' => 1, ')' or '）' => -1, _ => 0 };
            if (open > FormulaLimits.Nesting)
            {
                return TooLarge(text, i, place, "层括号", "open parentheses", FormulaLimits.Nesting);
            }
        }

        return null;
    }

    public static Diagnostic? RefusalOfTree(string text, Expr root, TextPlace place)
    {
        var nodes = 0;
        var open = new Stack<(Expr Node, int Depth)>([(root, 1)]);
        while (open.TryPop(out var next))
        {
            nodes++;
            if (next.Depth > FormulaLimits.Depth)
            {
                return TooLarge(text, next.Node.Start, place, "级深度", "levels", FormulaLimits.Depth);
            }

            if (nodes > FormulaLimits.Nodes)
            {
                return TooLarge(text, next.Node.Start, place, "个节点", "nodes", FormulaLimits.Nodes);
            }

            if (next.Node is NumberExpr && next.Node.End - next.Node.Start > LongestNumber)
            {
                return TooLarge(text, next.Node.Start, place, "位数字", "characters in one number", LongestNumber);
            }

            if (next.Node is NameExpr { Name.Length: > FormulaLimits.Name } or CallExpr { Name.Length: > FormulaLimits.Name })
            {
                return TooLarge(text, next.Node.Start, place, "个字符的名称", "characters in one name", FormulaLimits.Name);
            }

            foreach (var part in next.Node.Parts())
            {
                open.Push((part, next.Depth + 1));
            }
        }

        return null;
    }

    private static Diagnostic TooLarge(string text, int offset, TextPlace place, string zh, string en, int limit) => new(
        "too-large",
        Severity.Error,
        FormulaText.PlaceOf(text, Math.Min(offset, text.Length), place),
        string.Create(CultureInfo.InvariantCulture, $"公式超过 {limit} {zh};请拆成几个指标。"),
        string.Create(
            CultureInfo.InvariantCulture, $"The formula has more than {limit} {en}; split it into several indicators."));
}
