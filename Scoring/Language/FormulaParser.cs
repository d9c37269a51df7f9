using Parlot;
using Parlot.Fluent;

namespace Ganchao.Scoring;

/// <summary>Reads formulas, and refuses what is malformed or beyond <see cref="FormulaLimits"/>. It resolves no names.</summary>
public static class FormulaParser
{
    /// <summary>Reads one formula; with a refusal the expression is null and the diagnostic says where and why.</summary>
    /// <param name="place">Where the formula begins in the text of its rulebook; only shifts the place of a diagnostic.</param>
    public static (Expr? Root, Diagnostic? Refusal) Parse(string text, TextPlace place = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (FormulaSize.RefusalOfText(text, place) is { } tooLong)
        {
            return (null, tooLong);
        }

        var context = new ParseContext(new Scanner(FormulaText.Normalised(text)));
        if (!FormulaGrammar.Whole.TryParse(context, out var root, out var error))
        {
            var offset = FormulaText.SkipBlanks(text, Math.Min(error?.Position.Offset ?? 0, text.Length));
            return (null, Refuse(text, offset, place, error?.Message));
        }

        return FormulaSize.RefusalOfTree(text, root, place) is { } tooLarge ? (null, tooLarge) : (root, null);
    }

    private static Diagnostic Refuse(string text, int offset, TextPlace place, string? expected)
    {
        var found = FormulaText.Found(text, offset);
        var (zh, en) = expected == FormulaGrammar.OperatorExpected
            ? ($"此处不应有 {found};请补上运算符、逗号或括号。",
                $"{found} is not expected here; put an operator, a comma or a parenthesis before it.")
            : ($"此处应有 {expected ?? FormulaGrammar.OperandExpected},却是 {found}。",
                $"Here must stand {expected ?? FormulaGrammar.OperandExpected}, but there is {found}.");
        return new Diagnostic("syntax", Severity.Error, FormulaText.PlaceOf(text, offset, place), zh, en);
    }
}
