using System.Globalization;
using System.Text;

namespace Ganchao.Scoring;

/// <summary>
/// One text for all spellings of the same expression: blanks, comments, keyboards and needless parentheses
/// make no difference.
/// </summary>
public static class ExprText
{
    /// <summary>Fully parenthesised, so that equal texts are equal trees.</summary>
    public static string Of(Expr expr)
    {
        var text = new StringBuilder();
        Write(text, expr);
        return text.ToString();
    }

    /// <summary>The sign as formulas write it.</summary>
    public static string Of(BinaryOperator sign) => sign switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Power => "^",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "<>",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.And => "and",
        BinaryOperator.Or => "or",
        BinaryOperator.NotSet => throw new ArgumentException("An operation needs an operator.", nameof(sign)),
    };

    private static void Write(StringBuilder text, Expr expr)
    {
        switch (expr)
        {
            case NumberExpr number:
                text.Append((number.Value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
                break;
            case TextExpr words:
                text.Append('"').Append(words.Value.Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
                break;
            case BooleanExpr truth:
                text.Append(truth.Value ? "true" : "false");
                break;
            case NameExpr name:
                text.Append(name.Name);
                break;
            case CallExpr call:
                WriteList(text.Append(call.Name), call.Arguments.AsSpan(), ", ");
                break;
            case NegateExpr negate:
                WriteList(text.Append('-'), [negate.Operand], "");
                break;
            case NotExpr not:
                WriteList(text.Append("not"), [not.Operand], "");
                break;
            case BinaryExpr binary:
                WriteList(text, [binary.Left, binary.Right], $" {Of(binary.Operator)} ");
                break;
        }
    }

    private static void WriteList(StringBuilder text, ReadOnlySpan<Expr> parts, string between)
    {
        text.Append('(');
        for (var i = 0; i < parts.Length; i++)
        {
            text.Append(i == 0 ? "" : between);
            Write(text, parts[i]);
        }

        text.Append(')');
    }
}
