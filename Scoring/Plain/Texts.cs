namespace Ganchao.Scoring.Plain;

/// <summary>Texts: they can be chosen, and compared for being the same, character by character; nothing else.</summary>
internal static class Texts
{
    public static bool IsText(Expr expr) => expr switch
    {
        TextExpr => true,
        CallExpr { Name: "if", Arguments: [_, var yes, _] } => IsText(yes),
        CallExpr { Name: "ifna", Arguments: [var wanted, _] } => IsText(wanted),
        _ => false,
    };

    public static Result Compare(BinaryExpr binary, ISurroundings surroundings)
    {
        var (leftText, left) = Evaluate(binary.Left, surroundings);
        var (rightText, right) = Evaluate(binary.Right, surroundings);
        if (!left.IsNumber || !right.IsNumber)
        {
            return Numbers.FirstNa(left, right);
        }

        var same = string.Equals(leftText, rightText, StringComparison.Ordinal);
        return Result.Of(same == (binary.Operator == BinaryOperator.Equal));
    }

    /// <summary>The text, and beside it the reason when there is none.</summary>
    private static (string Text, Result Na) Evaluate(Expr expr, ISurroundings surroundings)
    {
        switch (expr)
        {
            case TextExpr text:
                return (text.Value, Result.Zero);
            case CallExpr { Name: "if", Arguments: [var condition, var yes, var no] }:
                var truth = Formulas.Evaluate(condition, surroundings);
                return truth.IsNumber ? Evaluate(truth == Result.Of(true) ? yes : no, surroundings) : ("", truth);
            case CallExpr { Name: "ifna", Arguments: [var wanted, var standIn] }:
                var found = Evaluate(wanted, surroundings);
                return found.Na.IsNumber ? found : Evaluate(standIn, surroundings);
            default:
                throw new UncheckedRulebookException($"'{ExprText.Of(expr)}' is not a text.");
        }
    }
}
