using System.Runtime.CompilerServices;

namespace Ganchao.Scoring.Plain;

/// <summary>
/// Walks the tree of a formula: literals, operators and choices here, shapes next door, the rest by the
/// surroundings.
/// </summary>
internal static class Formulas
{
    private static readonly Result No = Result.Of(false);
    private static readonly Result Yes = Result.Of(true);

    public static Result Evaluate(Expr expr, ISurroundings surroundings)
    {
        // A chain of columns and deep formulas is bounded, but not by the stack of every thread.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return expr switch
        {
            NumberExpr number => Result.Of(number.Value),
            BooleanExpr truth => Result.Of(truth.Value),
            TextExpr text => surroundings.Text(text.Value),
            NameExpr name => surroundings.Name(name),
            NegateExpr negate => Numbers.Subtract(Result.Zero, Evaluate(negate.Operand, surroundings)),
            NotExpr not => Not(Evaluate(not.Operand, surroundings)),
            BinaryExpr binary => Binary(binary, surroundings),
            CallExpr { Name: "if", Arguments: [var condition, var yes, var no] } => If(condition, yes, no, surroundings),
            CallExpr { Name: "ifna", Arguments: [var wanted, var standIn] } => IfNa(wanted, standIn, surroundings),
            CallExpr call => Shapes.Evaluate(call, surroundings) ?? surroundings.Call(call),
            _ => throw new UncheckedRulebookException($"'{ExprText.Of(expr)}' is nothing that has a value."),
        };
    }

    private static Result Binary(BinaryExpr binary, ISurroundings surroundings)
    {
        var left = Evaluate(binary.Left, surroundings);
        var right = Evaluate(binary.Right, surroundings);
        return binary.Operator switch
        {
            BinaryOperator.Add => Numbers.Add(left, right),
            BinaryOperator.Subtract => Numbers.Subtract(left, right),
            BinaryOperator.Multiply => Numbers.Multiply(left, right),
            BinaryOperator.Divide => Numbers.Divide(left, right),
            BinaryOperator.Power => Numbers.Power(left, right),
            BinaryOperator.Equal => Compare(left, right, static order => order == 0),
            BinaryOperator.NotEqual => Compare(left, right, static order => order != 0),
            BinaryOperator.Less => Compare(left, right, static order => order < 0),
            BinaryOperator.LessOrEqual => Compare(left, right, static order => order <= 0),
            BinaryOperator.Greater => Compare(left, right, static order => order > 0),
            BinaryOperator.GreaterOrEqual => Compare(left, right, static order => order >= 0),
            BinaryOperator.And => And(left, right),
            BinaryOperator.Or => Or(left, right),
            BinaryOperator.NotSet => throw new UncheckedRulebookException("An operation needs an operator."),
        };
    }

    private static Result Compare(Result left, Result right, Func<int, bool> holds) =>
        left.IsNumber && right.IsNumber
            ? Result.Of(holds(Numbers.Compare(left.Number, right.Number)))
            : Numbers.FirstNa(left, right);

    private static Result Not(Result truth) => truth.IsNumber ? Result.Of(truth == No) : truth;

    /// <summary>One no decides, whatever the other is.</summary>
    private static Result And(Result left, Result right)
    {
        if (left == No || right == No)
        {
            return No;
        }

        return left == Yes && right == Yes ? Yes : Numbers.FirstNa(left, right);
    }

    /// <summary>One yes decides, whatever the other is.</summary>
    private static Result Or(Result left, Result right)
    {
        if (left == Yes || right == Yes)
        {
            return Yes;
        }

        return left == No && right == No ? No : Numbers.FirstNa(left, right);
    }

    private static Result If(Expr condition, Expr yes, Expr no, ISurroundings surroundings)
    {
        var truth = Evaluate(condition, surroundings);
        return truth.IsNumber ? Evaluate(truth == Yes ? yes : no, surroundings) : truth;
    }

    private static Result IfNa(Expr wanted, Expr standIn, ISurroundings surroundings)
    {
        var found = Evaluate(wanted, surroundings);
        return found.IsNumber ? found : Evaluate(standIn, surroundings);
    }
}
