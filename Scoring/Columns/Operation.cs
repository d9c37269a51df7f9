namespace Ganchao.Scoring;

/// <summary>What the signs of the language do to two results.</summary>
internal static class Operation
{
    public static Result Apply(BinaryOperator sign, Result left, Result right) => sign switch
    {
        BinaryOperator.And => Decided(left, right, by: 0m),
        BinaryOperator.Or => Decided(left, right, by: 1m),
        _ when !left.IsNumber => left,
        _ when !right.IsNumber => right,
        _ => Apply(sign, left.Number, right.Number),
    };

    private static Result Apply(BinaryOperator sign, decimal left, decimal right)
    {
        try
        {
            return sign switch
            {
                BinaryOperator.Add => Result.Of(left + right),
                BinaryOperator.Subtract => Result.Of(left - right),
                BinaryOperator.Multiply => Result.Of(left * right),
                BinaryOperator.Divide => Exact.Divided(left, right),
                BinaryOperator.Power => Exact.Power(left, right),
                _ => Result.Of(Holds(sign, Exact.Compared(left).CompareTo(Exact.Compared(right)))),
            };
        }
        catch (OverflowException)
        {
            return Result.Na(NaReason.Overflow);
        }
    }

    private static bool Holds(BinaryOperator sign, int order) => sign switch
    {
        BinaryOperator.Equal => order == 0,
        BinaryOperator.NotEqual => order != 0,
        BinaryOperator.Less => order < 0,
        BinaryOperator.LessOrEqual => order <= 0,
        BinaryOperator.Greater => order > 0,
        BinaryOperator.GreaterOrEqual => order >= 0,
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "Not a comparison."),
    };

    /// <summary>One side that decides is enough; else an unknown side leaves the whole unknown.</summary>
    private static Result Decided(Result left, Result right, decimal by)
    {
        if ((left.IsNumber && left.Number == by) || (right.IsNumber && right.Number == by))
        {
            return Result.Of(by);
        }

        return left.IsNumber ? right : left;
    }
}
