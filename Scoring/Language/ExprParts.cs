using System.Collections.Immutable;

namespace Ganchao.Scoring;

/// <summary>Walking a parsed formula.</summary>
public static class ExprParts
{
    /// <summary>The direct parts of an expression, left to right; empty for a leaf.</summary>
    public static ImmutableArray<Expr> Parts(this Expr expr) => expr switch
    {
        CallExpr call => call.Arguments,
        NegateExpr negate => [negate.Operand],
        NotExpr not => [not.Operand],
        BinaryExpr binary => [binary.Left, binary.Right],
        _ => [],
    };

    /// <summary>The expression itself and all below it.</summary>
    public static IEnumerable<Expr> Whole(this Expr expr)
    {
        var open = new Stack<Expr>([expr]);
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var part in next.Parts())
            {
                open.Push(part);
            }
        }
    }

    /// <summary>All names in it, words that functions expect included.</summary>
    public static IEnumerable<string> Names(this Expr expr) => expr.Whole().OfType<NameExpr>().Select(static name => name.Name);
}
